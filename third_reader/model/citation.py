"""A citation: one bracket or one in-text key, and the cite items that it holds."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from third_reader.model.position import Position


class Mode(StrEnum):
    """How a cite item names its source (Pandoc manual, "Citation syntax")."""

    NORMAL = "normal"
    IN_TEXT = "in-text"
    SUPPRESS_AUTHOR = "suppress-author"


class CiteItem(NamedTuple):
    """One key in a citation, with what stands around it; all strings are plain text."""

    key: str
    mode: Mode
    prefix: str
    locator_label: str
    """The long English name, such as `page`; empty without a locator."""
    locator: str
    suffix: str
    at: int
    """Index of its `@`, or of the `-` before it, in the text that was parsed."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A recognised citation; `text[start:end]` is what its mark replaces."""

    start: int
    end: int
    items: tuple[CiteItem, ...]


@dataclass(frozen=True, slots=True)
class NearMiss:
    """What looks like a citation and is none."""

    at: int
    end: int
    code: str
    message: str
    only_if_known: str | None = None
    """It is an error only if this key is a source; None: always."""


class Mark(NamedTuple):
    """One cite item where it stands on a page: what a reader follows, and a record."""

    item: CiteItem
    group: int
    """Marks of one citation share it; counted from 0 down the page."""
    position: Position
    claim: str | None
    """Id of the claim that it stands in."""
    section: str
    """The part of the page that it stands in: `envelope`, `people`, a heading's id, or empty."""
