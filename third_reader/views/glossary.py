"""The glossary: every term in the order of its language, and where it is used."""

from dataclasses import dataclass

from third_reader.languages.collation import collated, heading
from third_reader.model.document import Document
from third_reader.model.glossary import Term
from third_reader.views.article import Link
from third_reader.views.definitions import Definition, definition
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
    order: str
    """Says what the order is; empty: the alphabet."""
    contents: tuple[Link, ...]
    letters: tuple[Letter, ...]


def glossary_view(shared: Shared) -> GlossaryView:
    """Give the glossary in one language."""
    t, tag = shared.t, shared.language.tag
    used = _used(shared)
    entries = [_entry(term, used, shared) for term in shared.site.glossary.terms.values()]
    entries.sort(key=lambda one: (collated(one.own.words, tag), one.id))
    found: dict[str | int, list[Entry]] = {}
    for entry in entries:
        found.setdefault(heading(entry.own.words, tag), []).append(entry)
    letters = tuple(
        Letter(_anchor(head), _words(head, shared), tuple(under)) for head, under in found.items()
    )
    return GlossaryView(
        title=t("Glossary"),
        description=t.n(
            "{n} term, and the pages that use it.",
            "{n} terms, each with the pages that use it.",
            len(entries),
        ),
        order=t("Words that begin with a letter come first, the others by strokes.")
        if any(isinstance(head, int) for head in found)
        else "",
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


def _anchor(head: str | int) -> str:
    # A capital or a stop: no id of a term holds either.
    return f"under.{head}" if isinstance(head, int) else f"under.{head.replace('#', 'other')}"


def _words(head: str | int, shared: Shared) -> str:
    if isinstance(head, int):
        return shared.t.n("{n} stroke", "{n} strokes", head)
    return shared.t("Other") if head == "#" else head
