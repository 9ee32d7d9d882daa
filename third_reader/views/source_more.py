"""What goes on from a source's page: more claims that rest on it, more marks that cite it."""

from dataclasses import dataclass

from third_reader.model.source import Source
from third_reader.views.article import Link
from third_reader.views.resting import CitedPart, FallPart, Resting, cited_part, fall_part
from third_reader.views.shared import Shared


@dataclass(frozen=True, slots=True)
class SourceFallView:
    """What `source_fall.html` shows."""

    title: str
    description: str
    source: Link
    fall: FallPart


@dataclass(frozen=True, slots=True)
class SourceCitedView:
    """What `source_cited.html` shows."""

    title: str
    description: str
    source: Link
    cited: CitedPart


def source_fall(source: Source, found: Resting, number: int, shared: Shared) -> SourceFallView:
    """Give a page of the claims that rest on a source, by its number from 0."""
    t, card = shared.t, shared.cards[source.id]
    return SourceFallView(
        title=t("{source}: if it fell", source=card.label),
        description=t.n(
            "{n} claim rests on this source; {lost} would have no source left without it.",
            "{n} claims rest on this source; {lost} would have no source left without it.",
            found.fall.claims,
            lost=t.number(found.fall.lost),
        ),
        source=Link(card.href, card.label),
        fall=fall_part(found, number, shared),
    )


def source_cited(source: Source, found: Resting, number: int, shared: Shared) -> SourceCitedView:
    """Give a page of the marks that cite a source, by its number from 0."""
    t, card = shared.t, shared.cards[source.id]
    pages = {one.href for leaf in found.cited for one in leaf.items}
    return SourceCitedView(
        title=t("{source}: where it is cited", source=card.label),
        description=t(
            "{marks} on {pages}.",
            marks=t.n("{n} mark", "{n} marks", len(shared.site.cited.get(source.id, ()))),
            pages=t.n("{n} page", "{n} pages", len(pages)),
        ),
        source=Link(card.href, card.label),
        cited=cited_part(found, number, shared),
    )
