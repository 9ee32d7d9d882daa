"""One plain page, such as the method, and the list of explainers."""

from dataclasses import dataclass

from third_reader.model.document import Document, PageKind
from third_reader.views.article import Article, article
from third_reader.views.claims import SkyGroup, sky
from third_reader.views.shared import Shared
from third_reader.views.text import Page


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
    briefs: tuple[Brief, ...]


def page_view(document: Document, shared: Shared) -> PageView:
    """Give a plain page in its language."""
    return PageView(document.title, document.summary, article(Page(shared, document)))


def explainers_view(shared: Shared) -> ExplainersView:
    """Give the list of a language's explainers, by title."""
    t = shared.t
    documents = shared.site.of(PageKind.EXPLAINER, shared.language.code)
    return ExplainersView(
        title=t("Explainers"),
        description=t("How a third reader comes to read a message, and what has been shown of it."),
        briefs=tuple(
            Brief(
                one.url,
                one.title,
                one.summary,
                t.n("{n} claim by grade", "{n} claims by grade", len(shared.claims[one.url])),
                sky(one, shared),
            )
            for one in sorted(documents, key=lambda one: (one.title, one.slug))
        ),
    )
