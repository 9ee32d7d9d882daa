"""A list that outgrows one page goes on at the next: `/open-questions/2/`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from third_reader.views.article import Link
from third_reader.views.shared import Shared

ROOM = 50_000
"""Bytes of text on one page: packed they are a third, which leaves room for marks and styles."""

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


def leaves(
    items: Iterable[One], weight: Callable[[One], int], address: str
) -> tuple[Leaf[One], ...]:
    """Share items out in their order; there is one page at least, and none holds over `ROOM`.

    Only an item that is itself heavier has a page of more.
    """
    pages: list[list[One]] = [[]]
    room = ROOM
    for item in items:
        needed = weight(item)
        if pages[-1] and needed > room:
            pages.append([])
            room = ROOM
        pages[-1].append(item)
        room -= needed
    places = [address, *(f"{address}{number}/" for number in range(2, len(pages) + 1))]
    beside = ["", *places, ""]
    return tuple(
        Leaf(place, tuple(page), beside[number], beside[number + 2])
        for number, (place, page) in enumerate(zip(places, pages, strict=True))
    )
