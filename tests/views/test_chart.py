"""A chart draws what its table says, and the table says what its file holds."""

import csv
import io
from pathlib import Path

import pytest
from lxml import html

from tests.reading.making import read_tree
from tests.views.small_site import render

FRONT = "---\ntitle: T\n---\n"
SOURCE = """\
- {{id: {0}, type: report, title: {0}, issued: 20{1}, URL: 'https://{0}.example/',
   custom: {{kind: news-report, read: whole}}}}
"""
CSV = "thing,users,other,source\nLetters,0,5,a\nCards,,7,b; a\nParcels,2500.50,,a\n"


def drawn(folder: Path, kind: str, y: str, text: str = CSV) -> html.HtmlElement:
    options = f"    kind: {kind}\n    x: thing\n    y: {y}\n    unit: million\n    caption: Post\n"
    body = f"{FRONT}/// chart | a.csv\n{options}///\n"
    files = {
        "pages/p.md": body,
        "data/charts/a.csv": text,
        "sources/s.yaml": SOURCE.format("a", 19) + SOURCE.format("b", 21),
    }
    site = read_tree(folder, files)
    assert site.diagnostics == ()
    return html.fromstring(render(site).html["/p/"]).xpath("//figure")[0]


@pytest.mark.parametrize("kind", ["bar", "line"])
def test_the_table_is_the_file(tmp_path: Path, kind: str) -> None:
    figure = drawn(tmp_path, kind, "[users, other]")
    wanted = list(csv.reader(io.StringIO(CSV)))
    table = [
        [(cell.xpath("string(data/@value)") or cell.text_content()) for cell in row]
        for row in figure.xpath(".//tbody/tr")
    ]
    for row, expected in zip(table, wanted[1:], strict=True):
        assert row[0] == expected[0]
        numbers = ["" if cell == "no number" else cell for cell in row[1:3]]
        assert numbers == expected[1:3]
    heads = [cell.text_content() for cell in figure.xpath(".//thead//th")]
    assert heads == ["thing", "users (million)", "other (million)", "Source"]


def test_each_row_names_its_sources_by_marks(tmp_path: Path) -> None:
    figure = drawn(tmp_path, "bar", "users")
    links = [row.xpath(".//td//a") for row in figure.xpath(".//tbody/tr")]
    assert [[one.get("id") for one in row] for row in links] == [
        *(["cite-1"], ["cite-2", "cite-3"], ["cite-4"]),
    ]
    assert [one.get("href") for one in links[1]] == ["#s-b", "#s-a"]


def test_bars_begin_at_zero_and_zero_is_not_a_missing_number(tmp_path: Path) -> None:
    figure = drawn(tmp_path, "bar", "users")
    zero, missing, much = figure.xpath(".//ul/li/div")
    assert zero.xpath(".//path/@d") == ["M0 1v8H0V1z"]
    assert zero.text_content().strip() == "0"
    assert missing.xpath(".//path") == []
    assert missing.text_content().strip() == "no number"
    assert much.xpath(".//path/@d") == ["M0 1v8H83.3V1z"]
    axis = figure.xpath(".//div[contains(@class, 'chart__axis')]/p/span/text()")
    assert axis == ["0", "1,000", "2,000", "3,000"]


def test_a_bar_of_less_than_zero_goes_the_other_way(tmp_path: Path) -> None:
    figure = drawn(tmp_path, "bar", "users", "thing,users,source\nA,-5,a\nB,5,a\n")
    assert figure.xpath(".//li//path/@d") == ["M50 1v8H0V1z", "M50 1v8H100V1z"]


def test_a_line_breaks_where_there_is_no_number(tmp_path: Path) -> None:
    text = "thing,users,source\n2019,0,a\n2020,10,a\n2021,,a\n2022,5,a\n"
    (line,) = drawn(tmp_path, "line", "users", text).xpath(".//path[@class='chart__line']/@d")
    assert line.count("M") == 2
    assert line.count("L") == 1
    assert line.startswith("M0 400m0-8v16m0-8L333.3 0")


def test_a_drawing_has_no_words_and_one_path_a_series(tmp_path: Path) -> None:
    figure = drawn(tmp_path, "line", "[users, other]")
    for svg in figure.xpath(".//svg"):
        assert svg.get("aria-hidden") == "true"
        assert svg.get("preserveaspectratio") == "none"
        assert svg.text_content().strip() == ""
        assert {one.tag for one in svg} == {"path"}
    assert len(figure.xpath(".//path[contains(@class, 'chart__line')]")) == 2
    assert figure.xpath(".//svg//text") == []


def test_a_caption_kinds_and_days_of_the_numbers_stand_beside_it(tmp_path: Path) -> None:
    words = drawn(tmp_path, "bar", "users").text_content()
    assert "Post" in words
    assert "Numbers from 2 sources (news report), published 2019–2021." in words
