"""The words arrive in the first round trip, and evidence is never cut for it."""

import re

import brotli
import pytest

from tests.browser.output import LISTS, Output, Page

FIRST_TRIP = 12_288
"""Bytes of HTML and CSS that come in the first round trip."""
EVIDENCE = 32_768
"""Bytes that a case, an explainer or a whole list may reach."""
LONG = {"case", "explainer", "check", *LISTS} - {"verify"}


SCREENS = (
    (r'class="envelope', "</figure>"),
    (r'class="[^"]*\blede\b', "</p>"),
    (r"<h1", "</h1>"),
)
"""What ends the first screen: the first of these that a page has."""


def packed(content: bytes, limit: int) -> int:
    """Give the bytes after brotli 11; a quicker quality where that already fits."""
    quick = len(brotli.compress(content, quality=5))
    return quick if quick <= limit else len(brotli.compress(content, quality=11))


def first_screen(text: str) -> str:
    """Cut a page after its envelope; without one after its lede, else after its heading."""
    for start, end in SCREENS:
        if found := re.search(start, text):
            return text[: text.index(end, found.start()) + len(end)]
    return text


@pytest.fixture(scope="module")
def css(output: Output):
    """Give the packed bytes of a page's style sheets."""
    known: dict[str, int] = {}

    def weigh(page: Page) -> int:
        total = 0
        for address in page.root.xpath("//link[@rel='stylesheet']/@href"):
            path, _ = page.resolve(address)
            if path not in known:
                known[path] = packed((output.folder / path.lstrip("/")).read_bytes(), 0)
            total += known[path]
        return total

    return weigh


def weight(page: Page, styles: int, limit: int) -> int:
    return styles + packed(page.text.encode(), limit - styles)


def test_a_page_fits_the_first_round_trip(output: Output, css) -> None:
    heavy = {}
    for page in output.pages.values():
        limit = EVIDENCE if page.kind.split()[-1] in LONG else FIRST_TRIP
        if (found := weight(page, css(page), limit)) > limit:
            heavy[page.url] = f"{found} > {limit}"
    assert heavy == {}


def test_the_first_screen_of_a_long_page_fits_it_too(output: Output, css) -> None:
    heavy = {}
    for page in output.pages.values():
        styles = css(page)
        found = styles + packed(first_screen(page.text).encode(), FIRST_TRIP - styles)
        if found > FIRST_TRIP:
            heavy[page.url] = found
    assert heavy == {}
