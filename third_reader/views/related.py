"""Cases that have people or facets in common with a case (FEATURES, R55)."""

from collections.abc import Iterator
from dataclasses import dataclass

from third_reader.model.document import CaseFacts, Document
from third_reader.views.entries import year
from third_reader.views.routes import case_routes, route_words
from third_reader.views.shared import Shared, shown_name

MOST = 4
PERSON, FEWEST = 3, 2
"""What a shared person counts, where a facet counts one; and what it takes to be related."""
UNTOLD = frozenset({"not-known", "several", "any-provider"})
"""Ids that name nothing in particular, so that sharing them means nothing."""


@dataclass(frozen=True, slots=True)
class Related:
    """A case that has something in common with this one."""

    href: str
    title: str
    year: str
    shared: str
    """What both have, in words."""


def related(document: Document, shared: Shared) -> tuple[Related, ...]:
    """Give the cases that have most in common with a case; of equals the newest first."""
    if document.case is None:
        return ()
    own = dict(_traits(document.case, shared))
    found = []
    for place, other in enumerate(shared.cases):
        if other.slug != document.slug and other.case is not None:
            both = [key for key, _ in _traits(other.case, shared) if key in own]
            weight = sum(PERSON if kind == "person" else 1 for kind, _ in both)
            if weight >= FEWEST:
                words = shared.t(", ").join(own[key] for key in dict.fromkeys(both))
                told = Related(other.url, other.title, year(other, other.case), words)
                found.append((-weight, place, told))
    return tuple(one for *_, one in sorted(found, key=lambda one: one[:2])[:MOST])


def _traits(facts: CaseFacts, shared: Shared) -> Iterator[tuple[tuple[str, str], str]]:
    """Give what a case may share with another, by kind and id, with its words."""
    for person in facts.people:
        yield ("person", person.name), shown_name(person, shared.language)
    for origin, to in case_routes(facts):
        yield ("route", f"{origin} {to}"), route_words(origin, to, shared)
    ways = (("mechanisms", one) for one in facts.mechanism)
    for facet, id_ in (("platforms", facts.platform), *ways, ("outcomes", facts.outcome)):
        if id_ and id_ not in UNTOLD:
            yield (facet, id_), shared.word(facet, id_)
