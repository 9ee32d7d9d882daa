"""The way in for a first reader: a message, a third reader, what follows; then the routes."""

from dataclasses import dataclass

from third_reader.model.address import route_address
from third_reader.model.document import PageKind
from third_reader.views.article import Link
from third_reader.views.cases import Bar, facet_bars
from third_reader.views.facets import Index
from third_reader.views.routes import UNSTATED, route_words
from third_reader.views.shared import Shared

EACH, ROUTES = 5, 8
SHORT = "in-five-minutes"
"""The slug of the explainer that sums the site up (docs/format.md, section 1)."""


@dataclass(frozen=True, slots=True)
class Step:
    """One of the three: what it is, and the most frequent answers of the cases."""

    title: str
    text: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class WayIn:
    """The three steps, and where they lead."""

    steps: tuple[Step, ...]
    short: Link | None
    """The whole in five minutes; None: this language has no such page."""
    routes: tuple[Bar, ...]
    """The routes with most cases, but for those within one country."""


def way_in(found: Index, shared: Shared) -> WayIn | None:
    """Give the way in; None: there are too few cases to count."""
    if len(shared.cases) <= EACH:
        return None
    t = shared.t
    told = (
        ("from", t("A message"), t("Somebody writes to somebody, mostly across a border. From:")),
        (
            "mechanism",
            t("A third reader"),
            t("Somebody reads it for whom it was not meant. How, as it is known or claimed:"),
        ),
        (
            "outcome",
            t("What follows"),
            t("A sentence, a lost account, sometimes a court that says no. What came of it:"),
        ),
    )
    return WayIn(
        tuple(
            Step(title, text, facet_bars(facet, found, shared, EACH).bars)
            for facet, title, text in told
            if found.facets[facet]
        ),
        _short(shared),
        _routes(found, shared),
    )


def _short(shared: Shared) -> Link | None:
    pages = shared.site.of(PageKind.EXPLAINER, shared.language.code)
    return next((Link(one.url, one.title) for one in pages if one.slug == SHORT), None)


def _routes(found: Index, shared: Shared) -> tuple[Bar, ...]:
    counted = sorted(
        (-len(cases), route_words(*route, shared), route)
        for route, cases in found.routes.items()
        if UNSTATED not in route and route[0] != route[1]
    )
    most = -counted[0][0] if counted else 0
    prefix = shared.language.prefix
    return tuple(
        Bar(route_address(*route, prefix), words, -n, most, shared.t.number(-n))
        for n, words, route in counted[:ROUTES]
        if -n > 1
    )
