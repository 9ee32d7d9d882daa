"""What holds for every page, whatever it shows."""

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.views.small_site import SOURCES, Rendered, document, join, page, render, whole_site
from third_reader.languages.catalogue import catalogue
from third_reader.languages.load import language
from third_reader.model.blocks import SafetyBlock
from third_reader.model.document import PageKind
from third_reader.model.text import BlockSlot
from third_reader.views.cards import cards

VOID = {"meta", "link", "br", "img", "hr", "input"}


DATA = "application/ld+json"
"""Data for machines, which no browser runs."""
FILES = re.compile(
    r"/data/.|/SHA256SUMS$|/verify/words\.txt$|/sources/[^/]+\.json$|"
    r".*/(?:feeds/[a-z.]+|cite\.(?:bib|ris|json)|source\.md\.txt|third-reader\.epub)$"
)


class Reader(HTMLParser):
    """Ids, links and open elements of one page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[dict[str, str | None]] = []
        self.headings: list[int] = []
        self.open: list[str] = []
        self.styled = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.styled += (
            "style" in found
            or tag == "style"
            or (tag == "script" and "src" not in found and found.get("type") != DATA)
        )
        if found.get("id"):
            self.ids[str(found["id"])] += 1
        if tag == "a":
            self.links.append(found)
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, tag


@pytest.fixture(scope="module")
def read(rendered: Rendered) -> dict[str, Reader]:
    return {address: Reader(html) for address, html in rendered.html.items()}


def test_elements_are_closed_and_ids_are_unique(read: dict[str, Reader]) -> None:
    for address, found in read.items():
        assert found.open == [], address
        assert [one for one, n in found.ids.items() if n > 1] == [], address


def test_no_page_has_styles_or_scripts_in_it(read: dict[str, Reader]) -> None:
    assert [address for address, found in read.items() if found.styled] == []


def test_no_page_shows_markup_as_words(rendered: Rendered) -> None:
    assert [address for address, html in rendered.html.items() if "&lt;span" in html] == []


def test_headings_leave_no_level_out(read: dict[str, Reader]) -> None:
    for address, found in read.items():
        assert found.headings[0] == 1 or 1 in found.headings, address
        for before, after in zip(found.headings, found.headings[1:], strict=False):
            assert after <= before + 1, (address, found.headings)


def test_every_link_within_the_site_leads_somewhere(read: dict[str, Reader]) -> None:
    for address, found in read.items():
        for link in found.links:
            href = str(link["href"])
            if href.startswith(("http", "mailto:")) or FILES.match(href):
                continue
            target, _, anchor = href.partition("#")
            goal = read.get(target or address)
            assert goal is not None, (address, href)
            known = anchor in goal.ids or "/method/" in target
            assert not anchor or known, (address, href)


def test_outside_links_tell_no_one_where_the_reader_came_from(read: dict[str, Reader]) -> None:
    outside = [
        link for one in read.values() for link in one.links if str(link["href"]).startswith("http")
    ]
    assert outside
    assert all("noreferrer noopener external" in str(link["rel"]) for link in outside)


def test_languages_name_each_other(rendered: Rendered) -> None:
    for address in ("/cases/gao-zhigang/", "/zh-hant/cases/gao-zhigang/"):
        html = rendered.html[address]
        for tag, there in (
            ("en", "/cases/gao-zhigang/"),
            ("zh-Hant", "/zh-hant/cases/gao-zhigang/"),
            ("x-default", "/cases/gao-zhigang/"),
        ):
            wanted = f'<link rel="alternate" hreflang="{tag}" href="https://third.example{there}">'
            assert wanted in html
    assert "hreflang" not in rendered.html["/cases/sweden/"]


def test_every_page_guards_its_reader(rendered: Rendered) -> None:
    for html in rendered.html.values():
        head = html.split("</head>")[0]
        assert head.index("charset") < head.index("Content-Security-Policy") < head.index("<title>")
        assert 'content="no-referrer"' in head
        assert 'rel="license' in html


def test_without_an_address_nothing_absolute_is_written() -> None:
    made = render(whole_site(url=""))
    assert "canonical" not in made.html["/"]
    assert 'hreflang="zh-Hant" href="/zh-hant/"' in made.html["/"]


def test_a_site_without_cases_still_has_its_pages() -> None:
    made = render(join([page("en", "about")]))
    assert set(made.html) >= {"/", "/cases/", "/explainers/", "/sources/", "/404.html", "/about/"}
    assert "The first case" not in made.html["/"]
    assert "No case has been written yet." in made.html["/cases/"]


def test_each_source_has_a_page_in_each_language(rendered: Rendered) -> None:
    for one in SOURCES:
        assert f"/sources/{one}/" in rendered.html
        assert f"/zh-hant/sources/{one}/" in rendered.html


def test_a_plain_page_keeps_its_safety_notice_where_it_was_written() -> None:
    body = ["<p>Before.</p>", BlockSlot(0), "<p>After.</p>"]
    blocks = [SafetyBlock(("<p>Read it elsewhere.</p>",))]
    one = document(PageKind.PAGE, "a", "en", "A", "", body, blocks, [], (), None)
    html = render(join([one])).html["/a/"]
    assert html.count("Read it elsewhere.") == 1
    assert html.index("Before.") < html.index("Read it elsewhere.") < html.index("After.")


def test_an_english_title_is_shown_of_a_source_whose_language_is_not_stated() -> None:
    one = replace(SOURCES["tn-2020"], title="消息", title_en="The news", language="")
    shown = cards({one.id: one}, {one.id: "A"}, language("en"), catalogue(language("en")))
    assert shown[one.id].title_en == "The news"
    chinese = language("zh-hant")
    (card,) = cards({one.id: one}, {one.id: "A"}, chinese, catalogue(chinese)).values()
    assert (card.title, card.title_en) == ("〈消息〉", "")
