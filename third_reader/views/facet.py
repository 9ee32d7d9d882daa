"""Facets and routes: which cases there are of each, and the pages that list them."""

from collections.abc import Iterator
from dataclasses import dataclass

from third_reader.model.address import facet_address, route_address, timeline_address
from third_reader.model.document import CaseFacts, Document
from third_reader.views.entries import Entry, entries
from third_reader.views.routes import case_routes, country, route_words
from third_reader.views.shared import Shared
from third_reader.views.timeline import platforms

FACETS = {"platform": "platforms", "mechanism": "mechanisms", "outcome": "outcomes"}
"""Facets by their name in addresses, to that in the vocabulary."""
PLACES = ("from", "to")

Values = dict[str, tuple[Document, ...]]


@dataclass(frozen=True, slots=True)
class Index:
    """The cases of a language by facet and by route, each list newest first."""

    facets: dict[str, Values]
    routes: dict[tuple[str, str], tuple[Document, ...]]


@dataclass(frozen=True, slots=True)
class FacetLink:
    """A link to another value of the same facet."""

    href: str
    words: str
    count: str
    current: bool


@dataclass(frozen=True, slots=True)
class FacetView:
    """What `facet.html` shows."""

    title: str
    description: str
    eyebrow: str
    others: tuple[FacetLink, ...]
    count: str
    entries: tuple[Entry, ...]
    timeline: str = ""
    """The dated events of these cases; empty: there is no such page."""


def index(shared: Shared) -> Index:
    """Sort the cases of a language once."""
    facets: dict[str, dict[str, list[Document]]] = {name: {} for name in (*FACETS, *PLACES)}
    routes: dict[tuple[str, str], list[Document]] = {}
    for document in shared.cases:
        if document.case is None:
            continue
        for name, value in _values(document.case):
            facets[name].setdefault(value, []).append(document)
        for route in case_routes(document.case):
            routes.setdefault(route, []).append(document)
    return Index(
        {name: {key: tuple(found) for key, found in of.items()} for name, of in facets.items()},
        {key: tuple(found) for key, found in routes.items()},
    )


def facet_view(facet: str, value: str, found: Index, shared: Shared) -> FacetView:
    """Give the page of one value of a facet."""
    t = shared.t
    documents = found.facets[facet][value]
    words = facet_word(facet, value, shared)
    of_facet = sorted(
        found.facets[facet].items(),
        key=lambda one: (-len(one[1]), facet_word(facet, one[0], shared), one[0]),
    )
    sentences = {
        "platform": t("Cases whose message went through this app or service."),
        "mechanism": t("Cases read in this way, or said to have been; each says which."),
        "outcome": t("Cases that came to this end."),
        "from": t("Cases whose message was sent from here."),
        "to": t("Cases whose message was sent to here."),
    }
    return FacetView(
        title=words,
        description=sentences[facet],
        eyebrow=facet_names(shared)[facet],
        others=tuple(
            FacetLink(
                facet_address(facet, other, shared.language.prefix),
                facet_word(facet, other, shared),
                t.number(len(those)),
                other == value,
            )
            for other, those in of_facet
        ),
        count=t.n("{n} case", "{n} cases", len(documents)),
        entries=entries(documents, shared),
        timeline=_timeline(facet, value, shared),
    )


def _timeline(facet: str, value: str, shared: Shared) -> str:
    there = facet == "platform" and value in platforms(shared)
    return timeline_address(shared.language.prefix, value) if there else ""


def route_view(origin: str, to: str, found: Index, shared: Shared) -> FacetView:
    """Give the page of one route between two countries."""
    prefix = shared.language.prefix
    routes = sorted(found.routes.items(), key=lambda one: (-len(one[1]), one[0]))
    return FacetView(
        title=route_words(origin, to, shared),
        description=shared.t("Cases whose message was sent on this route."),
        eyebrow=shared.t("Route"),
        others=tuple(
            FacetLink(
                route_address(*route, prefix),
                route_words(*route, shared),
                shared.t.number(len(those)),
                route == (origin, to),
            )
            for route, those in routes
        ),
        count=shared.t.n("{n} case", "{n} cases", len(found.routes[origin, to])),
        entries=entries(found.routes[origin, to], shared),
    )


def facet_names(shared: Shared) -> dict[str, str]:
    """Give what each facet is called."""
    t = shared.t
    return {
        "platform": t("App"),
        "mechanism": t("Way of reading"),
        "outcome": t("What came of it"),
        "from": t("Sent from"),
        "to": t("Sent to"),
    }


def facet_word(facet: str, value: str, shared: Shared) -> str:
    """Give the label of a facet's value."""
    if facet not in FACETS:
        return shared.place(value)
    return shared.word(FACETS[facet], value)


def _values(facts: CaseFacts) -> Iterator[tuple[str, str]]:
    if facts.platform:
        yield "platform", facts.platform
    for way in dict.fromkeys(facts.mechanism):
        yield "mechanism", way
    if facts.outcome:
        yield "outcome", facts.outcome
    for code in dict.fromkeys((facts.origin, country(facts.origin))):
        if code:
            yield "from", code
    for code in dict.fromkeys(code for to in facts.to for code in (to, country(to))):
        yield "to", code
