"""Rich text: HTML that we made, with slots for what only the whole site knows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CiteSlot:
    """Where the marks of one citation stand."""

    marks: tuple[int, ...]
    """Indexes in the document's `marks`."""


@dataclass(frozen=True, slots=True)
class NotesSlot:
    """Where the notes of one passage stand: the sources that it cites, once each."""

    number: int
    """Counted from 1 down the page; part of the notes' anchors."""
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BlockSlot:
    """Where a block stands."""

    index: int
    """Index in the document's `blocks`."""


Slot = CiteSlot | NotesSlot | BlockSlot
Rich = tuple[str | Slot, ...]
"""Strings are finished HTML, escaped and safe; slots are filled when the site is known."""
