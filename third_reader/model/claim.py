"""A claim and the grade that its sources give it."""

from dataclasses import dataclass
from enum import StrEnum

from third_reader.model.position import Position
from third_reader.model.text import Rich


class Marker(StrEnum):
    """What an author may say of a claim; everything else is computed."""

    INFERRED = "inferred"
    NOT_ESTABLISHED = "not-established"
    DISPUTED = "disputed"


class Grade(StrEnum):
    """How well a claim stands, strongest first (FORMAT, section 5, "Evidence")."""

    ON_RECORD = "on-record"
    MEASURED = "measured"
    CORROBORATED = "corroborated"
    ONE_SOURCE = "one-source"
    PARTY_CLAIM = "party-claim"
    INFERRED = "inferred"
    NOT_ESTABLISHED = "not-established"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement that stands alone."""

    id: str
    number: int
    """Counted from 1 down the page."""
    text: Rich
    plain: str
    """The words alone, without marks."""
    marker: Marker | None
    keys: tuple[str, ...]
    """Keys that it cites, each once, in the order of the text."""
    position: Position


@dataclass(frozen=True, slots=True)
class Graded:
    """A claim's grade and what it follows from."""

    grade: Grade
    rule: int
    """The rule of FORMAT, section 5, that applied: 1 to 5."""
    sources: tuple[str, ...]
    """Ids of the known sources that it cites, sorted."""
    origins: tuple[str, ...]
    """Ids of the independent origins that these go back to, sorted."""
