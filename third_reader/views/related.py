"""Cases that have people or facets in common with a case (FEATURES, R55)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest

from third_reader.model.document import CaseFacts, Document
from third_reader.views.entries import UNTOLD, year
from third_reader.views.routes import case_routes, route_words
from third_reader.views.shared import Shared, shown_name

Trait = tuple[str, str]
"""A kind, such as `person` or `platforms`, and the id of what is shared."""
MOST = 4
PERSON, FEWEST = 3, 2
"""What a shared person counts, where a facet counts one; and what it takes to be related."""


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
    # Cases that share all they have, have the same neighbours.
    key = frozenset(own.items())
    near = shared.once("nearest", key, lambda: _nearest(own, shared))
    return tuple(one for one in near if one.href != document.url)[:MOST]


def _nearest(own: dict[Trait, str], shared: Shared) -> tuple[Related, ...]:
    """Give one case more than is wanted, since the asking one is among them."""
    weights: Counter[int] = Counter()
    for trait in own:
        weight = PERSON if trait[0] == "person" else 1
        for place in _having(shared).get(trait, ()):
            weights[place] += weight
    near = ((-weight, place) for place, weight in weights.items() if weight >= FEWEST)
    return tuple(_told(shared.cases[place], own, shared) for _, place in nsmallest(MOST + 1, near))


def _told(other: Document, own: dict[Trait, str], shared: Shared) -> Related:
    theirs = dict(_traits(other.case, shared)) if other.case else {}
    words = shared.t(", ").join(own[key] for key in theirs if key in own)
    when = year(other, other.case) if other.case else ""
    return Related(other.url, other.title, when, words)


def _having(shared: Shared) -> dict[Trait, list[int]]:
    """Give for each trait the places of the cases that have it: looked through once."""
    if not shared.having:
        for place, one in enumerate(shared.cases):
            for key in dict(_traits(one.case, shared)) if one.case else ():
                shared.having.setdefault(key, []).append(place)
    return shared.having


def _traits(facts: CaseFacts, shared: Shared) -> Iterator[tuple[Trait, str]]:
    """Give what a case may share with another, by kind and id, with its words."""
    for person in facts.people:
        yield ("person", person.name), shown_name(person, shared.language)
    for origin, to in case_routes(facts):
        yield ("route", f"{origin} {to}"), route_words(origin, to, shared)
    ways = (("mechanisms", one) for one in facts.mechanism)
    for facet, id_ in (("platforms", facts.platform), *ways, ("outcomes", facts.outcome)):
        if id_ and id_ not in UNTOLD:
            yield (facet, id_), shared.word(facet, id_)
