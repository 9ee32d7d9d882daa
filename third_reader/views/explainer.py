"""One explainer."""

from dataclasses import dataclass

from markupsafe import Markup

from third_reader.model.address import claim_anchor
from third_reader.model.claim import Grade
from third_reader.model.document import Document
from third_reader.views.article import Article, article
from third_reader.views.claims import SkyGroup, sky
from third_reader.views.shared import Shared
from third_reader.views.structured import article_data
from third_reader.views.text import Page
from third_reader.views.words import GradeView

SHOWN = (Grade.ON_RECORD, Grade.MEASURED, Grade.CORROBORATED)
NOT_SHOWN = (Grade.NOT_ESTABLISHED, Grade.DISPUTED)
EACH = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One claim in short."""

    words: str
    grade: GradeView
    href: str
    label: str


@dataclass(frozen=True, slots=True)
class ExplainerView:
    """What `explainer.html` shows."""

    title: str
    description: str
    shown: tuple[Finding, ...]
    not_shown: tuple[Finding, ...]
    sky: tuple[SkyGroup, ...]
    explorable: str
    """Template of what its reader may try; empty: the theme has none for it."""
    article: Article
    structured: Markup
    """JSON-LD."""


def explainer_view(document: Document, shared: Shared, explorable: str = "") -> ExplainerView:
    """Give an explainer in its language."""
    shown = _findings(document, SHOWN, shared)
    not_shown = _findings(document, NOT_SHOWN, shared)
    both = bool(shown and not_shown)
    parts = [("explorable", shared.t("Try it yourself"))] if explorable else []
    return ExplainerView(
        title=document.title,
        description=document.summary,
        shown=shown if both else (),
        not_shown=not_shown if both else (),
        sky=sky(document, shared),
        explorable=explorable,
        article=article(Page(shared, document), parts),
        structured=article_data(document, shared),
    )


def _findings(document: Document, grades: tuple[Grade, ...], shared: Shared) -> tuple[Finding, ...]:
    """Give the first claims of some grades: strongest grade first, then down the page."""
    found = []
    for claim in shared.claims[document.url]:
        graded = shared.site.grades.get((document.url, claim.id))
        if graded and graded.grade in grades:
            found.append((grades.index(graded.grade), claim, shared.grades[graded.grade]))
    found.sort(key=lambda one: (one[0], one[1].number))
    return tuple(
        Finding(
            claim.plain,
            view,
            f"#{claim_anchor(claim.id)}",
            shared.t("claim {n}", n=claim.number),
        )
        for _, claim, view in found[:EACH]
    )
