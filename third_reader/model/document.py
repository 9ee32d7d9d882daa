"""A page as it was written: plain data, which says nothing about what its keys mean."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from third_reader.model.blocks import Block, ClaimsBlock, Event, TimelineBlock
from third_reader.model.citation import Mark, NearMiss
from third_reader.model.claim import Claim
from third_reader.model.diagnostic import Diagnostic
from third_reader.model.glossary import TermUse
from third_reader.model.position import Position
from third_reader.model.source import PartialDate
from third_reader.model.text import Rich


class PageKind(StrEnum):
    """What a page is; its value is the folder that it is written in."""

    CASE = "cases"
    EXPLAINER = "explainers"
    PAGE = "pages"


class Point(StrEnum):
    """A place on the way of a message."""

    FROM = "from"
    THROUGH = "through"
    TO = "to"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a case names, and why it may."""

    id: str
    name: str
    native: str
    native_hans: str
    role: str
    named_because: str
    marks: tuple[int, ...]
    """Who is named here was named there: indexes in the document's `marks`."""
    position: Position


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of the envelope."""

    who: Rich
    """The words before the first comma: a person, a place, a reader."""
    rest: Rich
    """What follows it, with its marks; may be empty."""
    plain: str
    """All its words, without marks."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One place where the message is said to have been read."""

    point: Point
    established: bool
    """False: claimed."""
    text: Rich
    plain: str
    """The words alone; an in-text mark by its key."""


@dataclass(frozen=True, slots=True)
class Tick:
    """One line of the receipt."""

    stage: str
    """`delivered`, `read` or `third`."""
    claim: str
    """Id of the claim that says so."""
    position: Position


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a case opens with."""

    sender: Stop
    through: Stop | None
    """Its `who` is empty: the template shows the platform there."""
    recipient: Stop
    reader: Stop
    legs: tuple[Leg, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What only a case has; ids are those of the vocabulary, empty when not given."""

    platform: str
    origin: str
    """Front matter `from`: ISO 3166-1 or 3166-2."""
    to: tuple[str, ...]
    mechanism: tuple[str, ...]
    outcome: str
    when: PartialDate | None
    people: tuple[Person, ...]
    envelope: Envelope | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body."""

    id: str
    words: str
    level: int
    """2 to 6."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link or picture within the site."""

    target: str
    """As written: `/cases/x/#claim-y`, `#claim-y`, `/images/x.png`."""
    position: Position
    picture: bool


@dataclass(frozen=True, slots=True)
class Suspect:
    """A near miss that is an error only if its key is a source."""

    miss: NearMiss
    position: Position


@dataclass(frozen=True, slots=True)
class Document:
    """One page of one language."""

    kind: PageKind
    slug: str
    lang: str
    """Code of its language."""
    url: str
    """Its address within the site, with the language's prefix: `/cases/gao-zhigang/`."""
    path: str
    """Its file, as diagnostics name it."""
    translation: bool
    """Its file name carries a language: the page of that slug without one is its original."""
    draft: bool
    title: str
    summary: str
    date: datetime.date | None
    reviewed: datetime.date | None
    updated: datetime.date | None
    translated: datetime.date | None
    case: CaseFacts | None
    body: Rich
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    headings: tuple[Heading, ...]
    anchors: tuple[str, ...]
    """Every id that a link may lead to in the body, `cite-…` and `claim-…` included."""
    links: tuple[Link, ...]
    suspects: tuple[Suspect, ...]
    keys: tuple[tuple[str, tuple[int, int]], ...]
    """Line and column of each key of the front matter: `platform`, `people.0.cite`."""
    diagnostics: tuple[Diagnostic, ...]
    words: int
    """Words of the body; of Chinese, characters."""
    terms: tuple[TermUse, ...] = ()
    """The glossary terms that it uses, as they come."""
    was: tuple[str, ...] = ()
    """Slugs that it had before."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Its claims, down the page."""
        return tuple(
            claim
            for block in self.blocks
            if isinstance(block, ClaimsBlock)
            for claim in block.claims
        )

    @property
    def events(self) -> tuple[Event, ...]:
        """Its events, down the page."""
        return tuple(
            event
            for block in self.blocks
            if isinstance(block, TimelineBlock)
            for event in block.events
        )

    def at(self, key: str) -> Position:
        """Give where a front matter key stands; the start of the file if it is not there."""
        return Position(self.path, *dict(self.keys).get(key, (1, 1)))
