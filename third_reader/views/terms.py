"""The terms of the glossary in the order of a language, and the pages that use each."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from third_reader.languages.alphabet import place, shelf
from third_reader.model.address import letter_address, use_address
from third_reader.model.document import Document
from third_reader.model.glossary import Term
from third_reader.views.article import Link
from third_reader.views.definitions import Definition, definition
from third_reader.views.search import shelf_words
from third_reader.views.shared import Shared
from third_reader.views.sharing import ROOM, Leaf, leaves

USES = 6
"""Pages that are named at a term; where more use it, all stand on a page of its own."""
MARKS = 100
"""Bytes that the marks of a term, and those of a page that uses it, count for."""


@dataclass(frozen=True, slots=True)
class Said:
    """A term in another language."""

    words: str
    tag: str
    """BCP 47."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One term."""

    id: str
    own: Definition
    others: tuple[Said, ...]
    used: tuple[Link, ...]
    """The first pages that use it, by title."""
    more: Link | None
    """To all of them, if there are more."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The terms under one heading."""

    id: str
    words: str
    leaves: tuple[Leaf[Entry], ...]
    """Its own pages, in a glossary that is too long for one."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Give all of them."""
        return tuple(one for leaf in self.leaves for one in leaf.items)


@dataclass(frozen=True, slots=True)
class Glossary:
    """All terms of the site."""

    letters: tuple[Letter, ...]
    uses: Mapping[str, tuple[Link, ...]]
    """By id of a term that has `more`: every page that uses it."""
    whole: bool
    """It fits one page."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Give all terms in order."""
        return tuple(entry for letter in self.letters for entry in letter.entries)


def glossary(shared: Shared) -> Glossary:
    """Sort the terms of the site for a language."""
    tag = shared.language.tag
    used = _used(shared)
    entries = [_entry(one, used.get(one.id, ()), shared) for one in _terms(shared)]
    entries.sort(key=lambda one: (place(one.own.words, tag), one.id))
    grouped = groupby(entries, key=lambda one: shelf(one.own.words, tag))
    letters = []
    for one, under in grouped:
        address = letter_address(one.id, shared.language.prefix)
        letters.append(Letter(one.id, shelf_words(one, shared), leaves(under, _weight, address)))
    return Glossary(
        tuple(letters),
        {one.id: used[one.id] for one in entries if one.more},
        sum(map(_weight, entries)) <= ROOM,
    )


def _terms(shared: Shared) -> tuple[Term, ...]:
    return tuple(shared.site.glossary.terms.values())


def _entry(term: Term, used: tuple[Link, ...], shared: Shared) -> Entry:
    own, t = definition(term, shared), shared.t
    others = {
        term.words[one.code].term: one.tag
        for one in reversed(shared.site.config.languages)
        if one.code in term.words and term.words[one.code].term != own.words
    }
    said = tuple(Said(words, tag) for words, tag in reversed(others.items()))
    left = len(used) - USES
    if left < 2:
        return Entry(term.id, own, said, used, None)
    more = t.n("and on {n} more page", "and on {n} more pages", left)
    href = use_address(term.id, shared.language.prefix)
    return Entry(term.id, own, said, used[:USES], Link(href, more))


def _used(shared: Shared) -> dict[str, tuple[Link, ...]]:
    found: dict[str, list[Document]] = {}
    for document in shared.pages:
        for term in dict.fromkeys(use.term for use in document.terms):
            found.setdefault(term, []).append(document)
    return {
        term: tuple(
            Link(one.url, one.title) for one in sorted(those, key=lambda one: (one.title, one.url))
        )
        for term, those in found.items()
    }


def _weight(one: Entry) -> int:
    said = "".join(other.words for other in one.others)
    pages = sum(MARKS // 2 + len(page.words.encode()) for page in one.used)
    return MARKS + pages + len(f"{one.own.words}{one.own.definition}{said}".encode())
