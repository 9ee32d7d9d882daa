"""A list by year that outgrows one page: the newest years that fit come first, others by year."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from third_reader.views.sharing import ROOM

One = TypeVar("One")

Placed = Callable[[int, int], str]
"""Gives the address of a part by its year and number; year 0 is the first page."""


@dataclass(frozen=True, slots=True)
class Weighed(Generic[One]):
    """Something of a year, and the bytes that it counts for."""

    year: int
    """0: not known."""
    weight: int
    item: One


@dataclass(frozen=True, slots=True)
class Part(Generic[One]):
    """Things of one year that stand together; a long year has several parts."""

    year: int
    number: int
    """Counted from 1."""
    items: tuple[One, ...]
    weight: int

    @property
    def words(self) -> str:
        """Give the year as a heading; of a later part with its number."""
        return str(self.year) if self.number == 1 else f"{self.year} ({self.number})"


@dataclass(frozen=True, slots=True)
class Sheet(Generic[One]):
    """What one page shows."""

    address: str
    parts: tuple[Part[One], ...]


def by_year(items: Iterable[Weighed[One]], address: Placed) -> tuple[Sheet[One], ...]:
    """Share out what is sorted by year: the first page takes the first years that fit.

    All others have pages of their own, so that a year which has an address keeps it while the list
    only grows at its head.
    """
    parts = tuple(_parts(items))
    first, weight = 0, 0
    while first < len(parts) and (not first or weight + parts[first].weight <= ROOM):
        weight += parts[first].weight
        first += 1
    rest = (Sheet(address(part.year, part.number), (part,)) for part in parts[first:])
    return (Sheet(address(0, 1), parts[:first]), *rest)


def years_of(found: Sequence[Sheet[One]]) -> dict[int, tuple[str, int]]:
    """Give each year's address and number of things, in the order of the list."""
    made: dict[int, tuple[str, int]] = {}
    for sheet in found:
        for part in sheet.parts:
            there, count = made.get(part.year, (sheet.address, 0))
            made[part.year] = (there, count + len(part.items))
    return made


def _parts(items: Iterable[Weighed[One]]) -> Iterator[Part[One]]:
    held: list[One] = []
    year, number, weight = 0, 1, 0
    for one in items:
        if held and (one.year != year or weight + one.weight > ROOM):
            yield Part(year, number, tuple(held), weight)
            number = number + 1 if one.year == year else 1
            held, weight = [], 0
        held.append(one.item)
        year = one.year
        weight += one.weight
    if held:
        yield Part(year, number, tuple(held), weight)
