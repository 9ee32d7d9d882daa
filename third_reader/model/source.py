"""A source: what a statement rests on, as CSL-YAML describes it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from third_reader.model.position import Position


class Kind(StrEnum):
    """What sort of witness a source is (FORMAT, section 3)."""

    COURT_RECORD = "court-record"
    OFFICIAL = "official"
    LAW = "law"
    TECHNICAL_RESEARCH = "technical-research"
    FIRST_PERSON = "first-person"
    NEWS_REPORT = "news-report"
    ANALYSIS = "analysis"
    PARTY_CLAIM = "party-claim"


class ReadState(StrEnum):
    """How much of a source we read."""

    WHOLE = "whole"
    PART = "part"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precise as it is known: a year, a month or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    def iso(self) -> str:
        """Give it as ISO 8601 writes it: `2019`, `2019-12` or `2019-12-11`."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Name:
    """A CSL name: a person by parts, or a body or pseudonym in one piece."""

    family: str = ""
    given: str = ""
    literal: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """An archived copy of a source."""

    url: str
    date: date


@dataclass(frozen=True, slots=True)
class Source:
    """One source; `csl` keeps every field as it was written, these are the ones that we read."""

    id: str
    kind: Kind
    title: str
    title_short: str
    title_en: str
    author: tuple[Name, ...]
    container: str
    """CSL `container-title`."""
    publisher: str
    issued: PartialDate | None
    """None: undated."""
    issued_end: PartialDate | None
    """The last day of a range of dates; None: no range."""
    url: str
    call_number: str
    """CSL `archive` and `call-number`, joined: how to find what has no address."""
    language: str
    """BCP 47 tag of the source's own words; empty: not stated."""
    derived_from: tuple[str, ...]
    """Ids of the sources that this one only relays."""
    archived: tuple[Copy, ...]
    status: str
    """`live`, `moved`, `gone`, `unreachable`; empty: not stated."""
    checked: date | None
    read: ReadState | None
    """None: not stated."""
    note: str
    csl: Mapping[str, object]
    """The item as CSL-JSON, with `custom`."""
    position: Position
    no_copy_known: PartialDate | None = None
    """When no archived copy of it was known to us; None: not stated."""
    accessed: PartialDate | None = None
    """When its address was read, by CSL `accessed`; None: not stated."""
    places: tuple[tuple[str, Position], ...] = ()
    """Where `id` and the keys of its days stand."""
    refused: bool = False
    """Something is wrong with its record, so that hardly more than its id is known."""

    def at(self, key: str) -> Position:
        """Give where one of its keys stands, or its id."""
        return dict(self.places).get(key, self.position)
