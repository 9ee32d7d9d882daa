"""The first and the last day that a date may mean, which is a year, a month or a day."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from third_reader.model.source import PartialDate, Source

ZONES = timedelta(days=1)
"""One moment has two dates on Earth, so a day's difference shows nothing."""
ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def first_day(when: PartialDate) -> date:
    """Give the first day."""
    return date(when.year, when.month or 1, when.day or 1)


def last_day(when: PartialDate) -> date:
    """Give the last day."""
    month = when.month or 12
    return date(when.year, month, when.day or monthrange(when.year, month)[1])


def earliest(source: Source) -> date:
    """Give the first day on which a source's words can have come out; `date.min`: undated.

    A reprint may carry CSL `original-date`.
    """
    if source.issued is None:
        return date.min
    issued = first_day(source.issued)
    original = ISO.fullmatch(_iso(source.csl.get("original-date")))
    if original is None:
        return issued
    year, month, day = (int(part) if part else None for part in original.groups())
    try:
        return min(date(year or 1, month or 1, day or 1), issued)
    except ValueError:
        return issued


def latest(source: Source) -> date:
    """Give the last day on which a source can have been issued, anywhere; `date.max`: undated."""
    when = source.issued_end or source.issued
    return anywhere(last_day(when)) if when else date.max


def anywhere(day: date) -> date:
    """Give the day that it may be elsewhere on Earth while it is this one here."""
    return day + ZONES if day < date.max else day


def issued(source: Source) -> str:
    """Give the day, month or year that a source is dated, its last if it has several."""
    when = source.issued_end or source.issued
    return when.iso() if when else ""


def _iso(value: object) -> str:
    """Give a CSL date as ISO 8601 writes it; empty: it is none, or a range."""
    if not isinstance(value, Mapping):
        return str(value or "")
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list | tuple) and len(parts) == 1 else ()
    numbers = [str(part).rjust(2, "0") for part in first] if isinstance(first, list | tuple) else []
    return "-".join(numbers)
