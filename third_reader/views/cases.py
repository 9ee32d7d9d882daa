"""All cases: who wrote to whom, how they were read, and the list."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from third_reader.model.address import facet_address, route_address
from third_reader.model.document import Document
from third_reader.views.article import Link
from third_reader.views.compare import CompareRow, compare_pages, compare_rows
from third_reader.views.entries import years
from third_reader.views.facets import Index, facet_names, facet_word
from third_reader.views.routes import NO_COUNTRY, UNSTATED, route_words
from third_reader.views.shared import Shared
from third_reader.views.sharing import Leaf, Step, steps

LONGEST = 10
"""Bars of one facet; its other values stand under them in one line."""
LAST = frozenset({"not-known", UNSTATED})
"""Values that say nothing: they are the last bars, whatever their number."""
SHOWN = ("mechanism", "platform", "outcome")
CELL, BAR, PLACE = 110, 130, 60
"""Bytes that a number of the matrix, a value of a facet and a country count for."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of the matrix; an empty one has no address."""

    href: str
    count: str
    label: str
    heat: str
    """How dark it is drawn: `1`, `2` for two or three, `4` for more."""


@dataclass(frozen=True, slots=True)
class Row:
    """All that was sent from one country."""

    head: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One value of a facet, with its number of cases."""

    href: str
    words: str
    n: int
    most: int
    count: str


@dataclass(frozen=True, slots=True)
class Bars:
    """All values of a facet."""

    heading: str
    bars: tuple[Bar, ...]
    rest: tuple[Bar, ...]
    """Values with fewer cases, which are not drawn."""


@dataclass(frozen=True, slots=True)
class CasesView:
    """What `cases.html` shows."""

    title: str
    description: str
    columns: tuple[Link, ...]
    rows: tuple[Row, ...]
    facets: tuple[Bars, ...]
    heading: str
    table: tuple[CompareRow, ...]
    pages: tuple[Step, ...]
    """The parts of the table, if there are several."""
    ways: tuple[Link, ...]


def cases_pages(found: Index, shared: Shared) -> tuple[Leaf[Document], ...]:
    """Share the table of all cases out over pages; matrix and facets stand on the first."""
    values = sum(len(found.facets[facet]) for facet in SHOWN)
    places = {place for route in found.routes for place in route}
    taken = CELL * len(found.routes) + BAR * values + PLACE * len(places)
    return compare_pages(shared, taken)


def cases_view(
    number: int, pages: Sequence[Leaf[Document]], found: Index, shared: Shared
) -> CasesView:
    """Give a page of the list of all cases of a language; only the first has matrix and facets."""
    t = shared.t
    count = len(shared.cases)
    countries = len({origin for origin, _ in found.routes} - NO_COUNTRY)
    told = t("No case has been written yet.")
    if count:
        told = t(
            "{cases} of messages that somebody else read, or is said to have read, sent from "
            "{countries}.",
            cases=t.n("{n} case", "{n} cases", count),
            countries=t.n("{n} country", "{n} countries", countries),
        )
    columns = _ordered(Counter({to: 0 for _, to in found.routes}), found, 1, shared)
    rows = _ordered(Counter({origin: 0 for origin, _ in found.routes}), found, 0, shared)
    return CasesView(
        title=t("Cases"),
        description=told,
        columns=tuple(_place("to", to, shared) for to in columns),
        rows=()
        if number
        else tuple(
            Row(
                _place("from", origin, shared),
                tuple(_cell(origin, to, found, shared) for to in columns),
            )
            for origin in rows
        ),
        facets=tuple(
            facet_bars(name, found, shared) for name in SHOWN if found.facets[name] and not number
        ),
        heading=t.n("{n} case", "All {n}, newest first", count)
        if count > 1
        else t.n("{n} case", "{n} cases", count),
        table=compare_rows(pages[number].items, shared),
        pages=steps(pages, number, years, shared),
        ways=pages[number].ways(shared),
    )


def _ordered(total: Counter[str], found: Index, side: int, shared: Shared) -> list[str]:
    """Sort countries by their number of cases, then by name."""
    for route, documents in found.routes.items():
        total[route[side]] += len(documents)
    return sorted(total, key=lambda code: (-total[code], shared.place(code), code))


def _place(facet: str, code: str, shared: Shared) -> Link:
    return Link(facet_address(facet, code, shared.language.prefix), shared.place(code))


def _cell(origin: str, to: str, found: Index, shared: Shared) -> Cell:
    documents = found.routes.get((origin, to), ())
    if not documents:
        return Cell("", "", "", "")
    t, n = shared.t, len(documents)
    return Cell(
        route_address(origin, to, shared.language.prefix),
        t.number(n),
        t(
            "{route}: {cases}",
            route=route_words(origin, to, shared),
            cases=t.n("{n} case", "{n} cases", n),
        ),
        "1" if n < 2 else "2" if n < 4 else "4",
    )


def facet_bars(facet: str, found: Index, shared: Shared, longest: int = LONGEST + 2) -> Bars:
    """Give the values of a facet that has any, those with most cases first, not known last."""
    counted = [
        (len(documents), facet_word(facet, value, shared), value)
        for value, documents in found.facets[facet].items()
    ]
    counted.sort(key=lambda one: (-one[0], one[1], one[2]))
    most = counted[0][0]
    drawn = len(counted) if len(counted) <= longest else min(longest, LONGEST)
    counted[:drawn] = sorted(counted[:drawn], key=lambda one: one[2] in LAST)
    bars = tuple(
        Bar(
            facet_address(facet, value, shared.language.prefix),
            words,
            n,
            most,
            shared.t.number(n),
        )
        for n, words, value in counted
    )
    return Bars(facet_names(shared)[facet], bars[:drawn], bars[drawn:])
