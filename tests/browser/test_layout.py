"""Nothing is cut or pushed away, and a source stands where its mark can be checked."""

from pathlib import Path

import pytest

from tests.browser.conftest import OPEN_ALL
from tests.browser.output import read_output
from tests.browser.server import serving
from tests.conftest import program

WIDTHS = (320, 360, 640, 768, 1000, 1280)
"""640: the wide window at 200 %."""
SIDEWAYS = "() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
TEXTS = "p, li, dd, dt, td, th, h1, h2, h3, summary, figcaption"
CLIPPED = f"""() => [...document.querySelectorAll({TEXTS!r})]
  .filter(one => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1
    && getComputedStyle(one).overflowX === 'hidden' && one.clientWidth > 1)
  .map(one => one.outerHTML.slice(0, 120))"""
SPACING = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* {line-height: 1.5 !important; letter-spacing: .12em !important;'
    + ' word-spacing: .16em !important} p {margin-bottom: 2em !important}')
  document.adoptedStyleSheets = [sheet]
}"""
MARKS = """() => [...document.querySelectorAll('.passage')].flatMap(passage => {
  const top = one => one.getBoundingClientRect().top
  const source = one => one && one.querySelector('a[href*="/sources/"]')?.pathname
  const notes = [...passage.querySelectorAll('[class*="notes"] > li')]
  return [...passage.querySelectorAll('.cite a[href^="#"], a.cite[href^="#"]')].map(mark => {
    const target = document.getElementById(decodeURIComponent(mark.hash.slice(1)))
    const same = note => source(note) && source(note) === source(target)
    const own = notes.filter(note => note === target || same(note))
    return {
      mark: mark.textContent,
      distance: own.length ? Math.min(...own.map(note => Math.abs(top(note) - top(mark)))) : null,
      below: own.every(note => top(note) >= mark.getBoundingClientRect().bottom - 1),
    }
  })
})"""


def test_nothing_scrolls_sideways(open_page, any_kind: str) -> None:
    page = open_page(any_kind)
    page.evaluate(OPEN_ALL)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(SIDEWAYS) <= 0, f"{width} px"
        assert page.evaluate(CLIPPED) == [], f"{width} px"


def test_a_long_address_of_the_site_pushes_nothing_aside(context, tmp_path: Path) -> None:
    output = tmp_path / "output"
    built = program(
        *("build", "--input", "tests/golden/small/tree", "--output", output),
        *("--cache", tmp_path / "cache"),
        env={
            "SITEURL": "https://a-copy-with-a-very-long-name.of-the-third-reader-copied.example",
            "CONTACT_EMAIL": "whoever-looks-after-this-copy@the-third-reader.example",
        },
    )
    assert built.status == 0, built.stderr
    page = context(viewport={"width": 320, "height": 900}).new_page()
    with serving(output) as site:
        for address in read_output(output).types.values():
            page.goto(site + address)
            page.evaluate(OPEN_ALL)
            assert page.evaluate(SIDEWAYS) <= 0, address


def test_a_readers_own_text_spacing_cuts_nothing(open_page, kind: str) -> None:
    page = open_page(kind, width=360)
    page.evaluate(OPEN_ALL)
    page.evaluate(SPACING)
    assert page.evaluate(SIDEWAYS) <= 0
    assert page.evaluate(CLIPPED) == []


@pytest.mark.parametrize("written", ["case", "explainer", "zh-hant case"])
def test_a_note_stands_beside_its_mark_when_there_is_room(open_page, written: str) -> None:
    marks = open_page(written, width=1280).evaluate(MARKS)
    assert marks
    assert [one for one in marks if one["distance"] is None or one["distance"] > 200] == []


@pytest.mark.parametrize("written", ["case", "explainer", "zh-hant case"])
def test_a_note_follows_its_paragraph_when_there_is_none(open_page, written: str) -> None:
    marks = open_page(written, width=360).evaluate(MARKS)
    assert marks
    assert [one for one in marks if not one["below"]] == []
