"""The first and the last day that a date may mean, which is a year, a month or a day."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from third_reader.model.source import PartialDate, Source

ZONES = timedelta(days=1)
"""One moment has two dates on Earth, so a day's difference shows nothing."""
ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


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
    original = ISO.fullmatch(_iso(source.csl.get("original-date")))
    if original is None:
        return first_day(source.issued)
    year, month, day = (int(part) if part else None for part in original.groups())
    return min(first_day(PartialDate(year or 1, month, day)), first_day(source.issued))


def latest(source: Source) -> date:
    """Give the last day on which a source can have been issued, anywhere; `date.max`: undated."""
    when = source.issued_end or source.issued
    return last_day(when) + ZONES if when else date.max


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
    return "-".join(f"{int(part):02d}" for part in first) if isinstance(first, list | tuple) else ""
