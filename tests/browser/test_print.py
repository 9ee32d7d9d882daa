"""A printed page is complete evidence: addresses, grades in words, nothing split."""

import io
import re
from unicodedata import normalize
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.output import Output

ASIDE = "nav, .skip"
WHOLE = ".claim, .envelope, .entry"


def printed(page: Page) -> list[str]:
    """Print a page and give the words of each sheet, squeezed."""
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4")))
    return [squeezed(one.extract_text()).replace("\u00ad", "") for one in pdf.pages]


def holds(sheet: str, words: str) -> bool:
    """Say whether a sheet has words; letters of another script may stand elsewhere in a PDF."""
    latin = re.sub("[^!-~]", "", words)
    return words in sheet or (len(latin) > 20 and latin in re.sub("[^!-~]", "", sheet))


def squeezed(text: str) -> str:
    """Drop white space, which a line break in print may add anywhere, and ligatures."""
    return "".join(normalize("NFKC", text).split())


@pytest.mark.parametrize("written", ["case", "explainer"])
def test_print_has_every_address_and_every_grade(open_page, output: Output, written: str) -> None:
    page = open_page(written)
    words = "".join(printed(page))
    source = output.pages[output.types[written]]
    addresses = source.root.xpath("//main//a[starts-with(@href, 'http')]/@href")
    assert addresses
    assert [one for one in addresses if squeezed(one) not in words] == []
    grades = source.root.xpath("//li[contains(@class, 'claim')]//*[contains(@class, 'grade')]")
    told = {squeezed(one.text_content()) for one in grades}
    assert told
    assert [one for one in told if one not in words] == []


@pytest.mark.parametrize("written", ["case", "explainer", "check", "zh-hant case"])
def test_each_sheet_says_what_it_is_of_and_none_parts_a_claim(open_page, written: str) -> None:
    page = open_page(written)
    sheets = printed(page)
    title = squeezed(page.title().rpartition(" · ")[0])
    path = urlsplit(page.url).path.lstrip("/")
    for number, sheet in enumerate(sheets, 1):
        assert title in sheet
        assert path in sheet
        assert f"{number}/{len(sheets)}" in sheet
    claims = page.locator(".claim > p, .check td:nth-child(2) p:first-child").all_inner_texts()
    claims = [squeezed(re.sub(r"^\d+", "", one)) for one in claims]
    assert claims
    assert [one for one in claims if not any(holds(sheet, one) for sheet in sheets)] == []


def test_print_leaves_out_navigation_and_splits_no_claim(open_page, kind: str) -> None:
    page = open_page(kind, width=794)
    page.emulate_media(media="print")
    shown = page.evaluate(
        f"[...document.querySelectorAll({ASIDE!r})].filter(one => one.checkVisibility())"
        ".map(one => one.outerHTML.slice(0, 120))"
    )
    assert shown == []
    split = page.evaluate(
        f"[...document.querySelectorAll({WHOLE!r})].filter(one =>"
        " !getComputedStyle(one).breakInside.startsWith('avoid')).map(one => one.id)"
    )
    assert split == []


def test_print_fits_the_paper(open_page, kind: str) -> None:
    page = open_page(kind, width=794)
    page.emulate_media(media="print")
    wide = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
    assert page.evaluate(wide) <= 0


def test_a_check_sheet_prints_whole_on_a4(open_page, output: Output) -> None:
    page = open_page("check", width=794)
    page.emulate_media(media="print")
    clipped = page.evaluate(
        "[...document.querySelectorAll('main, main *')].filter(one =>"
        " one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5"
        " || getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth"
        ").map(one => one.outerHTML.slice(0, 120))"
    )
    assert clipped == []
    rows = page.locator(".check tbody tr")
    boxes = page.locator(".check__box")
    assert rows.count() == boxes.count() > 0
    small = boxes.evaluate_all("all => all.filter(one => one.getBoundingClientRect().width < 12)")
    assert small == []
    words = "".join(printed(page))
    source = output.pages[output.types["check"]]
    addresses = source.root.xpath("//main//a[starts-with(@href, 'http')]/@href")
    assert addresses
    assert [one for one in addresses if squeezed(one) not in words] == []
