"""Chromium opens pages of every kind on a narrow phone: nothing is asked elsewhere, stored, cut."""

import re
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.output import Output

LEFT_BEHIND = """async () => ({
  cookies: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  caches: (await caches.keys()).length,
  databases: (await indexedDB.databases()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
MANY = re.compile(
    r"/sources/(?!kind/)[^/]+/|/cases/(from|to|platform|mechanism|outcome)/|.*/check/"
)
SAMPLED = 12
WIDTHS = "() => [document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]"


@dataclass
class Crawl:
    """What came to light on the way."""

    elsewhere: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    stored: dict[str, object] = field(default_factory=dict)
    wide: dict[str, object] = field(default_factory=dict)


def listen(page: Page, site: str, found: Crawl) -> None:
    def on_response(response) -> None:
        if response.status >= 400 and not response.url.startswith(f"{site}/404.html"):
            found.missing.append(f"{page.url}: {response.status} {response.url}")

    def on_request(request) -> None:
        if not request.url.startswith(f"{site}/"):
            found.elsewhere.append(f"{page.url}: {request.url}")

    page.on("request", on_request)
    page.on("response", on_response)
    page.on("console", lambda message: found.console.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: found.console.append(f"{page.url}: {error}"))
    page.on("dialog", lambda dialog: found.console.append(f"{page.url}: {dialog.message}"))


def visited(output: Output) -> list[str]:
    """Give every list and written page, and of each kind that one template makes a sample.

    All pages are read without a browser in test_files.
    """
    many = [url for url in output.pages if MANY.match(url)]
    return [url for url in output.pages if not MANY.match(url)] + many[::SAMPLED]


@pytest.fixture(scope="module")
def crawl(browser: Browser, site: str, output: Output) -> Crawl:
    """Open every page in one profile, so that whatever is stored adds up."""
    found = Crawl()
    context = browser.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    listen(page, site, found)
    for url in visited(output):
        page.goto(site + url)
        needed, there = page.evaluate(WIDTHS)
        if needed > there:
            found.wide[url] = needed
    found.stored = page.evaluate(LEFT_BEHIND) | {"cookies": len(context.cookies())}
    context.close()
    return found


def test_no_request_goes_elsewhere(crawl: Crawl) -> None:
    assert crawl.elsewhere == []


def test_every_file_that_a_page_asks_for_is_there(crawl: Crawl) -> None:
    assert crawl.missing == []


def test_the_console_stays_clean_and_the_policy_unbroken(crawl: Crawl) -> None:
    assert crawl.console == []


def test_nothing_is_stored(crawl: Crawl) -> None:
    assert {name: one for name, one in crawl.stored.items() if one} == {}


def test_nothing_scrolls_sideways_on_a_narrow_phone(crawl: Crawl) -> None:
    assert crawl.wide == {}


def test_what_is_not_there_answers_with_the_sites_own_page(context, site: str) -> None:
    page = context().new_page()
    answer = page.goto(f"{site}/cases/no-such-case/")
    assert answer.status == 404
    assert page.locator("h1").count() == 1
    assert page.locator("a[href]").count() >= 3
