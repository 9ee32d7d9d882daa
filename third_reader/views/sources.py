"""All sources: on one page, or the way into the lists of each kind where they are too many."""

from collections.abc import Sequence
from dataclasses import dataclass

from third_reader.model.source import Source
from third_reader.views.shared import Shared
from third_reader.views.sharing import Step
from third_reader.views.shelves import Shelf, SourceLine, Year, lines, on_one_page, steps, years

MOST = 5
"""Sources of a kind that the way in shows: those on which the most claims rest."""


@dataclass(frozen=True, slots=True)
class KindGroup:
    """The sources of one kind, newest year first."""

    id: str
    heading: str
    href: str
    """Its own page; empty: all of it stands here."""
    count: str
    steps: tuple[Step, ...]
    """Its years, on whichever page they stand; empty: they stand here."""
    years: tuple[Year, ...]
    most: tuple[SourceLine, ...]
    """On a way in: some of it."""


@dataclass(frozen=True, slots=True)
class SourcesView:
    """What `sources.html` shows."""

    title: str
    description: str
    contents: tuple[Step, ...]
    groups: tuple[KindGroup, ...]


def sources_view(found: Sequence[Shelf], shared: Shared) -> SourcesView:
    """Give the list of all sources, or the way into it where it stands on pages of its own."""
    t = shared.t
    whole = on_one_page(found, shared)
    groups = tuple(_whole(one, shared) if whole else _way_in(one, shared) for one in found)
    return SourcesView(
        title=t("Sources"),
        description=t.n(
            "{n} source, with what it is and what rests on it.",
            "{n} sources, each with what it is and what rests on it.",
            len(shared.site.sources),
        ),
        contents=tuple(Step(f"#{one.id}", one.heading, one.count, False) for one in groups),
        groups=groups,
    )


def _whole(shelf: Shelf, shared: Shared) -> KindGroup:
    parts = [part for sheet in shelf.sheets for part in sheet.parts]
    return KindGroup(
        id=shelf.kind.value,
        heading=shelf.heading,
        href="",
        count=shared.t.number(len(shelf.sources)),
        steps=(),
        years=years(parts, shared),
        most=(),
    )


def _way_in(shelf: Shelf, shared: Shared) -> KindGroup:
    def resting(source: Source) -> int:
        return len(shared.resting.get(source.id, ()))

    order = sorted((one for one in shelf.sources if resting(one)), key=resting, reverse=True)
    return KindGroup(
        id=shelf.kind.value,
        heading=shelf.heading,
        href=shelf.sheets[0].address,
        count=shared.t.number(len(shelf.sources)),
        steps=steps(shelf, shared),
        years=(),
        most=lines(order[:MOST], shared),
    )
