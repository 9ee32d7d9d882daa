"""The cases of one facet or route, on as many pages as they need."""

from collections.abc import Iterator
from dataclasses import dataclass

from third_reader.model.address import facet_address, route_address, timeline_address
from third_reader.model.document import Document
from third_reader.views.article import Link
from third_reader.views.beside import ROUTE, other_routes, other_values
from third_reader.views.entries import Entry, entries, years
from third_reader.views.facets import Index, facet_names, facet_word
from third_reader.views.routes import route_words
from third_reader.views.shared import Shared
from third_reader.views.sharing import Leaf, Room, Step, leaves, steps
from third_reader.views.timeline import platforms

LIST = Room(5_600, 5_600)
"""Bytes on one page of titles, slugs and `MARKS`: it fits the first round trip, for it is no list
of the whole site."""
MARKS = 45
"""Bytes that the facts of one case count for."""


@dataclass(frozen=True, slots=True)
class FacetView:
    """What `facet.html` shows."""

    title: str
    description: str
    eyebrow: str
    others: tuple[Step, ...]
    """Values of the same facet, the most frequent and this one, then where all stand."""
    count: str
    parts: tuple[Step, ...]
    """The pages of the list, if there are several."""
    entries: tuple[Entry, ...]
    ways: tuple[Link, ...]
    timeline: str = ""
    """The dated events of these cases; empty: there is no such page."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The cases of one value of a facet, or of one route, shared out over pages."""

    facet: str
    """Its name in addresses, or `ROUTE`."""
    value: str
    """Its id; of a route both countries, `CN/US`."""
    leaves: tuple[Leaf[Document], ...]


def listed(found: Index, shared: Shared) -> Iterator[Listed]:
    """Give every list of cases that has an address, in the order of addresses."""
    prefix = shared.language.prefix
    for facet, values in found.facets.items():
        for value in sorted(values):
            address = facet_address(facet, value, prefix)
            yield Listed(facet, value, leaves(values[value], _weight, address, LIST))
    for route in sorted(found.routes):
        address = route_address(*route, prefix)
        yield Listed(ROUTE, "/".join(route), leaves(found.routes[route], _weight, address, LIST))


def facet_view(one: Listed, number: int, found: Index, shared: Shared) -> FacetView:
    """Give a page of a list, by its number from 0."""
    t = shared.t
    sentences = {
        "platform": t("Cases whose message went through this app or service."),
        "mechanism": t("Cases read in this way, or said to have been; each says which."),
        "outcome": t("Cases that came to this end."),
        "from": t("Cases whose message was sent from here."),
        "to": t("Cases whose message was sent to here."),
        ROUTE: t("Cases whose message was sent on this route."),
    }
    if one.facet == ROUTE:
        origin, _, to = one.value.partition("/")
        title, eyebrow = route_words(origin, to, shared), t("Route")
        others = other_routes((origin, to), found, shared)
    else:
        title = facet_word(one.facet, one.value, shared)
        eyebrow = facet_names(shared)[one.facet]
        others = other_values(one.facet, one.value, found, shared)
    count = sum(len(leaf.items) for leaf in one.leaves)
    return FacetView(
        title=title,
        description=sentences[one.facet],
        eyebrow=eyebrow,
        others=others,
        count=t.n("{n} case", "{n} cases", count),
        parts=steps(one.leaves, number, years, shared),
        entries=entries(one.leaves[number].items, shared),
        ways=one.leaves[number].ways(shared),
        timeline=_timeline(one, shared),
    )


def _timeline(one: Listed, shared: Shared) -> str:
    there = one.facet == "platform" and one.value in platforms(shared)
    return timeline_address(shared.language.prefix, one.value) if there else ""


def _weight(document: Document) -> int:
    return MARKS + len(document.title.encode()) + len(document.slug)
