"""Rich text: HTML that we made, with slots for what only the whole site knows."""

import re
from dataclasses import dataclass
from typing import NamedTuple

BARE_FIRST, BARE_LAST = "\ue000", "\ue001"
"""Round the id of a glossary term that has no words of its own, until the glossary is known.

Input may hold neither, so none can be forged.
"""
BARE = re.compile(f"{BARE_FIRST}([a-z0-9-]*){BARE_LAST}")


class CiteSlot(NamedTuple):
    """Where the marks of one citation stand."""

    marks: tuple[int, ...]
    """Indexes in the document's `marks`."""


class NotesSlot(NamedTuple):
    """Where the notes of one passage stand: the sources that it cites, once each."""

    number: int
    """Counted from 1 down the page; part of the notes' anchors."""
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BlockSlot:
    """Where a block stands."""

    index: int
    """Index in the document's `blocks`."""


@dataclass(frozen=True, slots=True)
class TermsSlot:
    """Where definitions of glossary terms may stand: after the text that uses them.

    The terms are links already, within the strings.
    """

    terms: tuple[str, ...]
    """Ids, each once, in the order of the text."""


Slot = CiteSlot | NotesSlot | BlockSlot | TermsSlot
Rich = tuple[str | Slot, ...]
"""Strings are finished HTML, escaped and safe; slots are filled when the site is known."""
