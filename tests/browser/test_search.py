"""The search box finds, also within Chinese words; it keeps what is typed, and may fail."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

FIRST = "/cases/gao-zhigang/"


def found(page: Page, words: str) -> list[str]:
    """Give the addresses that a search shows, best first."""
    page.fill("#q", words)
    expect(page.locator(".search__count")).not_to_be_empty()
    return page.eval_on_selector_all(
        ".search__found > li > a", "all => all.map(one => new URL(one.href).pathname)"
    )


@pytest.mark.parametrize(
    "words", ["微信", "WeChat", "Taiyuan", "wechat taiyuan", "志剛", "ＷｅＣｈａｔ"]
)
def test_the_first_case_is_among_the_first_three(open_page, words: str) -> None:
    assert FIRST in found(open_page("search"), words)[:3]


def test_any_two_neighbouring_characters_of_a_title_find_its_page(open_page) -> None:
    page = open_page("zh-hant search")
    link = page.locator(".letter a[href^='/zh-hant/cases/'][href$='/']")
    titles = {one.get_attribute("href"): one.inner_text() for one in link.all()}
    href, title = next((one, words) for one, words in titles.items() if one.count("/") == 4)
    for pair in {one + two for one, two in pairwise(title) if min(one, two) > "\u4e00"}:
        assert href in found(page, pair), pair


def test_a_find_leads_to_the_claim_that_has_the_words(open_page) -> None:
    page = open_page("search")
    found(page, "5 min 44")
    found(page, "appeal")
    expect(page.locator(".search__found p a[href*='#claim-'] mark").first).to_be_visible()


def test_words_of_running_text_are_found_where_they_stand(open_page, built_site: Path) -> None:
    file = built_site / f"search/text{FIRST.rstrip('/')}.json"
    prose = {
        anchor: words
        for anchor, words in json.loads(file.read_text(encoding="utf-8"))
        if anchor and not anchor.startswith(("claim-", "event-", "sources"))
    }
    text = max(prose.values(), key=len)
    words = sorted(set(re.findall(r"\b[a-z]{4,}\b", text)), key=len)[-3:]
    page = open_page("search")
    assert FIRST in found(page, " ".join(words))
    link = page.locator(f".search__found li:has(> a[href='{FIRST}']) p a")
    expect(link.locator("mark").first).to_be_visible()
    page.goto(link.evaluate("one => one.href"))
    assert page.evaluate("document.getElementById(location.hash.slice(1)) !== null")


def test_what_is_typed_is_sent_nowhere_and_stays_out_of_the_address(open_page, site: str) -> None:
    page = open_page("search")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    before = page.url
    found(page, "Taiyuan")
    expect(page.locator(".search__found mark").first).to_be_visible()
    assert [one for one in asked if not re.match(f"{site}/(search/.*json|icon.png)$", one)] == []
    assert "aiyuan" not in "".join(asked)
    assert page.url == before


def test_words_of_the_index_are_never_markup(open_page) -> None:
    page = open_page("search")
    evil = "<img src=x onerror=alert(1)>"
    record = {"url": "/", "title": evil, "kind": evil, "names": evil, "text": "/search/text/x.json"}
    index = {"pages": [record], "words": ["img"]}
    page.route("**/search/index.json", lambda route: route.fulfill(json=index))
    page.route("**/search/words/0.json", lambda route: route.fulfill(json={"img": [0]}))
    page.route("**/search/text/x.json", lambda route: route.fulfill(json=[['"><img src=x>', evil]]))
    page.reload()
    assert found(page, "<img") == ["/"]
    expect(page.locator(".search__found p a")).to_contain_text(evil)
    assert page.locator(".search__found img").count() == 0


def test_without_its_index_the_box_says_so(open_page) -> None:
    page = open_page("search")
    page.route("**/search/index.json", lambda route: route.abort())
    page.reload()
    page.fill("#q", "Taiyuan")
    expect(page.locator(".search__count")).to_contain_text("could not be read")


def test_without_scripts_there_is_no_box_and_the_whole_list(open_page) -> None:
    page = open_page("search", java_script_enabled=False)
    assert not page.locator(".search__box").is_visible()
    assert page.locator(f".letter a[href='{FIRST}']").is_visible()
