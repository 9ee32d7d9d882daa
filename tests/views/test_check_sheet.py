"""The check sheet: a row a claim, each with an address and a copy, or the words that none is."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from tests.views.small_site import case_gao, join, render
from third_reader.model.blocks import ClaimsBlock
from third_reader.views import check_sheet

SOURCES = """\
- {id: post-2021, type: webpage, title: What we say, issued: 2021-03-04, URL: https://post.example/a,
   custom: {kind: party-claim, read: whole, archived: [{url: https://copy.example/a, date: 2024-05-01}]}}
- {id: verdict, type: legal_case, title: Verdict, issued: 2021-03-05, URL: https://www.court.example/v,
   custom: {kind: court-record, read: part, archived: [{url: https://copy.example/v, date: 2024-05-01}]}}
- {id: order, type: webpage, title: Order, issued: 2021-03-06, URL: https://city.example/o,
   custom: {kind: official, read: part, archived: [{url: https://copy.example/o, date: 2024-05-01}]}}
- {id: paper, type: article-newspaper, title: Paper, issued: 2021-03-07, URL: https://paper.example/p,
   custom: {kind: news-report, read: whole, archived: [{url: https://copy.example/p, date: 2024-05-01}]}}
- {id: lost, type: webpage, title: Lost, issued: 2021-03-08, URL: https://lost.example/,
   custom: {kind: news-report, read: whole, status: gone}}
- {id: letter, type: personal_communication, title: Letter, issued: 2021, call-number: MS 12,
   custom: {kind: first-person, read: whole}}
"""  # noqa: E501  one source a line and a half reads best
CASE = """\
---
title: A letter
summary: A letter was opened on its way, and the one who wrote it was asked about it by somebody.
date: 2026-11-20
reviewed: 2026-11-20
envelope: {from: "A [@paper]", to: "B [@paper]", also-read-by: "C [@verdict]"}
---

It was opened [@verdict].

It was opened [@lost]. See [the act](https://elsewhere.example/act) [@paper].

/// claims

- It was opened [@verdict, p. 4; @order; @verdict, p. 9; @post-2021]. {#opened}
- It was blue [@lost; @letter]. {#blue}
- It was never sent. {#sent .not-established}

///
"""
PAGE = """\
---
title: Free
---

It is gone [@lost].
"""
GAO = "/cases/gao-zhigang/"


@pytest.fixture
def site(tree, run, tmp_path: Path) -> Path:
    """Give a small site with a source of each kind that matters here."""
    files = {"cases/letter.md": CASE, "sources/all.yaml": SOURCES, "pages/free.md": PAGE}
    environment = {"SITEURL": "https://here.example", "CONTACT_EMAIL": "desk@here.example"}
    ended = run("build", "--input", tree(files), "--output", tmp_path / "out", env=environment)
    assert ended.status == 0, ended.stderr
    return tmp_path / "out"


def page(site: Path, address: str) -> html.HtmlElement:
    return html.parse(site / address.strip("/") / "index.html").getroot()


def rows(site: Path) -> list[html.HtmlElement]:
    return page(site, "/cases/letter/check/").xpath("//table[@class='check']/tbody/tr")


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_a_row_a_claim_and_a_box_a_row(site: Path) -> None:
    links = [row.xpath("./td[1]/a/@href")[0] for row in rows(site)]
    names = ("opened", "blue", "sent")
    assert links == [f"/cases/letter/#claim-{one}" for one in names]
    assert [len(row.xpath(".//*[@class='check__box']")) for row in rows(site)] == [1, 1, 1]


def test_a_row_has_the_words_and_where_in_each_source(site: Path) -> None:
    first, second, third = rows(site)
    assert words(first[1]).startswith("It was opened.On record")
    told = [words(one) for one in first.xpath(".//li")]
    assert [one.partition(": ")[0] for one in told] == [
        "Verdict 2021, p. 4; p. 9",
        "Order 2021",
        "What we say 2021",
    ]
    assert [words(one) for one in second.xpath(".//li")] == [
        "Lost 2021: lost.example; no copy, gone, and no copy is left",
        "Letter 2021: no address given, MS 12; no copy",
    ]
    assert words(third[2]) == "It cites nothing."


def test_each_source_of_a_row_has_an_address_and_a_copy_or_says_that_there_is_none(
    site: Path,
) -> None:
    for one in (item for row in rows(site) for item in row.xpath(".//li")):
        outside = one.xpath(".//a[starts-with(@href, 'http')]/@href")
        assert outside or "no address given" in words(one)
        assert any("copy.example" in href for href in outside) or "no copy" in words(one)


def test_the_sheet_is_linked_from_the_foot_of_its_page(site: Path) -> None:
    assert page(site, "/cases/letter/").xpath("//a[@href='/cases/letter/check/']")
    assert not page(site, "/free/").xpath("//a[contains(@href, 'check')]")


def outside(root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    yield from root.xpath(".//a[starts-with(@href, 'http')]")


def test_a_partys_own_server_comes_after_the_copy_and_is_named(site: Path) -> None:
    """FEATURES, no. 13: notes, lists, the source's page and the check sheet."""
    places = {
        "/cases/letter/": ("//*[@id='s-{}']",),
        "/sources/{}/": ("//table",),
        "/cases/letter/check/": ("//li[.//a[@href='/sources/{}/']]",),
    }
    servers = {"post-2021": "post.example", "verdict": "court.example", "order": "city.example"}
    for source, server in servers.items():
        for address, paths in places.items():
            for path in paths:
                found = page(site, address.format(source)).xpath(path.format(source))[0]
                first, second = list(outside(found))
                assert first.get("href").startswith("https://copy.example/"), (source, address)
                assert server in second.get("href")
                assert server in words(second.getparent().getparent()), (source, address)
    (note,) = page(site, "/cases/letter/").xpath(
        "//ul[@class='notes']/li[contains(@id, 'verdict')]"
    )
    assert [one.get("href") for one in outside(note)] == ["https://copy.example/v"]


def test_a_newspapers_own_address_comes_first(site: Path) -> None:
    entry = page(site, "/cases/letter/").get_element_by_id("s-paper")
    assert [one.get("href") for one in outside(entry)] == [
        "https://paper.example/p",
        "https://copy.example/p",
    ]


def test_every_link_to_elsewhere_hides_where_the_reader_came_from(site: Path) -> None:
    found = 0
    for file in site.rglob("*.html"):
        for link in outside(html.parse(file).getroot()):
            if not link.get("href").startswith("https://here.example"):
                found += 1
                assert "noreferrer" in link.get("rel", "").split(), (file, link.get("href"))
    assert found > 10


def test_a_source_that_is_gone_without_a_copy_says_so_wherever_it_is_cited(site: Path) -> None:
    """FEATURES, R8."""
    for address in ("/cases/letter/", "/free/", "/cases/letter/check/", "/sources/"):
        assert "gone, and no copy is left" in words(page(site, address)), address
    assert "gone" in words(page(site, "/sources/lost/").xpath("//table")[0])


def test_an_error_is_reported_by_mail_with_the_claims_address(site: Path) -> None:
    """FEATURES, R54."""
    root = page(site, "/cases/letter/")
    for claim in ("opened", "blue", "sent"):
        (href,) = root.xpath(f"//*[@id='claim-{claim}']//a[starts-with(@href, 'mailto:')]/@href")
        assert href.startswith("mailto:desk@here.example?")
        assert href.endswith(f"https%3A//here.example/cases/letter/%23claim-{claim}")
    assert not root.xpath("//form | //input | //button")


def test_a_long_page_has_several_sheets_that_name_each_other(monkeypatch) -> None:
    monkeypatch.setattr(check_sheet, "ROWS", 2)
    case = case_gao("en")
    claims = len(case.claims)
    made = render(join([case])).html
    sheets = [f"{GAO}check/", *(f"{GAO}check/{n}/" for n in range(2, -(-claims // 2) + 1))]
    assert len(sheets) > 1
    assert sum(made[one].count("check__box") for one in sheets) == claims
    for one in sheets:
        assert all(f'href="{other}"' in made[one] for other in sheets)
        assert made[one].count('aria-current="page"') == 1


def test_a_page_without_claims_has_no_sheet() -> None:
    case = case_gao("en")
    blocks = tuple(ClaimsBlock(()) if isinstance(b, ClaimsBlock) else b for b in case.blocks)
    bare = replace(case, blocks=blocks)
    html_ = render(join([bare])).html
    assert f"{GAO}check/" not in html_
    assert f"{GAO}check/" not in html_[GAO]
