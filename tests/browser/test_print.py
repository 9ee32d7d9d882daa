"""A printed page is complete evidence: addresses, grades in words, nothing split."""

import io
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from tests.browser.output import Output

ASIDE = "nav, .skip"
WHOLE = ".claim, .envelope, .entry"


def squeezed(text: str) -> str:
    """Drop white space, which a line break in print may add anywhere, and ligatures."""
    return "".join(normalize("NFKC", text).split())


@pytest.mark.parametrize("written", ["case", "explainer"])
def test_print_has_every_address_and_every_grade(open_page, output: Output, written: str) -> None:
    page = open_page(written)
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4")))
    printed = squeezed("".join(one.extract_text() for one in pdf.pages)).replace("\u00ad", "")
    source = output.pages[output.types[written]]
    addresses = source.root.xpath("//main//a[starts-with(@href, 'http')]/@href")
    assert addresses
    assert [one for one in addresses if squeezed(one) not in printed] == []
    grades = source.root.xpath("//li[contains(@class, 'claim')]//*[contains(@class, 'grade')]")
    words = {squeezed(one.text_content()) for one in grades}
    assert words
    assert [one for one in words if one not in printed] == []


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
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4")))
    printed = squeezed("".join(one.extract_text() for one in pdf.pages)).replace("\u00ad", "")
    source = output.pages[output.types["check"]]
    addresses = source.root.xpath("//main//a[starts-with(@href, 'http')]/@href")
    assert addresses
    assert [one for one in addresses if squeezed(one) not in printed] == []
