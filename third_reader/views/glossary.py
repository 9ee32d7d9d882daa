"""The pages of the glossary: all of it, or an index and its letters; and where a term is used."""

from dataclasses import dataclass

from third_reader.model.address import use_address
from third_reader.views.article import Link
from third_reader.views.shared import Shared
from third_reader.views.sharing import Leaf, Step, leaves, numbered
from third_reader.views.terms import MARKS, Entry, Glossary, Letter


@dataclass(frozen=True, slots=True)
class Under:
    """Terms under their heading."""

    id: str
    words: str
    href: str
    """Where they are told in full; empty: here."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """What `glossary.html` shows."""

    title: str
    description: str
    up: Link | None
    """To the whole glossary, from a letter's page."""
    contents: tuple[Step, ...]
    letters: tuple[Under, ...]
    ways: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TermView:
    """What `term.html` shows: every page that uses a term."""

    title: str
    description: str
    entry: Entry
    parts: tuple[Step, ...]
    pages: tuple[Link, ...]
    ways: tuple[Link, ...]


def glossary_view(found: Glossary, shared: Shared) -> GlossaryView:
    """Give all terms; where they are too many for a page, each by name, with the way to it."""
    t = shared.t
    letters = tuple(_under(one, found.whole) for one in found.letters)
    return GlossaryView(
        title=t("Glossary"),
        description=t.n(
            "{n} term, and the pages that use it.",
            "{n} terms, each with the pages that use it.",
            len(found.entries),
        ),
        up=None,
        contents=tuple(Step(f"#{one.id}", one.words, "", False) for one in letters),
        letters=letters,
        ways=(),
    )


def letter_view(found: Glossary, letter: Letter, number: int, shared: Shared) -> GlossaryView:
    """Give a page of one letter, by its number from 0."""
    t, leaf = shared.t, letter.leaves[number]
    return GlossaryView(
        title=t("Glossary: {letter}", letter=letter.words),
        description=t.n("{n} term", "{n} terms", len(letter.entries)),
        up=Link(shared.url("/glossary/"), t("Glossary")),
        contents=tuple(
            Step(one.leaves[0].address, one.words, "", one is letter) for one in found.letters
        ),
        letters=(Under(f"under.{letter.id}", letter.words, "", leaf.items),),
        ways=leaf.ways(shared),
    )


def uses(entry: Entry, found: Glossary, shared: Shared) -> tuple[Leaf[Link], ...]:
    """Share out the pages that use a term."""
    address = use_address(entry.id, shared.language.prefix)
    return leaves(found.uses[entry.id], _weight, address)


def term_view(
    entry: Entry, all_leaves: tuple[Leaf[Link], ...], number: int, shared: Shared
) -> TermView:
    """Give a page of those that use a term, by its number from 0."""
    t = shared.t
    count = sum(len(leaf.items) for leaf in all_leaves)
    return TermView(
        title=entry.own.words,
        description=t.n("{n} page uses this term.", "{n} pages use this term.", count),
        entry=entry,
        parts=numbered(all_leaves, number, shared),
        pages=all_leaves[number].items,
        ways=all_leaves[number].ways(shared),
    )


def _under(letter: Letter, whole: bool) -> Under:
    # A stop, which no id of a term holds, keeps the headings' ids apart from theirs.
    href = "" if whole else letter.leaves[0].address
    return Under(f"under.{letter.id}", letter.words, href, letter.entries)


def _weight(one: Link) -> int:
    return MARKS // 2 + len(f"{one.href}{one.words}".encode())
