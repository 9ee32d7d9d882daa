"""`/// chart | file.csv`: a file's numbers, with their sources; every fault has its place."""

from pathlib import Path

import pytest

from tests.reading.making import read_tree
from third_reader.model.chart import ChartBlock, ChartKind
from third_reader.model.document import Document
from third_reader.model.site import Site

HEAD = "---\ntitle: T\n---\n"
CSV = "year,users,source\n2019,0,a\n2020,,a; b\n2021,12.5,c\n"
OPTIONS = "    kind: line\n    x: year\n    y: users\n    unit: million\n    caption: Users of it\n"


def site(folder: Path, body: str, csv: str = CSV) -> Site:
    return read_tree(folder, {"pages/p.md": HEAD + body, "data/charts/users.csv": csv})


def chart(document: Document) -> ChartBlock:
    (block,) = document.blocks
    assert isinstance(block, ChartBlock)
    return block


def found(made: Site) -> list[str]:
    return [
        f"{Path(one.position.path).name}:{one.position.line}:{one.position.column} {one.code}"
        for one in made.diagnostics
    ]


def test_a_chart_has_its_options_and_its_numbers(tmp_path: Path) -> None:
    made = site(tmp_path, f"/// chart | users.csv\n{OPTIONS}\n///\n")
    assert found(made) == []
    block = chart(made.documents[0])
    assert (block.kind, block.unit, block.caption) == (ChartKind.LINE, "million", "Users of it")
    assert (block.columns, block.x, block.series) == (("year", "users", "source"), 0, (1,))
    assert [row.values for row in block.rows] == [(0.0,), (None,), (12.5,)]
    assert [row.cells for row in block.rows] == [
        *(("2019", "0", "a"), ("2020", "", "a; b"), ("2021", "12.5", "c")),
    ]
    assert block.id in made.documents[0].anchors


def test_each_rows_sources_are_marks_of_the_page_in_the_order_of_the_text(tmp_path: Path) -> None:
    made = site(tmp_path, f"One [@x].\n\n/// chart | users.csv\n{OPTIONS}\n///\n\nTwo [@y].\n")
    marks = made.documents[0].marks
    assert [one.item.key for one in marks] == ["x", "a", "a", "b", "c", "y"]
    assert [row.marks for row in chart(made.documents[0]).rows] == [(1,), (2, 3), (4,)]
    place = marks[3].position
    assert (Path(place.path).name, place.line, place.column) == ("users.csv", 3, 7)
    assert [place.mark for place in made.cited["a"]] == [1, 2]


def test_bars_are_the_default_and_two_series_may_be_drawn(tmp_path: Path) -> None:
    body = "/// chart | users.csv\n    x: year\n    y: [users, other]\n///\n"
    made = site(tmp_path, body, "year,users,other,source\n2019,1,-2,a\n")
    assert found(made) == []
    block = chart(made.documents[0])
    assert block.kind is ChartKind.BAR
    assert block.rows[0].values == (1.0, -2.0)


FAULTS = {
    "/// chart\n///\n": ["p.md:4:1 block-argument"],
    f"/// chart | usres.csv\n{OPTIONS}///\n": ["p.md:4:13 chart-file"],
    "/// chart | users.csv\n///\n": ["p.md:4:1 block-options"],
    "/// chart | users.csv\n    - x\n///\n": ["p.md:4:1 block-options"],
    "/// chart | users.csv\n    x: year\n///\n": ["p.md:4:1 missing-key"],
    "/// chart | users.csv\n    x: year\n    y: [\n///\n": ["p.md:7:1 yaml-syntax"],
    f"/// chart | users.csv\n{OPTIONS.replace('line', 'pie')}///\n": ["p.md:5:11 bad-value"],
    f"/// chart | users.csv\n{OPTIONS.replace('unit', 'units')}///\n": ["p.md:8:5 unknown-key"],
    f"/// chart | users.csv\n{OPTIONS.replace(': year', ': yaer')}///\n": ["p.md:6:8 chart-column"],
    f"/// chart | users.csv\n{OPTIONS}\nWords.\n\n///\n": ["p.md:11:1 chart-body"],
    "/// chart | users.csv\nx: year\n///\n": ["p.md:4:1 block-options", "p.md:5:1 chart-body"],
}


@pytest.mark.parametrize("body", FAULTS)
def test_a_fault_of_the_block_is_told_where_it_stands(tmp_path: Path, body: str) -> None:
    made = site(tmp_path, body)
    assert found(made) == FAULTS[body], [one.message for one in made.diagnostics]


FILES = {
    "year,users,source\n2019,about 5,a\n2020,1e3,a\n": [
        *("users.csv:2:6 chart-number", "users.csv:3:6 chart-number"),
    ],
    'year,users,source\n2019,"1,200",a\n': ["users.csv:2:6 chart-number"],
    "year,users,source\n2019,1,See there\n": ["users.csv:2:8 chart-source"],
    "year,users,source\n2019,1,a;\n": ["users.csv:2:8 chart-source"],
    "year,users\n2019,1\n": ["users.csv:1:1 chart-without-source"],
    "year,users,source\n": ["users.csv:1:1 chart-empty"],
}


@pytest.mark.parametrize("csv", FILES)
def test_a_fault_of_the_file_is_told_where_it_stands(tmp_path: Path, csv: str) -> None:
    made = site(tmp_path, f"/// chart | users.csv\n{OPTIONS}///\n", csv)
    assert found(made) == FILES[csv], [one.message for one in made.diagnostics]


def test_a_file_that_is_meant_is_suggested(tmp_path: Path) -> None:
    (fault,) = site(tmp_path, f"/// chart | usres.csv\n{OPTIONS}///\n").diagnostics
    assert fault.message == (
        "there is no file 'usres.csv' in data/charts/; did you mean 'users.csv'?"
    )
    other = tmp_path / "other"
    (fault,) = site(other, "/// chart | x.csv\n    x: a\n    y: b\n///\n").diagnostics
    assert "put the file there" in fault.message
