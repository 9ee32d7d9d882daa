"""A list that outgrows one page goes on at the next: `/open-questions/2/`."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from third_reader.views.article import Link
from third_reader.views.shared import Shared

ROOM = 50_000
"""Bytes of text on one page: packed they are a third, which leaves room for marks and styles."""
REST = 8
"""A last page that holds no more than this part of its room is none of its own."""

One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Leaf(Generic[One]):
    """What one page of a list shows."""

    address: str
    items: tuple[One, ...]
    before: str
    after: str
    """Addresses of the pages beside it; empty: there is none."""

    def ways(self, shared: Shared) -> tuple[Link, ...]:
        """Give the links to the pages beside it."""
        found = (
            (self.before, shared.t("The page before")),
            (self.after, shared.t("The next page")),
        )
        return tuple(Link(href, words) for href, words in found if href)


@dataclass(frozen=True, slots=True)
class Step:
    """One of several pages that belong together, in the strip that leads to each."""

    href: str
    words: str
    count: str
    """How much stands there."""
    current: bool


@dataclass(frozen=True, slots=True)
class Room:
    """Bytes that the items of a page may count for."""

    first: int = ROOM
    """On the first page, which may show other things too."""
    rest: int = ROOM
    under: str = ""
    """What stands between the address of the first page and the number of another."""


def leaves(
    items: Iterable[One], weight: Callable[[One], int], address: str, room: Room | None = None
) -> tuple[Leaf[One], ...]:
    """Share items out in their order; there is one page at least, and none holds over its room.

    Only an item that is itself heavier has a page of more, the first page may stay empty, and a
    small rest joins the page before it. Pages after the first stand under their number:
    `/open-questions/2/`.
    """
    given = room or Room()
    pages: list[list[One]] = [[]]
    left, whole = given.first, given.first >= given.rest
    for item in items:
        needed = weight(item)
        if needed > left and (pages[-1] or not whole):
            pages.append([])
            left, whole = given.rest, True
        pages[-1].append(item)
        left -= needed
    if len(pages) > 1 and pages[-2] and sum(map(weight, pages[-1])) <= given.rest // REST:
        pages[-2:] = [pages[-2] + pages[-1]]
    places = [address, *(f"{address}{given.under}{number}/" for number in range(2, len(pages) + 1))]
    beside = ["", *places, ""]
    return tuple(
        Leaf(place, tuple(page), beside[number], beside[number + 2])
        for number, (place, page) in enumerate(zip(places, pages, strict=True))
    )


def steps(
    found: Sequence[Leaf[One]],
    number: int,
    words: Callable[[Sequence[One]], str],
    shared: Shared,
) -> tuple[Step, ...]:
    """Give the strip of a list's pages, which `words` names by what they hold; none for one."""
    if len(found) < 2:
        return ()
    return tuple(
        Step(leaf.address, words(leaf.items), shared.t.number(len(leaf.items)), place == number)
        for place, leaf in enumerate(found)
    )


def numbered(found: Sequence[Leaf[One]], number: int, shared: Shared) -> tuple[Step, ...]:
    """Give the strip of a list's pages by the places of what they hold: `1–40`, `41–75`."""
    if len(found) < 2:
        return ()
    made, last = [], 0
    for place, leaf in enumerate(found):
        ends = (last + 1, last + len(leaf.items))
        words = "–".join(shared.t.number(one) for one in dict.fromkeys(ends))
        last = ends[1]
        if leaf.items:
            made.append(Step(leaf.address, words, "", place == number))
    return tuple(made)
