"""A file of numbers, and the chart that a page draws of it."""

from dataclasses import dataclass
from enum import StrEnum

from third_reader.model.position import Position


class ChartKind(StrEnum):
    """How numbers are drawn."""

    BAR = "bar"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a file."""

    text: str
    """Without the white space round it."""
    position: Position


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file under `data/charts/`."""

    name: str
    path: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    """Each as long as `columns`."""
    faulty: bool = False
    """It has errors of its own, so nothing is drawn of it."""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One row as a page shows it."""

    cells: tuple[str, ...]
    values: tuple[float | None, ...]
    """One a series; None: the file has no number there, which is not zero."""
    marks: tuple[int, ...]
    """Its sources: indexes in the document's `marks`."""


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A chart, with all that it draws."""

    id: str
    kind: ChartKind
    columns: tuple[str, ...]
    x: int
    """Index of the column of labels."""
    series: tuple[int, ...]
    """Indexes of one or two columns of numbers."""
    source: int
    """Index of the column of sources."""
    unit: str
    caption: str
    rows: tuple[ChartRow, ...]
