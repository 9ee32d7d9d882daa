"""The numbers of charts: each `data/charts/*.csv` becomes a table with positions (RFC 4180)."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from third_reader.model.chart import Cell, Table
from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.position import Position
from third_reader.model.wording import did_you_mean, quoted
from third_reader.reading.text import read_text

SOURCE = "source"
MOST_COLUMNS = 64
MOST_ROWS = 50_000

SHAPE = Code(
    "chart-shape",
    "The numbers of a chart are a CSV file: a line with the names of the columns, each another, at "
    "most 64; then at most 50,000 rows with as many cells. A cell with a comma stands in quotes.",
)
EMPTY = Code("chart-empty", "The file of a chart has no row of numbers, so nothing can be drawn.")
NO_SOURCE = Code(
    "chart-without-source",
    "Each row of a chart's file says in its column `source` which source its numbers come from: "
    "the id of one, or of several with semicolons between.",
)


def read_charts(files: list[tuple[Path, str]]) -> tuple[dict[str, Table], list[Diagnostic]]:
    """Read every file of numbers; gives them by name, and what is wrong.

    Raises OSError when a file cannot be read.
    """
    tables: dict[str, Table] = {}
    diagnostics: list[Diagnostic] = []
    for file, shown in files:
        text, faults = read_text(file, shown)
        columns, rows = ((), ()) if faults else _read(text, shown, faults)
        tables[file.name] = Table(file.name, shown, columns, rows, faulty=bool(faults))
        diagnostics += faults
    return tables, diagnostics


def _read(
    text: str, shown: str, faults: list[Diagnostic]
) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    found: list[tuple[Cell, ...]] = []
    try:
        for row in _rows(text, shown):
            found.append(row)
            if len(found) > MOST_ROWS + 1:
                told = f"this file has more than {MOST_ROWS} rows; keep those that the chart needs"
                faults.append(SHAPE.error(row[0].position, told))
                return (), ()
    except csv.Error as error:
        told = f"this is not CSV: {quoted(str(error))}; mend the quotes"
        faults.append(SHAPE.error(Position(shown, _line(error)), told))
        return (), ()
    if not found:
        told = "this file is empty; begin it with a line of column names"
        faults.append(EMPTY.error(Position(shown), told))
        return (), ()
    header, *rows = found
    faults += _header_faults(header)
    if not faults and not rows:
        told = "there is no row of numbers under the names of the columns; add one"
        faults.append(EMPTY.error(Position(shown), told))
    if not faults:
        faults += _row_faults(header, rows)
    return tuple(cell.text for cell in header), tuple(rows)


class _AtLineError(csv.Error):
    """A fault of CSV, and the line that it was met in."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def _line(error: csv.Error) -> int:
    return error.line if isinstance(error, _AtLineError) else 1


def _rows(text: str, shown: str) -> Iterator[tuple[Cell, ...]]:
    lines = text.split("\n")
    reader = csv.reader((f"{line}\n" for line in lines), strict=True)
    while True:
        first = reader.line_num
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _AtLineError(first + 1, str(error)) from error
        if not any(cell.strip() for cell in row):
            continue
        starts = _starts("\n".join(lines[first : reader.line_num]))
        yield tuple(
            Cell(" ".join(cell.split()), Position(shown, first + 1 + line, column))
            for cell, (line, column) in zip(row, starts, strict=False)
        )


def _starts(written: str) -> list[tuple[int, int]]:
    """Give the line, from 0, and the column, from 1, that each cell of a row begins at."""
    starts = [(0, 1)]
    line, column, inside = 0, 1, False
    for sign in written:
        column += 1
        if sign == '"':
            inside = not inside
        elif sign == "\n":
            line, column = line + 1, 1
        elif sign == "," and not inside:
            starts.append((line, column))
    return starts


def _header_faults(header: tuple[Cell, ...]) -> Iterator[Diagnostic]:
    if len(header) > MOST_COLUMNS:
        told = f"this file has {len(header)} columns; at most {MOST_COLUMNS} are read"
        yield SHAPE.error(header[MOST_COLUMNS].position, told)
        return
    times = Counter(cell.text for cell in header)
    seen = set()
    for cell in header:
        if not cell.text:
            yield SHAPE.error(cell.position, "this column has no name; give it one")
        elif cell.text in seen:
            told = f"column {quoted(cell.text)} stands twice; rename one"
            yield SHAPE.error(cell.position, told)
        seen.add(cell.text)
    if SOURCE not in times:
        hint = did_you_mean(SOURCE, times)
        wish = hint.replace("did you mean", "rename").rstrip("?") if hint else "; add it"
        told = f"there is no column 'source', so no row says where it is from{wish}"
        yield NO_SOURCE.error(header[0].position, told)


def _row_faults(header: tuple[Cell, ...], rows: list[tuple[Cell, ...]]) -> Iterator[Diagnostic]:
    place = next(number for number, cell in enumerate(header) if cell.text == SOURCE)
    for row in rows:
        if len(row) != len(header):
            told = f"this row has {len(row)} cells, the first line {len(header)}; make them equal"
            yield SHAPE.error(row[0].position, told)
        elif not row[place].text:
            told = "this row names no source; write the id of one into its column 'source'"
            yield NO_SOURCE.error(row[place].position, told)
