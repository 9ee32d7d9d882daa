"""Axes: ticks at 1, 2 or 5 times a power of ten, and where dates, numbers and things stand."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from third_reader.languages.catalogue import Catalogue
from third_reader.model.blocks import EventDate
from third_reader.model.source import PartialDate

MOST = 5
"""Stretches between ticks, at most."""
DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,9})?")
NAMED = 7
"""Things on an axis that are all named; of more, some are."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Where things stand between the two ends of an axis."""

    places: tuple[float, ...]
    """From 0 to 1."""
    labels: tuple[str, ...]
    """At equal distances, from the one end to the other."""


def ticks(low: float, high: float, least: int = 0) -> tuple[float, ...]:
    """Give round numbers at equal distances that hold a range between them, two at least.

    `least` is the least distance; 0: any.
    """
    if high <= low:
        high = low + 1
    power = math.floor(math.log10((high - low) / MOST))
    for mantissa, exponent in ((m, power + up) for up in range(3) for m in (1, 2, 5)):
        step = mantissa * 10.0**exponent
        first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
        if step >= least and last - first <= MOST:
            break
    return tuple(_round(number * mantissa, exponent) for number in range(first, last + 1))


def _round(number: int, exponent: int) -> float:
    return number * 10**exponent if exponent >= 0 else round(number * 10.0**exponent, -exponent)


def axis(cells: Sequence[str], t: Catalogue) -> Axis:
    """Give the axis of some labels: of time or numbers in proportion, else one after the other."""
    dates = [partial_date(cell) for cell in cells]
    if len(cells) > 1 and None not in dates:
        return _time([one for one in dates if one is not None], t)
    if len(cells) > 1 and all(NUMBER.fullmatch(cell) for cell in cells):
        numbers = [float(cell) for cell in cells]
        return _even(numbers, ticks(min(numbers), max(numbers)), t.number)
    last = max(1, len(cells) - 1)
    places = tuple(number / last for number in range(len(cells)))
    return Axis(places if len(cells) > 1 else (0.5,), tuple(_named(cells, t)))


def label(cell: str, t: Catalogue) -> str:
    """Give a label as readers write it: a date or a span of dates in words, all else as it is."""
    start, bar, end = cell.partition("/")
    first, last = partial_date(start), partial_date(end)
    if first is None or (bar and last is None):
        return cell
    return t.when(EventDate(first, last))


def partial_date(cell: str) -> PartialDate | None:
    """Give the date that a cell is; None: it is none."""
    found = DATE.fullmatch(cell)
    if found is None:
        return None
    year, month, day = (int(one) if one else None for one in found.groups())
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    return PartialDate(year or 0, month, day)


def _time(dates: list[PartialDate], t: Catalogue) -> Axis:
    in_years = all(one.month is None for one in dates)
    years = [_year(one, 0 if in_years else 0.5) for one in dates]
    if in_years or max(years) - min(years) >= 2:
        return _even(years, ticks(min(years), max(years), 1), lambda year: str(int(year)))
    months = [year * 12 for year in years]
    for step in (1, 2, 3, 6, 12):
        first, last = math.floor(min(months) / step), math.ceil(max(months) / step)
        if last - first <= 4:
            break
    stops = tuple(float(number * step) for number in range(first, max(last, first + 1) + 1))
    return _even(
        months, stops, lambda month: t.short(PartialDate(int(month) // 12, int(month) % 12 + 1))
    )


def _year(when: PartialDate, within: float) -> float:
    """Give a date as a number of years; what is not known of it lies in the middle."""
    if when.month is None:
        return when.year + within
    day = (when.day - 1) / 31 if when.day else within
    return when.year + (when.month - 1 + day) / 12


def _even(values: list[float], stops: tuple[float, ...], words: Callable[[float], str]) -> Axis:
    width = stops[-1] - stops[0]
    places = tuple((value - stops[0]) / width for value in values)
    return Axis(places, tuple(words(stop) for stop in stops))


def _named(cells: Sequence[str], t: Catalogue) -> list[str]:
    if len(cells) <= NAMED:
        return [label(cell, t) for cell in cells]
    last = len(cells) - 1
    parts = next((one for one in (6, 5, 4, 3, 2) if last % one == 0), 1)
    return [label(cells[number], t) for number in range(0, last + 1, last // parts)]
