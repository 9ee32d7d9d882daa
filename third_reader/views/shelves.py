"""Sources by kind and year, shared out over pages, as every list of them needs them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from third_reader.model.address import kind_address
from third_reader.model.source import Kind, Source
from third_reader.views.cards import Card
from third_reader.views.shared import Shared
from third_reader.views.sharing import ROOM, Step
from third_reader.views.words import kind_headings
from third_reader.views.yearly import Part, Sheet, Weighed, by_year, years_of

MARKS = 60
"""Bytes that the marks of one line count for."""
UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source in a list."""

    card: Card
    resting: str
    """How many claims rest on it; empty: none."""


@dataclass(frozen=True, slots=True)
class Year:
    """The sources of one year."""

    id: str
    words: str
    lines: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The sources of one kind, shared out over pages."""

    kind: Kind
    heading: str
    sheets: tuple[Sheet[Source], ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """Give all of them, as they are listed."""
        return tuple(one for sheet in self.sheets for part in sheet.parts for one in part.items)


def shelves(shared: Shared) -> tuple[Shelf, ...]:
    """Share out the sources of each kind that has any, the newest year first."""
    by_kind: dict[Kind, list[Source]] = {}
    for source in shared.site.sources.values():
        by_kind.setdefault(source.kind, []).append(source)
    return tuple(
        Shelf(kind, heading, _sheets(by_kind[kind], shared))
        for kind, heading in kind_headings(shared.t).items()
        if kind in by_kind
    )


def on_one_page(found: Sequence[Shelf], shared: Shared) -> bool:
    """Tell whether all sources fit one page."""
    return sum(_weight(one, shared) for shelf in found for one in shelf.sources) <= ROOM


def steps(shelf: Shelf, shared: Shared) -> tuple[Step, ...]:
    """Give the years of a kind, each where it begins."""
    return tuple(
        Step(
            f"{address}#{_anchor(year)}",
            str(year) if year > 0 else shared.t("undated"),
            shared.t.number(count),
            False,
        )
        for year, (address, count) in years_of(shelf.sheets).items()
    )


def years(parts: Iterable[Part[Source]], shared: Shared) -> tuple[Year, ...]:
    """Give years as a list shows them."""
    return tuple(
        Year(_anchor(part.year), year_words(part, shared), lines(part.items, shared))
        for part in parts
    )


def year_words(part: Part[Source], shared: Shared) -> str:
    """Give the heading of a year."""
    return part.words if part.year > 0 else shared.t("undated")


def lines(found: Iterable[Source], shared: Shared) -> tuple[SourceLine, ...]:
    """Give sources as lines of a list, in their order."""
    t = shared.t
    made = []
    for source in found:
        resting = len(shared.resting.get(source.id, ()))
        told = t.n("{n} claim rests on it", "{n} claims rest on it", resting) if resting else ""
        made.append(SourceLine(shared.cards[source.id], told))
    return tuple(made)


def _sheets(found: list[Source], shared: Shared) -> tuple[Sheet[Source], ...]:
    cards, kind = shared.cards, found[0].kind.value
    prefix = shared.language.prefix

    def address(year: int, number: int) -> str:
        named = str(year) if year > 0 else UNDATED if year < 0 else ""
        return kind_address(kind, prefix, named, number)

    found.sort(key=lambda one: (-_issued(one), cards[one.id].label, one.id))
    return by_year((Weighed(_issued(one), _weight(one, shared), one) for one in found), address)


def _issued(source: Source) -> int:
    """Give the year of a source; -1: it has none, and stands last."""
    return source.issued.year if source.issued else -1


def _weight(source: Source, shared: Shared) -> int:
    return MARKS + len(f"{shared.cards[source.id].label}{source.title}{source.id}".encode())


def _anchor(year: int) -> str:
    return f"y{year}" if year > 0 else UNDATED
