"""What grows past a page goes on at the next: light enough, and none is lost or left alone."""

import re
from collections import Counter
from collections.abc import Iterable

from tests.browser.test_weight import EVIDENCE, FIRST_TRIP, first_screen, packed
from tests.grown.conftest import CASES, Grown, Shown

WHOLE_SITE = {
    *("cases.html", "corrections.html", "explainers.html", "glossary.html", "kind.html"),
    *("questions.html", "search.html", "sources.html", "term.html", "timeline.html"),
}
"""Lists of the whole site, which may reach more than the first round trip."""
PREFIXES = ("", "/zh-hant")


def test_every_list_fits_its_limit_and_its_first_screen_the_first_trip(grown: Grown) -> None:
    heavy = {}
    sheets = {href: packed(css, 0) for href, css in grown.styles.items()}
    for address, one in grown.shown.items():
        css = sum(sheets[href] for href in one.root.xpath("//link[@rel='stylesheet']/@href"))
        limit = EVIDENCE if one.page.template in WHOLE_SITE else FIRST_TRIP
        for part, most in ((one.text, limit), (first_screen(one.text), FIRST_TRIP)):
            if (found := css + packed(part.encode(), most - css)) > most:
                heavy[address] = f"{found} > {most}"
    assert heavy == {}
    assert len(grown.of("source_fall.html", "source_cited.html", "kind.html", "term.html")) > 20


def test_plain_links_lead_from_the_front_page_to_every_list(grown: Grown) -> None:
    reached, waiting = {"/", "/zh-hant/", "/404.html"}, ["/", "/zh-hant/"]
    while waiting:
        for address in grown.shown[waiting.pop()].links - reached:
            reached.add(address)
            if address in grown.shown:
                waiting.append(address)
    assert grown.shown.keys() - reached == set()


def test_no_link_of_a_list_is_dead(grown: Grown) -> None:
    files = re.compile(
        r"/(static|data|feeds)/|/SHA256SUMS$|/verify/words\.txt$|.*\.(css|png|epub|xml|json)$"
    )
    anchors = {address: set(one.root.xpath("//@id")) for address, one in grown.shown.items()}
    dead = set()
    for address, one in grown.shown.items():
        for href in one.root.xpath("//@href"):
            page, _, anchor = href.partition("#")
            page = page or address
            known = page in grown.addresses or not page.startswith("/") or files.match(page)
            there = not anchor or page not in anchors or anchor in anchors[page]
            if not (known and there):
                dead.add((address, href))
    assert dead == set()


def listed(pages: Iterable[Shown], found: str) -> Counter[str]:
    return Counter(str(one) for page in pages for one in page.root.xpath(found))


def test_each_case_stands_once_in_the_table_and_once_in_each_of_its_lists(grown: Grown) -> None:
    for prefix in PREFIXES:
        tables = [
            one for url, one in grown.of("cases.html").items() if url.startswith(f"{prefix}/cases/")
        ]
        rows = listed(tables, "//table[@class='compare']//th[@scope='row']/a/@href")
        assert len(rows) == CASES
        assert set(rows.values()) == {1}
        lists: dict[str, list[Shown]] = {}
        for url, one in grown.of("facet.html").items():
            if url.startswith(f"{prefix}/cases/"):
                lists.setdefault(re.sub(r"/\d+/$", "/", url), []).append(one)
        assert any(len(pages) > 2 for pages in lists.values())
        for pages in lists.values():
            entries = listed(pages, "//li[@class='entry']/h3/a/@href")
            told = pages[0].root.xpath("string(//h2[@id='list'])")
            assert int(re.findall(r"\d+", told)[0]) == len(entries) == entries.total()


def test_each_source_stands_once_under_its_kind(grown: Grown) -> None:
    for prefix in PREFIXES:
        kinds = [one for url, one in grown.of("kind.html").items() if url.startswith(f"{prefix}/s")]
        found = listed(kinds, "//dl[@class='shelf']//b/a/@href")
        assert found == {f"{prefix}/sources/{one}/": 1 for one in grown.site.sources}


def test_a_source_keeps_every_claim_and_mark_over_its_pages(grown: Grown) -> None:
    places = grown.site.cited["paper-0"]
    assert len(places) > 300
    wanted = {f"{one.document.url}#cite-{one.mark + 1}" for one in places}
    for prefix in PREFIXES:
        start = f"{prefix}/sources/paper-0/"
        pages = [one for url, one in grown.shown.items() if url.startswith(start)]
        assert listed(pages, "//dl[@class='facts']//dd/a[contains(@href, '#cite-')]/@href") == (
            dict.fromkeys(wanted, 1)
        )
        told = grown.shown[start].root.xpath("//*[contains(@class, 'sky--turn')]//b/text()")
        falls = listed(pages, "//li[starts-with(@id, 'fall-')]/@id")
        assert sum(int(one) for one in told) == len(falls) == falls.total() > 100


def test_every_term_keeps_its_anchor_and_is_told_once(grown: Grown) -> None:
    terms = set(grown.site.glossary.terms)
    for prefix in PREFIXES:
        pages = grown.of("glossary.html")
        index = pages[f"{prefix}/glossary/"].root
        assert set(index.xpath("//li[parent::ul[@class='glossary__index']]/@id")) == terms
        own = [one for url, one in pages.items() if url.startswith(f"{prefix}/glossary/")]
        assert listed(own, "//dl/div/@id") == dict.fromkeys(terms, 1)


def test_a_term_leads_to_every_page_that_uses_it(grown: Grown) -> None:
    used = Counter(
        term
        for one in grown.site.documents
        if one.lang == "en"
        for term in {use.term for use in one.terms}
    )
    many = {term: count for term, count in used.items() if count > 7}
    assert len(many) > 5
    for term, count in many.items():
        assert (
            grown.shown[f"/glossary/term/{term}/"].root.xpath(
                "count(//ul[@class='glossary__index']/li)"
            )
            == count
        ), term
