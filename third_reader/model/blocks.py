"""The blocks of FORMAT, section 5, as values."""

from dataclasses import dataclass
from datetime import date

from third_reader.model.chart import ChartBlock
from third_reader.model.claim import Claim
from third_reader.model.position import Position
from third_reader.model.source import PartialDate
from third_reader.model.text import Rich


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event was, as written."""

    start: PartialDate
    end: PartialDate | None
    """Last day, month or year of a span `A/B`, included; None: no span."""

    def iso(self) -> str:
        """Give it as it was written: an ISO 8601 date or interval."""
        return self.start.iso() + (f"/{self.end.iso()}" if self.end else "")

    def first_day(self) -> date:
        """Give the first day that it may mean: what events are sorted by."""
        return date(self.start.year, self.start.month or 1, self.start.day or 1)


@dataclass(frozen=True, slots=True)
class Event:
    """One dated event."""

    id: str
    """Its anchor on the page: `event-3`."""
    when: EventDate
    text: Rich
    plain: str
    keys: tuple[str, ...]
    position: Position


@dataclass(frozen=True, slots=True)
class ClaimsBlock:
    """A list of claims."""

    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class TimelineBlock:
    """A list of events, in the order as written."""

    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class DisagreeBlock:
    """A question on which sources disagree."""

    id: str
    question: str
    sides: tuple[Rich, ...]


@dataclass(frozen=True, slots=True)
class UnknownBlock:
    """What is not established."""

    id: str
    items: tuple[Rich, ...]
    plain: tuple[str, ...]
    """The words of each alone."""


@dataclass(frozen=True, slots=True)
class AnalysisBlock:
    """The site's own reasoning."""

    body: Rich


@dataclass(frozen=True, slots=True)
class SafetyBlock:
    """A notice for readers at risk."""

    body: Rich


@dataclass(frozen=True, slots=True)
class QuoteBlock:
    """A quotation in its own language, and its translation."""

    original: Rich
    """In the language of its source."""
    translation: Rich
    """Empty: there is none, which only a source in the page's language may have."""
    mark: int
    """Index of its citation in the document's `marks`."""


Block = (
    ClaimsBlock
    | TimelineBlock
    | DisagreeBlock
    | UnknownBlock
    | AnalysisBlock
    | SafetyBlock
    | QuoteBlock
    | ChartBlock
)
