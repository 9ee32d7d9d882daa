"""All cases side by side: one line a case, in a table that stacks where a phone is narrow."""

from collections.abc import Sequence
from dataclasses import dataclass

from third_reader.model.address import facet_address, route_address
from third_reader.model.document import CaseFacts, Document
from third_reader.views.article import Link
from third_reader.views.claims import grades_of
from third_reader.views.entries import listed_case
from third_reader.views.routes import case_routes, route_words
from third_reader.views.shared import Shared
from third_reader.views.sharing import ROOM, Leaf, Room, leaves
from third_reader.views.words import GradeView

MARKS = 260
"""Bytes that the marks and links of one line count for."""
SCRIPT = "/sort.js"


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One case in the table."""

    year: str
    href: str
    title: str
    routes: tuple[Link, ...]
    apps: tuple[Link, ...]
    sent: str
    """What was sent, in the page's own words; empty: not said."""
    ways: tuple[Link, ...]
    reader: str
    outcomes: tuple[Link, ...]
    grades: tuple[GradeView, ...]
    """The strongest and the weakest of its claims."""
    rank: int
    """The strongest one's place in the scale: what the column is sorted by."""


def compare_pages(shared: Shared, taken: int) -> tuple[Leaf[Document], ...]:
    """Share the cases of a language out over pages, the newest first; the first may be empty.

    `taken` are the bytes that the first page needs for what stands over the table.
    """
    room = Room(max(0, ROOM - taken), under="page/")
    return leaves(shared.cases, _weight, shared.url("/cases/"), room)


def compare_rows(documents: Sequence[Document], shared: Shared) -> tuple[CompareRow, ...]:
    """Give cases as lines of the table, in their order."""
    return tuple(_row(one, one.case, shared) for one in documents if one.case)


def _row(document: Document, facts: CaseFacts, shared: Shared) -> CompareRow:
    prefix = shared.language.prefix
    listed = listed_case(document, facts, shared)
    grades = grades_of(document, shared)
    scale = list(shared.grades.values())
    sent = facts.envelope.through if facts.envelope else None
    return CompareRow(
        year=listed.year,
        href=document.url,
        title=document.title,
        routes=tuple(
            Link(route_address(*one, prefix), route_words(*one, shared))
            for one in case_routes(facts)
        ),
        apps=_links("platform", "platforms", [facts.platform], shared),
        sent=sent.plain if sent else "",
        ways=_links("mechanism", "mechanisms", facts.mechanism, shared),
        reader=listed.route.reader,
        outcomes=_links("outcome", "outcomes", [facts.outcome], shared),
        grades=listed.grades,
        rank=scale.index(grades[0]) if grades else len(scale),
    )


def _links(facet: str, words: str, ids: Sequence[str], shared: Shared) -> tuple[Link, ...]:
    prefix = shared.language.prefix
    return tuple(
        Link(facet_address(facet, one, prefix), shared.word(words, one))
        for one in dict.fromkeys(ids)
        if one
    )


def _weight(document: Document) -> int:
    sent = document.case.envelope.through if document.case and document.case.envelope else None
    words = (document.title, document.slug, sent.plain if sent else "")
    return MARKS + sum(len(one.encode()) for one in words)
