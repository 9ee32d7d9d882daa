"""A chart: what is drawn, and the table of numbers under it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from third_reader.model.blocks import EventDate
from third_reader.model.chart import ChartBlock, ChartKind
from third_reader.model.source import PartialDate
from third_reader.views.scale import axis, label, partial_date, ticks
from third_reader.views.text import Page, Text

WIDTH, HEIGHT = 1000, 400
"""Of a drawing of lines, in its own units; it is stretched to the width of the page."""
MARK = 8
"""Half the height of the stroke that marks a number on a line."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One number as a bar."""

    path: str
    """Within 100 by 10; empty: there is no number."""
    words: str


@dataclass(frozen=True, slots=True)
class Bars:
    """The bars of one row, one a series."""

    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell of the table."""

    words: str
    iso: str
    """The date that it is, for machines; empty: it is none."""
    number: bool
    value: str
    """The number as its file has it; empty: there is none."""
    sources: Text
    """The marks of the row, in the column of sources; else empty."""


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart with its table."""

    kind: ClassVar[str] = "block"
    template: str
    anchor: str
    caption: str
    about: str
    """Of which kinds its sources are, and of when."""
    names: tuple[str, ...]
    """Of the series."""
    unit: str
    values: tuple[str, ...]
    """The ticks of the axis of numbers, the least first."""
    stretches: int
    """Between them."""
    bars: tuple[Bars, ...]
    """Empty in a drawing of lines."""
    lines: tuple[str, ...]
    """Paths within 1,000 by 400, one a series; empty in a drawing of bars."""
    grid: str
    labels: tuple[str, ...]
    """Under lines, at equal distances."""
    columns: tuple[str, ...]
    rows: tuple[tuple[CellView, ...], ...]
    x: int


def chart_view(block: ChartBlock, page: Page) -> ChartView:
    """Give a chart in the language of its page."""
    t = page.shared.t
    known = [value for row in block.rows for value in row.values if value is not None]
    stops = ticks(min(0, *known, 0), max(0, *known, 0))
    across = axis([row.cells[block.x] for row in block.rows], t)
    lines = block.kind is ChartKind.LINE
    names = tuple(_words(block.columns[number]) for number in block.series)
    return ChartView(
        template="blocks/chart.html",
        anchor=block.id,
        caption=block.caption or t.list(names),
        about=_about(block, page),
        names=names,
        unit=block.unit,
        values=tuple(t.number(stop) for stop in stops),
        stretches=len(stops) - 1,
        bars=() if lines else tuple(_bars(block, stops, page)),
        lines=tuple(
            _line(across.places, [row.values[number] for row in block.rows], stops)
            for number in range(len(block.series))
        )
        if lines
        else (),
        grid="".join(f"M0 {_y(stop, stops)}h{WIDTH}" for stop in stops),
        labels=across.labels if lines else (),
        columns=tuple(_words(one) for one in block.columns),
        rows=tuple(_cells(block, page)),
        x=block.x,
    )


def _words(column: str) -> str:
    return column.replace("_", " ")


def _about(block: ChartBlock, page: Page) -> str:
    shared, t = page.shared, page.shared.t
    keys = dict.fromkeys(page.document.marks[m].item.key for row in block.rows for m in row.marks)
    sources = [shared.site.sources[key] for key in keys if key in shared.site.sources]
    kinds = t.list(list(dict.fromkeys(shared.kinds[one.kind] for one in sources)))
    days = [one.issued for one in sources if one.issued]
    told = t.n("{n} source", "{n} sources", len(sources))
    parts = [t("Numbers from {sources} ({kinds})", sources=told, kinds=kinds)]
    if days:
        first, last = min(days, key=_start), max(days, key=_start)
        span = EventDate(first, last if last != first else None)
        parts.append(t("published {when}", when=t.when(span)))
    return t(", ").join(parts) + t(".")


def _start(when: PartialDate) -> tuple[int, int, int]:
    return when.year, when.month or 0, when.day or 0


def _bars(block: ChartBlock, stops: Sequence[float], page: Page) -> list[Bars]:
    t = page.shared.t
    found = []
    for row in block.rows:
        bars = tuple(
            Bar(_bar(value, stops), t("no number") if value is None else t.number(value))
            for value in row.values
        )
        found.append(Bars(label(row.cells[block.x], t), bars))
    return found


def _bar(value: float | None, stops: Sequence[float]) -> str:
    """Give a bar from zero, as wide as its number; of zero itself, a stroke."""
    if value is None:
        return ""
    width = stops[-1] - stops[0]
    zero, end = (100 * (one - stops[0]) / width for one in (0, value))
    return f"M{_short(zero)} 1v8H{_short(end)}V1z"


def _line(places: Sequence[float], values: Sequence[float | None], stops: Sequence[float]) -> str:
    """Give a line from number to number, with a stroke at each; it breaks where there is none."""
    found = []
    points = [
        None if value is None else (_short(place * WIDTH), _y(value, stops))
        for place, value in zip(places, values, strict=True)
    ]
    for before, point in pairwise([None, *points]):
        if point is not None:
            found.append(f"{'M' if before is None else 'L'}{point[0]} {point[1]}")
            found.append(f"m0-{MARK}v{2 * MARK}m0-{MARK}")
    return "".join(found)


def _y(value: float, stops: Sequence[float]) -> str:
    return _short(HEIGHT * (1 - (value - stops[0]) / (stops[-1] - stops[0])))


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _number(cell: str, page: Page) -> str:
    """Give a number with its thousands apart, and all the decimals that were written."""
    whole, point, decimals = cell.removeprefix("-").partition(".")
    return "-" * cell.startswith("-") + page.shared.t.number(int(whole)) + point + decimals


def _cells(block: ChartBlock, page: Page) -> list[tuple[CellView, ...]]:
    rows = []
    for row in block.rows:
        cells = []
        for number, cell in enumerate(row.cells):
            is_number = number in block.series
            is_date = number == block.x and partial_date(cell) is not None
            words = label(cell, page.shared.t) if number == block.x else cell
            if is_number:
                words = _number(cell, page) if cell else page.shared.t("no number")
            sources = page.marks(row.marks) if number == block.source else ()
            iso, value = (cell if one else "" for one in (is_date, is_number))
            cells.append(CellView(words, iso, is_number, value, sources))
        rows.append(tuple(cells))
    return rows
