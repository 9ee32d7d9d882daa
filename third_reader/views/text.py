"""Rich text to what templates print: finished HTML, marks and notes, with their words filled in."""

import re
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

from markupsafe import Markup

from third_reader.citations.labels import locator_words
from third_reader.model.address import cite_anchor
from third_reader.model.citation import Mark, Mode
from third_reader.model.document import Document
from third_reader.model.text import CiteSlot, NotesSlot, Rich, TermsSlot
from third_reader.views.cards import Card, spoken
from third_reader.views.definitions import Definition, definition
from third_reader.views.margins import SMALL, Wanted, down, full, width
from third_reader.views.shared import Shared

MANY = 230
"""Marks from which on a page has no room for references in full beside its text."""
YEAR = re.compile(r"\d{4}[a-z]*$")
BLOCKS = re.compile(r"<(?:p|ul|ol|dl|pre|table|div|blockquote)\b")
LIST_ITEM = '<li class="passage">'
PASSAGE = 'class="passage">'


class CiteLink(NamedTuple):
    """One mark: a link with its own anchor, and the words around it."""

    before: str
    anchor: str
    href: str
    words: Markup
    after: str
    spoken: bool
    """It stands in the sentence, as a part of it."""


class Cite(NamedTuple):
    """The marks of one citation."""

    lead: str
    marks: tuple[CiteLink, ...]
    tail: str

    @property
    def kind(self) -> str:
        """Give what templates know it by."""
        return "cite"


class Note(NamedTuple):
    """A source beside the passage that cites it."""

    anchor: str
    card: Card
    full: bool
    """False: it was given in full above; label and kind only."""


class Notes(NamedTuple):
    """The sources of one passage, once each."""

    notes: tuple[Note, ...]
    down: int
    """Lines that they stand below the passage's first, in the margin, to meet their marks."""

    @property
    def kind(self) -> str:
        """Give what templates know it by."""
        return "notes"


@dataclass(frozen=True, slots=True)
class Hole:
    """Where a block stands, until the block is known."""

    kind: ClassVar[str] = "hole"
    index: int


@dataclass(frozen=True, slots=True)
class Terms:
    """Glossary terms that are defined here, under the text that uses them first."""

    kind: ClassVar[str] = "terms"
    terms: tuple[Definition, ...]


Piece = Markup | Cite | Notes | Terms | Hole
Text = tuple[Piece, ...]


