"""A bundle opened by a double click, from the disk: styles, links, table and search work."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.firefox import find_firefox
from tests.browser.marionette import TRIES, firefox
from tests.conftest import program
from tests.publishing.letter import SITE, letter_tree, write_tree


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the address of an unpacked bundle on this disk."""
    folder = tmp_path_factory.mktemp("from a stick")
    content = write_tree(folder / "content", letter_tree())
    ended = program(
        "bundle", "--input", content, "--output", folder / "site", env={"SITEURL": SITE}
    )
    assert ended.status == 0, ended.stderr
    with ZipFile(folder / "site.zip") as archive:
        archive.extractall(folder / "carried")
    return (folder / "carried").as_uri()


def failed(request: Request) -> bool:
    """Tell whether a file could not be had; an icon that a next page comes before is given up."""
    return request.failure != "net::ERR_ABORTED"


@pytest.fixture
def page(context, root: str) -> Iterator[Page]:
    """Open a page that notes what is asked elsewhere and what goes wrong."""
    opened = context().new_page()
    wrong: list[str] = []
    opened.on("request", lambda one: wrong.append(one.url) if root not in one.url else None)
    opened.on("requestfailed", lambda one: wrong.append(one.url) if failed(one) else None)
    opened.on("console", lambda one: wrong.append(one.text))
    opened.on("pageerror", lambda one: wrong.append(str(one)))
    yield opened
    assert wrong == []


def test_a_reader_goes_from_page_to_page_without_a_server(page: Page, root: str) -> None:
    page.goto(f"{root}/index.html")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(250, 246, 238)"
    page.locator(".site__nav a").first.click()
    assert page.url == f"{root}/cases/index.html"
    page.locator(".compare tbody th a").first.click()
    page.locator("main a[href*='sources/post=2021-03']:visible").first.click()
    assert page.url == f"{root}/sources/post=2021-03/index.html"
    page.locator("main a[href*='#cite-']").first.click()
    assert "/cases/opened-letter/index.html#cite-" in page.url
    assert page.locator("main img").evaluate("one => one.naturalWidth") == 12
    page.locator(".foot a[href*='verify']").click()
    first, second = (one.inner_text().split() for one in page.locator(".words").all())
    assert first == second
    assert len(first) == 6


def test_every_page_opens_clean(page: Page, root: str) -> None:
    folder = Path(root.removeprefix("file://").replace("%20", " "))
    for file in sorted(folder.rglob("*.html")):
        page.goto(file.as_uri())
        assert page.locator("h1").count() == 1


@pytest.mark.parametrize(("prefix", "words"), [("", "seal"), ("/zh-hant", "關於")])
def test_the_search_finds_and_leads_there(page: Page, root: str, prefix: str, words: str) -> None:
    page.goto(f"{root}{prefix}/search/index.html")
    page.fill("#q", words)
    expect(page.locator(".search__count")).not_to_be_empty()
    page.locator(".search__found a").first.click()
    assert page.url.startswith(f"{root}{prefix}/")
    assert page.locator("h1").count() == 1


def test_an_index_that_is_gone_is_told(page: Page, root: str, tmp_path: Path) -> None:
    page.route("**/search/index.js", lambda route: route.fulfill(body="window.searchFile = null;"))
    page.goto(f"{root}/search/index.html")
    page.fill("#q", "seal")
    expect(page.locator(".search__count")).to_contain_text("could not be read")


def test_the_table_is_sorted_and_sifted(page: Page, root: str) -> None:
    page.goto(f"{root}/cases/index.html")
    choice = page.locator(".sift select").nth(1)
    choice.select_option(label="Letter")
    assert page.locator(".compare tbody tr:visible").count() == 2


def test_firefox_opens_it_from_the_disk_too(root: str) -> None:
    command = find_firefox()
    assert command, "no Firefox; run `make test`, which sets one up"
    with firefox(command, {}) as browser:
        browser.open(f"{root}/search/index.html")
        browser.run(
            "const box = document.querySelector('#q'); box.value = 'seal';"
            "box.dispatchEvent(new window.Event('input', {bubbles: true}))"
        )
        asked = "return document.querySelector('.search__found a')?.href ?? ''"
        found = next(filter(None, (str(browser.run(asked)) for _ in range(TRIES))), "")
        assert found.startswith(f"{root}/")
        browser.open(found)
        assert browser.run("return document.querySelectorAll('h1').length") == 1
        colour = browser.run("return window.getComputedStyle(document.body).backgroundColor")
        assert colour == "rgb(250, 246, 238)"
