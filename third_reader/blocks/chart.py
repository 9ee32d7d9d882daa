"""`/// chart | file.csv`: the numbers of a file, drawn, and told as a table with their sources."""

import math
import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from third_reader.blocks.reader import Options, Page
from third_reader.machinery.stamps import strip
from third_reader.model.chart import Cell, ChartBlock, ChartKind, ChartRow, Table
from third_reader.model.diagnostic import Code
from third_reader.model.wording import did_you_mean, quoted

NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,9})?")
KEY = re.compile(r"[a-z0-9][a-z0-9.:_-]*")

NO_FILE = Code(
    "chart-file", "A chart names a file that is not under `data/charts/`: mend the name or add it."
)
NO_COLUMN = Code(
    "chart-column",
    "A chart's `x` or `y` names a column that the first line of its file does not have.",
)
NO_NUMBER = Code(
    "chart-number",
    "A column that a chart draws holds numbers alone: digits, a point before decimals, a minus. "
    "Nothing between thousands, no unit. A number that is not known is an empty cell, not a zero.",
)
BAD_KEY = Code(
    "chart-source",
    "The cell `source` of a chart's row holds the id of a source, or several ids with semicolons "
    "between; nothing else.",
)
BODY = Code(
    "chart-body",
    "A chart has options and no text. Options are indented by four spaces; what a reader should "
    "know of the numbers is its `caption`, or a paragraph before it.",
)


def read(element: Element, page: Page) -> ChartBlock | None:
    """Read a chart; None when its file, its options or its numbers have errors."""
    at = page.at(element)
    if len(element):
        told = "a chart holds no text; indent its options by four spaces, or move the text out"
        page.report(BODY.error(page.at(element[0]), told))
        return None
    name = strip(element.get("argument", "")).strip()
    table = page.charts.get(name)
    if table is None and name:
        hint = did_you_mean(name, page.charts) or "; put the file there or mend the name"
        page.report(NO_FILE.error(at, f"there is no file {quoted(name)} in data/charts/{hint}"))
    anchor = f"chart-{page.count('chart')}"
    page.name(anchor, at)
    options = page.options
    if table is None or table.faulty or options is None:
        return None
    x, series = _columns(options, table, page)
    if x is None or not series:
        return None
    rows = tuple(_row(row, series, table, page) for row in table.rows)
    return ChartBlock(
        id=anchor,
        kind=ChartKind(str(options.values.get("kind", ChartKind.BAR))),
        columns=table.columns,
        x=x,
        series=series,
        source=table.columns.index("source"),
        unit=str(options.values.get("unit", "")),
        caption=str(options.values.get("caption", "")),
        rows=rows,
    )


def _columns(options: Options, table: Table, page: Page) -> tuple[int | None, tuple[int, ...]]:
    """Give the column of labels and those of numbers; what is not there is reported."""
    places: Mapping[str, int] = {name: number for number, name in enumerate(table.columns)}
    given = options.values.get("y")
    wanted = [("x", options.values.get("x"))]
    wanted += [("y", one) for one in (given if isinstance(given, list) else [given])]
    found: list[int] = []
    for key, one in wanted:
        name = str(one)
        if name in places:
            found.append(places[name])
            continue
        columns = ", ".join(table.columns)
        hint = did_you_mean(name, places) or f"; it has {quoted(columns, 70)}"
        told = f"{quoted(table.name, 40)} has no column {quoted(name, 40)}{hint}"
        page.report(NO_COLUMN.error(options.places[key], told))
    return (found[0], tuple(found[1:])) if len(found) == len(wanted) else (None, ())


def _row(row: tuple[Cell, ...], series: tuple[int, ...], table: Table, page: Page) -> ChartRow:
    values = tuple(_value(row[number], table.columns[number], page) for number in series)
    marks = _marks(row[table.columns.index("source")], page)
    return ChartRow(tuple(cell.text for cell in row), values, marks)


def _value(cell: Cell, column: str, page: Page) -> float | None:
    if not cell.text:
        return None
    if not NUMBER.fullmatch(cell.text):
        told = (
            f"{quoted(cell.text, 40)} in column {quoted(column, 40)} is no number; "
            "write digits alone, or nothing where it is not known"
        )
        page.report(NO_NUMBER.error(cell.position, told))
        return math.nan
    return float(cell.text)


def _marks(cell: Cell, page: Page) -> tuple[int, ...]:
    marks = []
    for key in (one.strip() for one in cell.text.split(";")):
        mark = page.cite(f"[@{{{key}}}]", cell.position) if KEY.fullmatch(key) else None
        if mark is None:
            told = f"{quoted(key, 60)} is no id of a source; write one, or several with semicolons"
            page.report(BAD_KEY.error(cell.position, told))
        else:
            marks.append(mark)
    return tuple(marks)
