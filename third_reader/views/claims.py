"""Claims with their grades, and the sky over them."""

from collections.abc import Iterable
from dataclasses import dataclass

from third_reader.model.address import claim_anchor
from third_reader.model.claim import Claim, Grade, Graded
from third_reader.model.document import Document
from third_reader.views.lineage import Node, tree_above
from third_reader.views.shared import Shared
from third_reader.views.text import Page, Text
from third_reader.views.words import GradeView


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim on its page."""

    anchor: str
    number: int
    label: str
    text: Text
    grade: GradeView | None
    """None: it has no grade, which is an error of the content."""
    lost: str
    """Says that every source of it is gone without a copy; empty: not so."""
    counts: str
    """`3 reports, 1 origin`."""
    rule: str
    """The rule that applied, in one sentence."""
    tree: tuple[Node, ...]
    report: str
    """A mail link with the claim's address; empty without a contact."""


@dataclass(frozen=True, slots=True)
class SkyMark:
    """One claim in the sky."""

    href: str
    label: str


@dataclass(frozen=True, slots=True)
class SkyGroup:
    """All claims of one grade."""

    grade: GradeView
    words: str
    marks: tuple[SkyMark, ...]


def claim_view(claim: Claim, page: Page) -> ClaimView:
    """Give a claim as its page shows it."""
    shared = page.shared
    graded = shared.site.grades.get((page.document.url, claim.id))
    anchor = claim_anchor(claim.id)
    return ClaimView(
        anchor=anchor,
        number=claim.number,
        label=shared.t("Claim {n}", n=claim.number),
        text=page.text(claim.text),
        grade=shared.grades[graded.grade] if graded else None,
        lost=_lost(graded, shared) if graded else "",
        counts=counts(graded, shared) if graded else "",
        rule=rule(graded, shared) if graded else "",
        tree=cited_tree(graded, shared) if graded else (),
        report=shared.mail(f"{page.document.url}#{anchor}"),
    )


def _lost(graded: Graded, shared: Shared) -> str:
    cards = [shared.cards[key] for key in graded.sources]
    return shared.t("No copy left") if cards and all(card.lost for card in cards) else ""


def counts(graded: Graded, shared: Shared) -> str:
    """Give the two numbers of a claim: reports and origins (FEATURES, no. 2)."""
    t, origins = shared.t, len(graded.origins)
    return t(
        "{reports}, {origins}",
        reports=t.n("{n} report", "{n} reports", len(graded.sources)),
        origins=t.n("{n} origin", "{n} origins", origins) if origins else t("no origin"),
    )


def rule(graded: Graded, shared: Shared) -> str:
    """Give the rule that led to a grade, in one sentence."""
    reason = shared.grades[graded.grade].reason
    return shared.t("Rule {n}: {reason}", n=graded.rule, reason=reason)


def cited_tree(graded: Graded, shared: Shared) -> tuple[Node, ...]:
    """Give the tree of what a claim cites; many claims cite the same, so trees are kept."""
    found = shared.trees.get(graded.sources)
    if found is None:
        found = tree_above(graded.sources, shared.site.sources, shared.cards)
        shared.trees[graded.sources] = found
    return found


def sky(document: Document, shared: Shared) -> tuple[SkyGroup, ...]:
    """Give all claims of a page in order of strength; grades without a claim are left out."""
    by_grade: dict[Grade, list[SkyMark]] = {}
    for claim in shared.claims[document.url]:
        graded = shared.site.grades.get((document.url, claim.id))
        if graded:
            label = shared.t("Claim {n}", n=claim.number)
            mark = SkyMark(f"#{claim_anchor(claim.id)}", label)
            by_grade.setdefault(graded.grade, []).append(mark)
    return tuple(
        SkyGroup(view, sky_words(view, len(by_grade[grade]), shared), tuple(by_grade[grade]))
        for grade, view in shared.grades.items()
        if grade in by_grade
    )


def sky_words(grade: GradeView, n: int, shared: Shared) -> str:
    """Give the count under one group of the sky."""
    return shared.t("{n} {grade}", n=shared.t.number(n), grade=grade.word)


def grades_of(document: Document, shared: Shared) -> tuple[GradeView, ...]:
    """Give the grades that a page's claims have, each once, strongest first."""
    among = {
        graded.grade
        for claim in shared.claims[document.url]
        if (graded := shared.site.grades.get((document.url, claim.id)))
    }
    return tuple(view for grade, view in shared.grades.items() if grade in among)


def span(grades: Iterable[GradeView]) -> tuple[GradeView, ...]:
    """Give the strongest and the weakest of some grades: none, one or two."""
    found = tuple(grades)
    return found if len(found) < 2 else (found[0], found[-1])
