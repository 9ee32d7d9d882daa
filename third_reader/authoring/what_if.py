"""`what-if`: every claim that rests on a source, now and without it."""

from collections.abc import Iterator

from third_reader.languages.catalogue import catalogue
from third_reader.model.site import Site
from third_reader.views.fall import Fallen, fall
from third_reader.views.shared import shared

NOTHING_LEFT = "nothing"


def what_if(site: Site, source: str) -> Iterator[str]:
    """Give a line a claim: its address, its grade now, and its grade then.

    The claims are those that the source's page lists (FEATURES, no. 4), in its order. `source` is
    a known id.
    """
    language = site.config.languages[0]
    for group in fall(source, shared(site, language, catalogue(language))).groups:
        for claim in group.claims:
            yield _line(claim)


def _line(claim: Fallen) -> str:
    then = claim.then.id if claim.then else NOTHING_LEFT
    return f"{claim.href} {claim.now.id} -> {then}"
