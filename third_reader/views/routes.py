"""From which country to which: the routes of a case, and their words."""

from third_reader.model.document import CaseFacts
from third_reader.views.shared import Shared

UNSTATED = "ZZ"
"""The code for several countries, or none stated (CLDR: unknown region)."""
NO_COUNTRY = frozenset({UNSTATED, "EU", "UN"})
"""Codes that a case may be sent from or to, and that are no country's."""


def case_routes(facts: CaseFacts) -> tuple[tuple[str, str], ...]:
    """Give the routes of a case, by country, each once."""
    if not facts.origin:
        return ()
    return tuple(dict.fromkeys((country(facts.origin), country(to)) for to in facts.to))


def route_words(origin: str, to: str, shared: Shared) -> str:
    """Give a route by its countries: `China to United States`."""
    return shared.t("{origin} to {to}", origin=shared.place(origin), to=shared.place(to))


def country(code: str) -> str:
    """Give the country of a code of ISO 3166-1 or 3166-2."""
    return code.partition("-")[0]
