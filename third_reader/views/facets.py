"""Which cases there are of each facet and of each route, and what those are called."""

from collections.abc import Iterator
from dataclasses import dataclass

from third_reader.model.document import CaseFacts, Document
from third_reader.views.routes import case_routes, country
from third_reader.views.shared import Shared

FACETS = {"platform": "platforms", "mechanism": "mechanisms", "outcome": "outcomes"}
"""Facets by their name in addresses, to that in the vocabulary."""
PLACES = ("from", "to")

Values = dict[str, tuple[Document, ...]]


@dataclass(frozen=True, slots=True)
class Index:
    """The cases of a language by facet and by route, each list newest first."""

    facets: dict[str, Values]
    routes: dict[tuple[str, str], tuple[Document, ...]]


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