@dataclass(slots=True)
class Page:
    """One document on its way to a view: what its texts need to know of each other."""

    shared: Shared
    document: Document
    passages: dict[int, int] = field(default_factory=dict)
    """By index of a mark: the number of the passage that it stands in."""
    given: set[str] = field(default_factory=set)
    """Sources that a note gave in full."""
    defined: set[str] = field(default_factory=set)
    """Glossary terms that were defined."""
    _room: bool = True
    """A page with very many marks gives full references at its end alone (FEATURES, no. 16)."""
    _so_far: float = 0
    """Width of the passage's text so far, in Latin characters."""
    _marks_at: dict[int, float] = field(default_factory=dict)
    """By index of a mark: the width of its passage's text before it."""

    def __post_init__(self) -> None:
        """Find the passage of each mark: a mark comes before its notes."""
        self._room = len(self.document.marks) < MANY
        for piece in self.document.body:
            if isinstance(piece, NotesSlot):
                self.passages |= dict.fromkeys(piece.marks, piece.number)

    def text(self, rich: Rich) -> Text:
        """Fill the slots of a rich text."""
        pieces: list[Piece] = []
        box = ""
        for place, piece in enumerate(rich):
            if isinstance(piece, str):
                self._count(piece)
                if LIST_ITEM in piece:
                    # The words of a list item need a box of their own beside its notes.
                    box = _box(piece, rich[place + 1 :])
                    piece = piece.replace(LIST_ITEM, f"{LIST_ITEM}<{box}>")
                pieces.append(Markup(piece))  # noqa: S704  made by reading, escaped there
            elif isinstance(piece, CiteSlot):
                after = rich[place + 1] if place + 1 < len(rich) else ""
                words = after if isinstance(after, str) else ""
                pieces.append(self.cite(piece, _end(pieces), words))
            elif isinstance(piece, NotesSlot):
                if box:
                    pieces.append(Markup(f"</{box}>"))  # noqa: S704
                    box = ""
                pieces.append(self.notes(piece))
            elif isinstance(piece, TermsSlot):
                pieces.append(self.terms(piece))
            else:
                pieces.append(Hole(piece.index))
        return tuple(pieces)

    def plain(self, rich: Rich) -> Text:
        """Give a rich text without its marks."""
        return tuple(Markup(piece) for piece in rich if isinstance(piece, str))  # noqa: S704

    def cite(self, slot: CiteSlot, before: str = "", after: str = "") -> Cite:
        """Give the marks of a citation between two pieces of HTML."""
        links = []
        for place, number in enumerate(slot.marks):
            link = self._link(number, place)
            links.append(link)
            self._marks_at[number] = self._so_far
            self._so_far += (len(link.words) + 2) * SMALL
        lead = " " if before and not before.isspace() and before not in "([（「『“>" else ""
        tail = " " if after[:1].isalnum() else ""
        return Cite(lead, tuple(links), tail)

    def marks(self, numbers: tuple[int, ...]) -> Text:
        """Give marks that stand outside the text, where none can be a part of a sentence."""
        if not numbers:
            return ()
        found = self.cite(CiteSlot(numbers))
        return (found._replace(marks=tuple(one._replace(spoken=False) for one in found.marks)),)

    def notes(self, slot: NotesSlot) -> Notes:
        """Give the notes of a passage; a source is given in full where it first finds room."""
        places: dict[str, list[float]] = {}
        for mark in slot.marks:
            key = self.document.marks[mark].item.key
            places.setdefault(key, []).append(self._marks_at.get(mark, 0))
        cards = [card for key in places if (card := self.shared.cards.get(key))]
        wanted = [
            Wanted(places[one.id][0], places[one.id][-1], one.lines, one.id not in self.given)
            for one in cards
        ]
        whole = full(wanted, self._so_far) if self._room else (False,) * len(wanted)
        notes = []
        for card, is_full in zip(cards, whole, strict=True):
            if is_full:
                self.given.add(card.id)
            notes.append(Note(f"n{slot.number}-{card.id}", card, is_full))
        return Notes(tuple(notes), down(wanted, whole, self._so_far))

    def terms(self, slot: TermsSlot) -> Terms:
        """Give the definitions of terms that the page has not given yet."""
        known = self.shared.site.glossary.terms
        new = [known[one] for one in slot.terms if one in known and one not in self.defined]
        self.defined.update(slot.terms)
        return Terms(tuple(definition(one, self.shared) for one in new))

    def _count(self, html: str) -> None:
        """Measure the text of the passage so far."""
        _, begun, words = html.rpartition(PASSAGE)
        self._so_far = width(words) if begun else self._so_far + width(words)

    def _link(self, number: int, place: int) -> CiteLink:
        t = self.shared.t
        mark = self.document.marks[number]
        item = mark.item
        in_text = item.mode is Mode.IN_TEXT
        card = self.shared.cards.get(item.key)
        words, after = self._words(mark, card)
        before = t("; ") if place else ""
        if item.prefix:
            before += item.prefix + self.shared.mark_gap(item.prefix[-1])
        target = self._target(number, item.key)
        told = (
            card.name
            if card is not None and words == card.label
            else spoken(words, self.shared.language.tag)
        )
        return CiteLink(before, cite_anchor(number), target, told, after, in_text)

    def _target(self, number: int, key: str) -> str:
        passage = self.passages.get(number)
        return f"#s-{key}" if passage is None else f"#n{passage}-{key}"

    def _words(self, mark: Mark, card: Card | None) -> tuple[str, str]:
        t, item = self.shared.t, mark.item
        label = card.label if card else item.key
        where = locator_words(item, self.shared.language) if item.locator else ""
        if item.mode is Mode.SUPPRESS_AUTHOR:
            year = YEAR.search(label)
            label = year.group() if year else label
        after = self._suffix(item.suffix, bool(where))
        if where and item.mode is Mode.IN_TEXT:
            return label, " " + t("({place})", place=where + after)
        return (t("{label}, {place}", label=label, place=where) if where else label), after

    def _suffix(self, suffix: str, located: bool) -> str:
        if not suffix:
            return ""
        if not suffix[0].isalnum():
            return suffix
        return (" " if located and suffix[0] < "\u2e80" else self.shared.t(", ")) + suffix


def _box(html: str, rest: Rich) -> str:
    """Give the element for the words of a list item: a paragraph, if they hold no block."""
    words = [html.rpartition(LIST_ITEM)[2]]
    for piece in rest:
        if isinstance(piece, NotesSlot):
            break
        if isinstance(piece, str):
            words.append(piece)
    return "div" if BLOCKS.search("".join(words)) else "p"


def _end(pieces: list[Piece]) -> str:
    last = pieces[-1] if pieces else ""
    return str(last)[-1:] if isinstance(last, str) else ""
