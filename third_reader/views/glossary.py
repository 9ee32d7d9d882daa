"""The glossary: every term in the order of its language, and where it is used."""

from dataclasses import dataclass
from itertools import groupby

from third_reader.languages.alphabet import place, shelf
from third_reader.model.document import Document
from third_reader.model.glossary import Term
from third_reader.views.article import Link
from third_reader.views.definitions import Definition, definition
from third_reader.views.search import shelf_words
from third_reader.views.shared import Shared


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
    """The pages that use it, by title."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The terms under one heading."""

    id: str
    words: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """What `glossary.html` shows."""

    title: str
    description: str
    contents: tuple[Link, ...]
    letters: tuple[Letter, ...]


def glossary_view(shared: Shared) -> GlossaryView:
    """Give the glossary in one language."""
    t, tag = shared.t, shared.language.tag
    used = _used(shared)
    entries = [_entry(term, used, shared) for term in shared.site.glossary.terms.values()]
    entries.sort(key=lambda one: (place(one.own.words, tag), one.id))
    grouped = groupby(entries, key=lambda one: shelf(one.own.words, tag))
    # A stop, which no id of a term holds, keeps the headings' ids apart from theirs.
    letters = tuple(
        Letter(f"under.{one.id}", shelf_words(one, shared), tuple(under)) for one, under in grouped
    )
    return GlossaryView(
        title=t("Glossary"),
        description=t.n(
            "{n} term, and the pages that use it.",
            "{n} terms, each with the pages that use it.",
            len(entries),
        ),
        contents=tuple(Link(f"#{one.id}", one.words) for one in letters),
        letters=letters,
    )


def _entry(term: Term, used: dict[str, list[Document]], shared: Shared) -> Entry:
    own = definition(term, shared)
    others = {
        term.words[one.code].term: one.tag
        for one in reversed(shared.site.config.languages)
        if one.code in term.words and term.words[one.code].term != own.words
    }
    said = tuple(Said(words, tag) for words, tag in reversed(others.items()))
    pages = sorted(used.get(term.id, ()), key=lambda one: (one.title, one.url))
    return Entry(term.id, own, said, tuple(Link(one.url, one.title) for one in pages))


def _used(shared: Shared) -> dict[str, list[Document]]:
    found: dict[str, list[Document]] = {}
    for document in shared.pages:
        for term in dict.fromkeys(use.term for use in document.terms):
            found.setdefault(term, []).append(document)
    return found
