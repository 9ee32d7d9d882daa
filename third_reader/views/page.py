"""One plain page, such as the method, and the list of explainers."""

from collections.abc import Sequence
from dataclasses import dataclass

from third_reader.model.document import Document, PageKind
from third_reader.views.article import Article, Link, article
from third_reader.views.claims import SkyGroup, sky
from third_reader.views.shared import Shared
from third_reader.views.sharing import Leaf, Room, Step, leaves, numbered
from third_reader.views.text import Page

MARKS, SIGN = 150, 8
"""Bytes that the marks of an explainer, and the sign of each of its claims, count for."""


@dataclass(frozen=True, slots=True)
class PageView:
    """What `page.html` shows."""

    title: str
    description: str
    article: Article


@dataclass(frozen=True, slots=True)
class Brief:
    """One explainer in the list of them."""

    href: str
    title: str
    summary: str
    claims: str
    sky: tuple[SkyGroup, ...]


@dataclass(frozen=True, slots=True)
class ExplainersView:
    """What `explainers.html` shows."""

    title: str
    description: str
    parts: tuple[Step, ...]
    """The pages of the list, if there are several."""
    briefs: tuple[Brief, ...]
    ways: tuple[Link, ...]


def page_view(document: Document, shared: Shared) -> PageView:
    """Give a plain page in its language."""
    return PageView(document.title, document.summary, article(Page(shared, document)))


def explainers(shared: Shared) -> tuple[Leaf[Document], ...]:
    """Share a language's explainers out over pages, by title."""
    found = shared.site.of(PageKind.EXPLAINER, shared.language.code)

    def weight(one: Document) -> int:
        signs = SIGN * len(shared.claims[one.url])
        return MARKS + signs + len(f"{one.title}{one.summary}".encode())

    ordered = sorted(found, key=lambda one: (one.title, one.slug))
    return leaves(ordered, weight, shared.url("/explainers/"), Room(under="page/"))


def explainers_view(found: Sequence[Leaf[Document]], number: int, shared: Shared) -> ExplainersView:
    """Give a page of the list of explainers, by its number from 0."""
    t = shared.t
    return ExplainersView(
        title=t("Explainers"),
        description=t("How a third reader comes to read a message, and what has been shown of it."),
        parts=numbered(found, number, shared),
        briefs=tuple(_brief(one, shared) for one in found[number].items),
        ways=found[number].ways(shared),
    )


def _brief(one: Document, shared: Shared) -> Brief:
    claims = shared.t.n("{n} claim by grade", "{n} claims by grade", len(shared.claims[one.url]))
    return Brief(one.url, one.title, one.summary, claims, sky(one, shared))
