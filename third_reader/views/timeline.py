"""The timeline: all dated events of a language in one list, or those of one platform."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from third_reader.evidence.grades import grade
from third_reader.model.address import facet_address, timeline_address
from third_reader.model.blocks import EventDate
from third_reader.model.document import Document, PageKind
from third_reader.model.source import PartialDate
from third_reader.views.article import Link
from third_reader.views.blocks import shape
from third_reader.views.cards import spoken
from third_reader.views.shared import Shared
from third_reader.views.words import GradeView
from third_reader.views.yearly import Part, Sheet
from third_reader.views.years import Bar, Dated, bars, dated, sheets

STRIP = 20
"""Platforms that the strip leads to; each other one's list of cases leads to its timeline."""


@dataclass(frozen=True, slots=True)
class YearBar:
    """One column of the counts."""

    href: str
    """Empty: a gap, which leads nowhere."""
    words: str
    """The year, or the first and last of a gap."""
    wide: bool
    n: int
    count: str


@dataclass(frozen=True, slots=True)
class Happening:
    """One event in the list."""

    shape: str
    """`day`, `month`, `year` or `span`: how precisely it is drawn."""
    iso: str
    """For machines; empty for a span, which `time` cannot say."""
    when: str
    words: Markup
    href: str
    page: str
    grade: GradeView | None


@dataclass(frozen=True, slots=True)
class YearView:
    """One year, or a part of a long one."""

    anchor: str
    words: str
    events: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """What `timeline.html` shows."""

    title: str
    description: str
    up: Link | None
    """The timeline of everything, from that of a platform; from there the list of its cases."""
    platforms: tuple[Link, ...]
    most: int
    bars: tuple[YearBar, ...]
    years: tuple[YearView, ...]
    earlier: Link | None
    later: Link | None
    data: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events of a language, or of one platform in it, shared out over pages."""

    platform: str
    """Empty: all."""
    events: tuple[Dated, ...]
    sheets: tuple[Sheet[Dated], ...]


def timelines(shared: Shared) -> tuple[Timeline, ...]:
    """Give the timeline of everything, and one for each platform that has events."""
    code = shared.language.code
    documents = [one for one in shared.site.documents if one.lang == code]
    found = [_timeline("", documents, shared)]
    for platform in platforms(shared):
        of = [one for one in shared.cases if one.case and one.case.platform == platform]
        found.append(_timeline(platform, of, shared))
    return tuple(found)


def _most(shared: Shared) -> frozenset[str]:
    """Give the platforms whose cases have the most events."""
    events = Counter(one.case.platform for one in shared.cases if one.case for _ in one.events)
    order = sorted(platforms(shared), key=lambda one: (-events[one], one))
    return frozenset(order[:STRIP])


def platforms(shared: Shared) -> tuple[str, ...]:
    """Give the platforms whose cases have events; an id of digits alone would be a year's page."""
    having = {one.case.platform for one in shared.cases if one.case and one.events}
    return tuple(sorted(one for one in having if one and not one.isdigit()))


def timeline_view(found: Timeline, number: int, shared: Shared) -> TimelinePage:
    """Give one page of a timeline, by its number from 0."""
    t = shared.t
    sheet = found.sheets[number]
    counted = bars(found.sheets)
    name = shared.word("platforms", found.platform) if found.platform else ""
    title = t("Timeline: {platform}", platform=name) if name else t("Timeline")
    if number:
        year = sheet.parts[0].words
        title = t("{platform}, {year}", platform=title, year=year)
    return TimelinePage(
        title=title,
        description=_description(found, shared),
        up=_up(found, name, shared),
        platforms=_platforms(found, shared),
        most=max((one.count for one in counted), default=1),
        bars=tuple(_bar(one, sheet, shared) for one in counted),
        years=tuple(_year_view(part, shared) for part in sheet.parts),
        earlier=_beside(found.sheets, number + 1, shared),
        later=_beside(found.sheets, number - 1, shared),
        data=(
            Link("/data/events.json", t("All events as data")),
            Link("/data/events.ics", t("As a calendar file")),
        ),
    )


def _timeline(platform: str, documents: Sequence[Document], shared: Shared) -> Timeline:
    events = dated(documents)
    return Timeline(platform, events, sheets(events, platform, shared))


def _description(found: Timeline, shared: Shared) -> str:
    t = shared.t
    if not found.events:
        return t("No dated event has been written so far.")
    pages = {document.url: document.kind for document, _ in found.events}
    cases = sum(kind is PageKind.CASE for kind in pages.values())
    others = len(pages) - cases
    told = [t.n("{n} case", "{n} cases", cases)] if cases else []
    if others:
        told.append(t.n("{n} explainer", "{n} explainers", others))
    counted = t.n("{n} event", "{n} events", len(found.events))
    return t(
        "{events} from {pages}, newest first. A date is never made more exact than its sources: "
        "the sign beside it shows how much they know.",
        events=counted,
        pages=t.list(told),
    )


def _up(found: Timeline, name: str, shared: Shared) -> Link | None:
    if not found.platform:
        return None
    href = facet_address("platform", found.platform, shared.language.prefix)
    return Link(href, shared.t("The cases: {platform}", platform=name))


def _platforms(found: Timeline, shared: Shared) -> tuple[Link, ...]:
    prefix, most = shared.language.prefix, _most(shared)
    links = [
        Link(timeline_address(prefix, one), shared.word("platforms", one))
        for one in most - {found.platform}
    ]
    links.sort(key=lambda link: (link.words.casefold(), link.href))
    if found.platform:
        links.insert(0, Link(timeline_address(prefix), shared.t("All")))
    if len(most) < len(platforms(shared)):
        links.append(Link(f"{prefix}/cases/#ways", shared.t("All apps")))
    return tuple(links)


def _bar(bar: Bar, sheet: Sheet[Dated], shared: Shared) -> YearBar:
    t = shared.t
    page = "" if bar.address == sheet.address else bar.address
    return YearBar(
        href=f"{page}#y{bar.first}" if bar.count else "",
        words=t.when(EventDate(PartialDate(bar.first), PartialDate(bar.last))),
        wide=bar.last > bar.first,
        n=bar.count,
        count=t.number(bar.count),
    )


def _year_view(part: Part[Dated], shared: Shared) -> YearView:
    return YearView(
        f"y{part.year}", part.words, tuple(_happening(one, shared) for one in part.items)
    )


def _happening(one: Dated, shared: Shared) -> Happening:
    document, event = one
    graded = grade(None, event.keys, shared.site.sources)
    return Happening(
        shape=shape(event),
        iso="" if event.when.end else event.when.start.iso(),
        when=shared.t.when(event.when),
        words=spoken(event.plain, shared.language.tag),
        href=f"{document.url}#{event.id}",
        page=document.title,
        grade=shared.grades[graded.grade] if graded else None,
    )


def _beside(found: Sequence[Sheet[Dated]], number: int, shared: Shared) -> Link | None:
    if not 0 <= number < len(found):
        return None
    parts = found[number].parts
    words = parts[0].words
    if len(parts) > 1:
        words = shared.t.when(EventDate(PartialDate(parts[-1].year), PartialDate(parts[0].year)))
    return Link(found[number].address, words)
