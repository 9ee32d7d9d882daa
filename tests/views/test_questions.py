"""Every open question of the site stands on one list, and leads to where it is asked."""

import re
from pathlib import Path

import pytest
from lxml import html

from tests.checks.making import page, site
from tests.views.reading import whole_list
from tests.views.small_site import Rendered, render
from third_reader.model.blocks import DisagreeBlock, UnknownBlock
from third_reader.views.sharing import ROOM, leaves


@pytest.fixture(scope="module")
def open_questions(built_site: Path) -> html.HtmlElement:
    return whole_list(built_site / "open-questions")


def test_the_list_has_every_question_of_the_pages(built_site: Path, open_questions) -> None:
    asked = set()
    for file in built_site.rglob("index.html"):
        address = "/" + file.parent.relative_to(built_site).as_posix() + "/"
        if not address.startswith(("/cases/", "/explainers/")):
            continue
        root = html.document_fromstring(file.read_text(encoding="utf-8"))
        for box in root.xpath("//section[@class='unknown']"):
            asked |= {(f"{address}#{box.get('id')}", n) for n in range(len(box.xpath("./ul/li")))}
        asked |= {(f"{address}#{one}", 0) for one in root.xpath("//section[@class='disagree']/@id")}
    listed: dict[str, int] = {}
    for href in open_questions.xpath("//ul[starts-with(@class, 'asked')]//a/@href"):
        listed[href] = listed.get(href, 0) + 1
    assert asked == {(href, n) for href, count in listed.items() for n in range(count)}
    assert len(asked) > 20


def test_the_counts_of_the_head_are_those_of_the_list(open_questions) -> None:
    lede = open_questions.xpath("string(//p[@class='lede'])")
    every, unknown, split = map(int, re.findall(r"\d+", lede))
    assert every == unknown + split
    assert unknown == open_questions.xpath("count(//ul[contains(@class, 'asked--unknown')]/li)")
    assert split == open_questions.xpath("count(//ul[contains(@class, 'asked--split')]/li)")


def test_each_page_says_when_it_was_checked(open_questions) -> None:
    for section in open_questions.xpath("//section[contains(@class, 'asking')]"):
        assert len(section.xpath("./div/p/time/@datetime")) == 1
        assert section.xpath("./div/h2/a/@href")[0].count("/") == 3


def test_a_language_lists_its_own_and_the_foot_and_home_lead_there(rendered: Rendered) -> None:
    for prefix in ("", "/zh-hant"):
        assert (
            f"{prefix}/cases/gao-zhigang/#unknown-1" in rendered.html[f"{prefix}/open-questions/"]
        )
        assert rendered.html[f"{prefix}/"].count(f'href="{prefix}/open-questions/"') == 2
        assert f'href="{prefix}/open-questions/"' in rendered.html[f"{prefix}/method/"]


def test_a_long_list_goes_on_at_the_next_page() -> None:
    words = tuple(f"{n} {'w' * 300}" for n in range(60))
    blocks = (
        UnknownBlock("unknown-1", tuple((one,) for one in words), words),
        DisagreeBlock("disagree-1", "Which?", ()),
    )
    made = render(site([page(f"case-{n}", blocks=blocks) for n in range(4)]))
    found = [one for one in made.html if one.startswith("/open-questions/")]
    assert found == [f"/open-questions/{one}" for one in ("", "2/", "3/", "4/")]
    assert 'href="/open-questions/2/"' in made.html["/open-questions/"]
    assert 'href="/open-questions/"' in made.html["/open-questions/2/"]
    assert "244 questions: 240 that" in made.html["/open-questions/3/"]


def test_a_site_that_leaves_nothing_open_says_so() -> None:
    assert "No page leaves" in render(site([page()])).html["/open-questions/"]


def test_no_page_of_a_list_holds_more_than_its_room() -> None:
    found = leaves([ROOM // 2] * 5 + [ROOM * 2], lambda one: one, "/x/")
    assert [len(leaf.items) for leaf in found] == [2, 2, 1, 1]
    assert [leaf.before for leaf in found] == ["", "/x/", "/x/2/", "/x/3/"]
    assert leaves([], len, "/x/")[0].items == ()
