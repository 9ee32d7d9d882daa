"""What else a facet has: the strip of its other values over a list of cases."""

from collections.abc import Sized

from third_reader.model.address import facet_address, route_address
from third_reader.views.article import Link
from third_reader.views.facets import PLACES, Index, facet_word
from third_reader.views.routes import country, route_words
from third_reader.views.shared import Shared
from third_reader.views.sharing import Step

MOST = 20
"""Values in the strip; `/cases/` has all of them."""
ROUTE = "route"
"""What stands for a facet where cases are listed by route."""


def other_values(facet: str, value: str, found: Index, shared: Shared) -> tuple[Step, ...]:
    """Give the values with the most cases and this one; of a country also its parts."""
    values = found.facets[facet]

    def words(one: str) -> str:
        return facet_word(facet, one, shared)

    def step(one: str) -> Step:
        href = facet_address(facet, one, shared.language.prefix)
        return _step(Link(href, words(one)), values[one], one == value, shared)

    order = sorted(values, key=lambda one: (-len(values[one]), words(one), one))
    place = facet in PLACES
    whole = [one for one in order if not place or one == country(one)]
    parts = [one for one in order if place and country(one) == country(value)]
    kept = {*whole[:MOST], *parts, value}
    return (*(step(one) for one in order if one in kept), _every(facet, found, shared))


def other_routes(route: tuple[str, str], found: Index, shared: Shared) -> tuple[Step, ...]:
    """Give the routes with the most cases that begin or end as this one does."""
    routes = found.routes

    def step(one: tuple[str, str]) -> Step:
        href = route_address(*one, shared.language.prefix)
        return _step(Link(href, route_words(*one, shared)), routes[one], one == route, shared)

    order = sorted(routes, key=lambda one: (-len(routes[one]), one))
    near = [one for one in order if one[0] == route[0] or one[1] == route[1]]
    kept = {*near[:MOST], route}
    return (*(step(one) for one in near if one in kept), _every(ROUTE, found, shared))


def _every(facet: str, found: Index, shared: Shared) -> Step:
    """Give the place on the list of all cases where a facet's values all stand."""
    places = "routes" if found.routes else "list"
    anchor = places if facet in {*PLACES, ROUTE} else "ways"
    return Step(shared.url(f"/cases/#{anchor}"), shared.t("All"), "", False)


def _step(link: Link, cases: Sized, current: bool, shared: Shared) -> Step:
    return Step(link.href, link.words, shared.t.number(len(cases)), current)
