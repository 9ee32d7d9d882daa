"""The numbers of charts: each `data/charts/*.csv` becomes a table with positions (RFC 4180)."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from third_reader.model.chart import Cell, Table
from third_reader.model.diagnostic import Code, Diagnostic, errors
from third_reader.model.position import Position
from third_reader.model.wording import did_you_mean, quoted
from third_reader.reading import characters
from third_reader.reading.text import CHARACTER, read_text

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
        columns, rows = ((), ()) if errors(faults) else _read(text, shown, faults)
        tables[file.name] = Table(file.name, shown, columns, rows, faulty=bool(errors(faults)))
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
    except _RowError as error:
        faults.append(SHAPE.error(error.position, str(error)))
        return (), ()
    if not found:
        told = "this file is empty; begin it with a line of column names"
        faults.append(EMPTY.error(Position(shown), told))
        return (), ()
    header, *rows = found
    if not text.isascii():
        faults += _letter_faults(found)
    faults += _header_faults(header)
    if not errors(faults) and not rows:
        told = "there is no row of numbers under the names of the columns; add one"
        faults.append(EMPTY.error(Position(shown), told))
    if not errors(faults):
        faults += _row_faults(header, rows)
    return tuple(cell.text for cell in header), tuple(rows)


class _RowError(Exception):
    """A row that cannot be read: what is wrong, and where."""

    def __init__(self, position: Position, message: str) -> None:
        super().__init__(message)
        self.position = position


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
            told = f"this is not CSV: {quoted(str(error))}; mend the quotes"
            raise _RowError(Position(shown, first + 1), told) from error
        if not any(cell.strip() for cell in row):
            continue
        starts = _starts("\n".join(lines[first : reader.line_num]))
        if len(row) > MOST_COLUMNS:
            line, column = starts[MOST_COLUMNS]
            told = f"this row has {len(row)} columns; at most {MOST_COLUMNS} are read"
            raise _RowError(Position(shown, first + 1 + line, column), told)
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


def _letter_faults(rows: list[tuple[Cell, ...]]) -> Iterator[Diagnostic]:
    for cell in (cell for row in rows for cell in row if not cell.text.isascii()):
        for _, told in characters.faults(cell.text):
            yield CHARACTER.error(cell.position, told)


def _header_faults(header: tuple[Cell, ...]) -> Iterator[Diagnostic]:
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
