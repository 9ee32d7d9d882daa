"""Drawings of the theme stand under the heading whose id is their name, and hold no words."""

import re
from pathlib import Path

import pytest
from lxml import html

DRAWINGS = sorted((Path(__file__).parents[2] / "theme/templates/drawings").glob("*.html"))


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_a_drawing_has_no_words_in_it_and_a_caption_under_it(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    assert re.search(r'<figcaption class="small">\{\{ t\("[^"]+"\) \}\}</figcaption>', source)
    for drawing in re.findall(r"<svg.*?</svg>", source, re.DOTALL):
        assert 'aria-hidden="true"' in drawing.splitlines()[0]
        assert set(re.findall(r"<([a-z]+)", drawing)) <= {"svg", "path", "circle", "rect"}
        assert not re.sub(r"<[^>]*>", "", drawing).strip()


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_it_follows_its_heading_on_the_page_that_has_it(built_site: Path, file: Path) -> None:
    shown = [
        page
        for page in built_site.glob("*/**/index.html")
        if f'id="{file.stem}"' in (text := page.read_text(encoding="utf-8")) and "drawing" in text
    ]
    assert shown, "no page has its heading: the drawing is of no use"
    for page in shown:
        (heading,) = html.parse(page).xpath(f"//*[@id='{file.stem}']")
        assert heading.getnext().get("class").split()[0] == "drawing"


def test_a_heading_of_another_name_has_none(built_site: Path) -> None:
    names = {file.stem for file in DRAWINGS}
    for page in built_site.glob("explainers/*/index.html"):
        for figure in html.parse(page).xpath("//figure[contains(@class, 'drawing')]"):
            assert figure.getprevious().get("id") in names
