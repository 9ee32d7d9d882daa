"""The front page: what this is, and one case to judge it by; and the page for what is not there."""

from dataclasses import dataclass
from datetime import date

from third_reader.model.blocks import UnknownBlock
from third_reader.model.document import Document, PageKind
from third_reader.views.claims import SkyGroup, sky
from third_reader.views.entries import Entry, entries
from third_reader.views.envelope import EnvelopeView, envelope_view
from third_reader.views.facets import Index
from third_reader.views.shared import Shared
from third_reader.views.text import Page, Text
from third_reader.views.way_in import WayIn, way_in
from third_reader.views.words import GradeView

OTHERS, QUESTIONS = 6, 3


@dataclass(frozen=True, slots=True)
class First:
    """The case to begin with."""

    href: str
    title: str
    summary: str
    claims: str
    sky: tuple[SkyGroup, ...]
    envelope: EnvelopeView | None


@dataclass(frozen=True, slots=True)
class Stand:
    """A place where a third reader can stand."""

    words: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something that we have not found established."""

    words: Text
    href: str
    page: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """What `home.html` shows."""

    title: str
    description: str
    cases: str
    """The address of the list of cases."""
    all_cases: str
    explainers: str
    """The address of the list of explainers; empty: there are none."""
    first: First | None
    way_in: WayIn | None
    """The way in; None: there are too few cases."""
    scale: tuple[GradeView, ...]
    method: str
    others: tuple[Entry, ...]
    stands: tuple[Stand, ...]
    questions: tuple[Question, ...]


def home_view(found: Index, shared: Shared) -> HomeView:
    """Give the front page of a language."""
    t = shared.t
    first = min(shared.cases, key=lambda one: _first(one, shared), default=None)
    return HomeView(
        title=t("Messages that crossed a border and were read on the way"),
        description=t(
            "Cases of messages that a third party read across a border. Each statement carries its "
            "sources, and how well it stands."
        ),
        cases=shared.url("/cases/"),
        all_cases=_all(len(shared.cases), shared),
        explainers=shared.url("/explainers/")
        if shared.site.of(PageKind.EXPLAINER, shared.language.code)
        else "",
        first=_opening(first, shared) if first else None,
        way_in=way_in(found, shared),
        scale=tuple(shared.grades.values()),
        method=shared.method,
        others=entries(tuple(one for one in shared.cases if one is not first)[:OTHERS], shared),
        stands=_stands(shared),
        questions=_questions(first, shared),
    )


def _all(cases: int, shared: Shared) -> str:
    t = shared.t
    if cases < 2:
        return t.n("{n} case", "{n} cases", cases)
    return t.n("{n} case", "All {n} cases", cases)


def _first(document: Document, shared: Shared) -> tuple[date, int, str]:
    """Sort by day of publication; of one day's cases, that with the most claims is first."""
    return (document.date or date.max, -len(shared.claims[document.url]), document.slug)


def _opening(document: Document, shared: Shared) -> First:
    claims = len(shared.claims[document.url])
    return First(
        document.url,
        document.title,
        document.summary,
        shared.t.n("{n} claim by grade", "{n} claims by grade", claims),
        sky(document, shared),
        envelope_view(Page(shared, document), document.case, small=True) if document.case else None,
    )


def _stands(shared: Shared) -> tuple[Stand, ...]:
    t = shared.t
    return (
        Stand(t("On the sender’s phone"), t("Searched by hand, or by a program on it.")),
        Stand(t("On the way"), t("In the cable, if the message is not sealed.")),
        Stand(t("At the company"), t("By a rule, by an order, or by somebody paid.")),
        Stand(t("In the group"), t("A member who passes it on.")),
        Stand(t("On the other phone"), t("The same, at the far end.")),
    )


def _questions(first: Document | None, shared: Shared) -> tuple[Question, ...]:
    """Give open questions, one a page: the first case's, then of explainers and other cases."""
    language = shared.language.code
    documents = [*shared.site.of(PageKind.EXPLAINER, language), *shared.cases]
    documents = [one for one in documents if one is not first]
    found = []
    for document in [first, *documents] if first else documents:
        block = next((one for one in document.blocks if isinstance(one, UnknownBlock)), None)
        if block and block.items:
            page = Page(shared, document)
            href = f"{document.url}#{block.id}"
            found.append(Question(page.plain(block.items[0]), href, document.title))
        if len(found) == QUESTIONS:
            break
    return tuple(found)
