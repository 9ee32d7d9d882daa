"""`data/charts/*.csv` is read with positions."""

from pathlib import Path

import pytest

from third_reader.reading.charts import MOST_COLUMNS, read_charts


def read(folder: Path, text: str | bytes) -> tuple[object, list[str]]:
    file = folder / "a.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    tables, found = read_charts([(file, "a.csv")])
    return tables["a.csv"], [
        f"{one.position.line}:{one.position.column} {one.code}" for one in found
    ]


def test_cells_know_where_they_stand(tmp_path: Path) -> None:
    text = 'year,"users, all",source\r\n2019, 1 ,a\r\n\r\n"20\n20",,"b;\nc"\r\n'
    table, found = read(tmp_path, text)
    assert found == []
    assert table.columns == ("year", "users, all", "source")
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["2019", "1", "a"],
        ["20 20", "", "b; c"],
    ]
    places = [[(one.position.line, one.position.column) for one in row] for row in table.rows]
    assert places == [[(2, 1), (2, 6), (2, 10)], [(4, 1), (5, 5), (5, 6)]]


FAULTS = {
    "": ["1:1 chart-empty"],
    "\n\n": ["1:1 chart-empty"],
    "a,source\n": ["1:1 chart-empty"],
    "a,b\n1,2\n": ["1:1 chart-without-source"],
    "a,,source\n1,2,x\n": ["1:3 chart-shape"],
    "a,a,source\n1,2,x\n": ["1:3 chart-shape"],
    "a,source\n1\n2,x\n3,x,4\n": ["2:1 chart-shape", "4:1 chart-shape"],
    "a,source\n1,\n2,x\n3, \n": ["2:3 chart-without-source", "4:3 chart-without-source"],
    'a,source\n1,x\n"2"3,x\n': ["3:1 chart-shape"],
    'a,source\n"1,x\n': ["2:1 chart-shape"],
    ",".join(map(str, range(MOST_COLUMNS))) + ",source\n": ["1:183 chart-shape"],
    "a,source\n" + "1,x\n" * 50_001: ["50002:1 chart-shape"],
    b"a,source\n\xff,x\n": ["2:1 wrong-encoding"],
    "a,source\n\u202e1,x\n": ["2:1 refused-character"],
}


@pytest.mark.parametrize("text", FAULTS, ids=lambda text: str(text[:20]))
def test_a_fault_is_told_where_it_stands(tmp_path: Path, text: str | bytes) -> None:
    table, found = read(tmp_path, text)
    assert found == FAULTS[text]
    assert table.faulty
