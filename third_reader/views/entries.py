"""A case in a list: its year, title, small route, and how well it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from third_reader.model.document import CaseFacts, Document
from third_reader.views.claims import grades_of, span
from third_reader.views.envelope import reader_words
from third_reader.views.shared import Shared
from third_reader.views.words import GradeView

UNTOLD = frozenset({"not-known", "several", "any-provider"})
"""Ids that name nothing in particular, so that sharing them means nothing."""


@dataclass(frozen=True, slots=True)
class RouteView:
    """The small route: from whom, read by whom, to whom."""

    origin: str
    reader: str
    to: str
    shown: bool
    """The way is established: drawn solid."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One case in a list."""

    href: str
    title: str
    year: str
    route: RouteView
    facts: str
    """App, way of reading, outcome, in words."""
    brief: str
    """App and year."""
    grades: tuple[GradeView, ...]
    """The strongest and the weakest of its claims."""


def entry(document: Document, facts: CaseFacts, shared: Shared) -> Entry:
    """Give a case as lists show it."""
    t = shared.t
    when = year(document, facts)
    app = shared.word("platforms", facts.platform) if facts.platform else t("App not known")
    ways = [shared.word("mechanisms", one) for one in facts.mechanism]
    outcome = [shared.word("outcomes", facts.outcome)] if facts.outcome else []
    return Entry(
        href=document.url,
        title=document.title,
        year=when,
        route=route(facts, shared),
        facts=t(". ").join((app, *ways, *outcome)) + t("."),
        brief=t("{app}, {year}", app=app, year=when) if when else app,
        grades=span(grades_of(document, shared)),
    )


def listed_case(document: Document, facts: CaseFacts, shared: Shared) -> Entry:
    """Give the same, made once for all lists that a case stands in."""
    return shared.once("entry", document.url, partial(entry, document, facts, shared))


def entries(documents: tuple[Document, ...], shared: Shared) -> tuple[Entry, ...]:
    """Give cases as a list, in their order."""
    return tuple(listed_case(one, one.case, shared) for one in documents if one.case)


def route(facts: CaseFacts, shared: Shared) -> RouteView:
    """Give the small route of a case."""
    t = shared.t
    envelope = facts.envelope
    shown = envelope is not None and any(leg.established for leg in envelope.legs)
    reader = reader_words(envelope.reader) if envelope else t("Somebody else")
    if unsure := _unsure(facts, shared):
        reader = t("{reader}; {way}", reader=reader, way=unsure)
    return RouteView(
        shared.place(facts.origin) if facts.origin else t("Place not known"),
        reader,
        t.list([shared.place(code) for code in facts.to]) or t("Place not known"),
        shown,
    )


def _unsure(facts: CaseFacts, shared: Shared) -> str:
    """Say what is not sure of the way it was read; empty: the way is established, or named."""
    legs = facts.envelope.legs if facts.envelope else ()
    if any(leg.established for leg in legs):
        return ""
    if legs:
        return shared.t("by which way is not established")
    return "" if set(facts.mechanism) - UNTOLD else shared.t("by which way is not known")


def year(document: Document, facts: CaseFacts) -> str:
    """Give the year of a case; empty: not known."""
    if facts.when:
        return str(facts.when.year)
    return str(document.date.year) if document.date else ""


def years(documents: Iterable[Document]) -> str:
    """Give the years that cases are of, `2019–2024`; empty: none is known."""
    found = sorted({year(one, one.case) for one in documents if one.case} - {""})
    return "–".join(dict.fromkeys((found[0], found[-1]))) if found else ""
