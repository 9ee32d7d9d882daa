"""Open questions of the whole site: what is not established, and where sources disagree."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from third_reader.model.blocks import DisagreeBlock, UnknownBlock
from third_reader.model.document import Document, PageKind
from third_reader.views.article import Link
from third_reader.views.cards import spoken
from third_reader.views.imprint import Day, checked
from third_reader.views.shared import Shared
from third_reader.views.sharing import Leaf, Step, leaves, numbered

MARKS = 120
"""Bytes that the marks of one question count for."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One question, where its page asks it."""

    words: Markup
    href: str


@dataclass(frozen=True, slots=True)
class Asking:
    """The questions of one page, down the page."""

    href: str
    title: str
    kind: str
    checked: Day | None
    """When its page was last checked against its sources."""
    unknown: tuple[OpenQuestion, ...]
    disputed: tuple[OpenQuestion, ...]


@dataclass(frozen=True, slots=True)
class QuestionsView:
    """What `questions.html` shows."""

    title: str
    description: str
    parts: tuple[Step, ...]
    """The pages of the list, if there are several."""
    pages: tuple[Asking, ...]
    ways: tuple[Link, ...]


def asking(shared: Shared) -> tuple[Leaf[Asking], ...]:
    """Give the pages that leave something open: cases, the newest first, then all others."""
    site, code = shared.site, shared.language.code
    documents = (
        *shared.cases,
        *site.of(PageKind.EXPLAINER, code),
        *site.of(PageKind.PAGE, code),
    )
    found = [_asking(document, shared) for document in documents]
    found = [page for page in found if page.unknown or page.disputed]
    return leaves(found, _weight, shared.url("/open-questions/"))


def questions_view(
    all_leaves: tuple[Leaf[Asking], ...], number: int, shared: Shared
) -> QuestionsView:
    """Give one page of the list, by its number from 0."""
    t = shared.t
    pages = [page for leaf in all_leaves for page in leaf.items]
    unknown = sum(len(page.unknown) for page in pages)
    disputed = sum(len(page.disputed) for page in pages)
    counts = t(
        "{questions}: {open} that we have not found established, {split} on which sources "
        "disagree. If you know a source that answers one, write to us.",
        questions=t.n("{n} question", "{n} questions", unknown + disputed),
        open=t.number(unknown),
        split=t.number(disputed),
    )
    return QuestionsView(
        title=t("Open questions"),
        description=counts if pages else t("No page leaves a question open so far."),
        parts=tuple(
            replace(one, words=t("Pages {places} of {n}", places=one.words, n=t.number(len(pages))))
            for one in numbered(all_leaves, number, shared)
        ),
        pages=all_leaves[number].items,
        ways=all_leaves[number].ways(shared),
    )


def _asking(document: Document, shared: Shared) -> Asking:
    kinds = {PageKind.CASE: shared.t("Case"), PageKind.EXPLAINER: shared.t("Explainer")}
    unknown, disputed = [], []
    for block in document.blocks:
        if isinstance(block, UnknownBlock):
            unknown += [(words, block.id) for words in block.plain]
        elif isinstance(block, DisagreeBlock):
            disputed.append((block.question, block.id))
    return Asking(
        document.url,
        document.title,
        kinds.get(document.kind, ""),
        checked(document, shared),
        _asked(unknown, document, shared),
        _asked(disputed, document, shared),
    )


def _asked(
    found: list[tuple[str, str]], document: Document, shared: Shared
) -> tuple[OpenQuestion, ...]:
    tag = shared.language.tag
    return tuple(
        OpenQuestion(spoken(words, tag), f"{document.url}#{anchor}") for words, anchor in found
    )


def _weight(page: Asking) -> int:
    return sum(MARKS + len(one.words.encode()) for one in (*page.unknown, *page.disputed))
