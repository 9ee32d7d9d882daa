"""All sources, by kind and year."""

from dataclasses import dataclass

from third_reader.model.source import Kind, Source
from third_reader.views.article import Link
from third_reader.views.cards import Card
from third_reader.views.shared import Shared
from third_reader.views.words import kind_headings


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source in the list."""

    card: Card
    resting: str
    """How many claims rest on it; empty: none."""


@dataclass(frozen=True, slots=True)
class Year:
    """The sources of one year."""

    words: str
    lines: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class KindGroup:
    """The sources of one kind, newest year first."""

    id: str
    heading: str
    count: str
    years: tuple[Year, ...]


@dataclass(frozen=True, slots=True)
class SourcesView:
    """What `sources.html` shows."""

    title: str
    description: str
    contents: tuple[Link, ...]
    groups: tuple[KindGroup, ...]


def sources_view(shared: Shared) -> SourcesView:
    """Give the list of all sources in one language."""
    t = shared.t
    groups = tuple(
        group
        for kind, heading in kind_headings(t).items()
        if (group := _group(kind, heading, shared))
    )
    count = len(shared.site.sources)
    return SourcesView(
        title=t("Sources"),
        description=t.n(
            "{n} source, with what it is and what rests on it.",
            "{n} sources, each with what it is and what rests on it.",
            count,
        ),
        contents=tuple(Link(f"#{group.id}", group.heading) for group in groups),
        groups=groups,
    )


def _group(kind: Kind, heading: str, shared: Shared) -> KindGroup | None:
    years: dict[int, list[Source]] = {}
    for source in shared.site.sources.values():
        if source.kind is kind:
            years.setdefault(source.issued.year if source.issued else 0, []).append(source)
    if not years:
        return None
    t = shared.t
    return KindGroup(
        kind.value,
        heading,
        t.number(sum(len(found) for found in years.values())),
        tuple(
            Year(str(year) if year else t("undated"), _lines(years[year], shared))
            for year in sorted(years, reverse=True)
        ),
    )


def _lines(found: list[Source], shared: Shared) -> tuple[SourceLine, ...]:
    t = shared.t
    lines = []
    for source in found:
        resting = len(shared.resting.get(source.id, ()))
        told = t.n("{n} claim rests on it", "{n} claims rest on it", resting) if resting else ""
        lines.append(SourceLine(shared.cards[source.id], told))
    return tuple(sorted(lines, key=lambda line: (line.card.label, line.card.id)))
