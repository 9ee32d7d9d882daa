"""Events by year: in lists that each fit a page, and counted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from third_reader.model.address import timeline_address
from third_reader.model.blocks import Event
from third_reader.model.document import Document
from third_reader.views.shared import Shared
from third_reader.views.sharing import ROOM

MARKS = 100
"""Bytes that the marks of one event count for."""
GAP = 3
"""Years without an event that stand one by one; a longer run of them is one gap."""

Dated = tuple[Document, Event]


@dataclass(frozen=True, slots=True)
class Part:
    """Events of one year, newest first, that stand together; a long year has several."""

    year: int
    number: int
    """Counted from 1, from the newest."""
    events: tuple[Dated, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one page of a timeline shows."""

    address: str
    parts: tuple[Part, ...]


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


def sheets(events: Sequence[Dated], platform: str, shared: Shared) -> tuple[Sheet, ...]:
    """Share events out: the first page takes the newest years that fit, other years have theirs."""
    parts = tuple(_parts(events))
    first, weight = 0, 0
    while first < len(parts) and (not first or weight + parts[first].weight <= ROOM):
        weight += parts[first].weight
        first += 1
    prefix = shared.language.prefix
    return (
        Sheet(timeline_address(prefix, platform), parts[:first]),
        *(
            Sheet(timeline_address(prefix, platform, part.year, part.number), (part,))
            for part in parts[first:]
        ),
    )


def bars(found: Sequence[Sheet]) -> tuple[Bar, ...]:
    """Count the events by year, the oldest first; long runs without any are one gap."""
    counts: dict[int, int] = {}
    places: dict[int, str] = {}
    for sheet in found:
        for part in sheet.parts:
            counts[part.year] = counts.get(part.year, 0) + len(part.events)
            places.setdefault(part.year, sheet.address)
    made: list[Bar] = []
    for year in sorted(counts):
        if made:
            made += _gap(made[-1].last + 1, year - 1)
        made.append(Bar(year, year, counts[year], places[year]))
    return tuple(made)


def _gap(first: int, last: int) -> list[Bar]:
    if last - first >= GAP:
        return [Bar(first, last, 0, "")]
    return [Bar(year, year, 0, "") for year in range(first, last + 1)]


def _parts(events: Sequence[Dated]) -> Iterator[Part]:
    part: list[Dated] = []
    number, weight = 1, 0
    for one in events:
        more = MARKS + len(one[1].plain.encode()) + len(one[0].title.encode())
        year = one[1].when.start.year
        if part and (part[0][1].when.start.year != year or weight + more > ROOM):
            before = part[0][1].when.start.year
            yield Part(before, number, tuple(part), weight)
            number = number + 1 if before == year else 1
            part, weight = [], 0
        part.append(one)
        weight += more
    if part:
        yield Part(part[0][1].when.start.year, number, tuple(part), weight)
