"""Events by year: in lists that each fit a page, and counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from third_reader.model.address import timeline_address
from third_reader.model.blocks import Event
from third_reader.model.document import Document
from third_reader.views.shared import Shared
from third_reader.views.yearly import Sheet, Weighed, by_year, years_of

MARKS = 100
"""Bytes that the marks of one event count for."""
GAP = 3
"""Years without an event that stand one by one; a longer run of them is one gap."""

Dated = tuple[Document, Event]


@dataclass(frozen=True, slots=True)
class Bar:
    """The events of one year, or a gap between years that have any."""

    first: int
    last: int
    """The same year, except in a gap."""
    count: int
    address: str
    """The page that the year begins on; empty: there are none."""


def dated(documents: Iterable[Document]) -> tuple[Dated, ...]:
    """Give the events of pages, the newest first: `/data/events.json` turned round."""
    found = [(document, event) for document in documents for event in document.events]
    found.sort(key=lambda pair: (pair[1].when.first_day(), pair[0].url))
    return tuple(reversed(found))


def sheets(events: Sequence[Dated], platform: str, shared: Shared) -> tuple[Sheet[Dated], ...]:
    """Share events out: the first page takes the newest years that fit, other years have theirs."""
    address = partial(timeline_address, shared.language.prefix, platform)
    return by_year((Weighed(one[1].when.start.year, _weight(one), one) for one in events), address)


def bars(found: Sequence[Sheet[Dated]]) -> tuple[Bar, ...]:
    """Count the events by year, the oldest first; long runs without any are one gap."""
    years = years_of(found)
    made: list[Bar] = []
    for year in sorted(years):
        if made:
            made += _gap(made[-1].last + 1, year - 1)
        address, count = years[year]
        made.append(Bar(year, year, count, address))
    return tuple(made)


def _gap(first: int, last: int) -> list[Bar]:
    if last - first >= GAP:
        return [Bar(first, last, 0, "")]
    return [Bar(year, year, 0, "") for year in range(first, last + 1)]


def _weight(one: Dated) -> int:
    document, event = one
    return MARKS + len(event.plain.encode()) + len(document.title.encode())
