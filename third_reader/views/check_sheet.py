"""The check sheet of a case or an explainer: one row a claim, to be printed and ticked."""

from collections.abc import Iterable
from dataclasses import dataclass

from third_reader.citations.labels import locator_words
from third_reader.model.address import check_address, claim_anchor
from third_reader.model.citation import CiteItem
from third_reader.model.claim import Claim
from third_reader.model.document import Document, PageKind
from third_reader.views.article import Link
from third_reader.views.cards import Card
from third_reader.views.shared import Shared
from third_reader.views.words import GradeView

ROWS = 120
"""Claims on one sheet; more are continued on the next, so that each stays within its weight."""
FIRST = 1


@dataclass(frozen=True, slots=True)
class SheetSource:
    """One source of a row."""

    card: Card
    where: str
    """Every place in it that the claim cites; empty: none is given."""
    no_copy: str
    """Says that there is no archived copy; empty: its links have one."""
    no_address: str
    """Says that no address is given; empty: its links have one."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One claim."""

    number: int
    href: str
    label: str
    words: str
    grade: GradeView | None
    sources: tuple[SheetSource, ...]


@dataclass(frozen=True, slots=True)
class SheetView:
    """What `check_sheet.html` shows."""

    title: str
    description: str
    kind: str
    page: Link
    rows: tuple[SheetRow, ...]
    parts: tuple[Link, ...]
    """Every sheet of the page, this one too; empty: it is the only one."""
    part: int


def sheets(document: Document, shared: Shared) -> int:
    """Give how many sheets a page has: none, unless it is a case or an explainer with claims."""
    if document.kind is PageKind.PAGE:
        return 0
    return -(-len(shared.claims[document.url]) // ROWS)


def sheet_view(document: Document, part: int, shared: Shared) -> SheetView:
    """Give one sheet, counted from 1 (FEATURES, no. 12)."""
    t = shared.t
    count = sheets(document, shared)
    claims = shared.claims[document.url][(part - FIRST) * ROWS : part * ROWS]
    cited = _cited(document)
    parts = tuple(
        Link(check_address(document.url, one), t("Sheet {n}", n=one))
        for one in range(FIRST, count + FIRST)
    )
    title = t("Check sheet")
    return SheetView(
        title=t("{sheet}: {title}", sheet=title, title=document.title),
        description=t(
            "For whoever checks this page: each claim, the sources that it cites, the place in "
            "them, and where they can be read. Print it and tick what you have seen yourself."
        ),
        kind=title,
        page=Link(document.url, document.title),
        rows=tuple(_row(claim, document, cited.get(claim.id, ()), shared) for claim in claims),
        parts=parts if count > 1 else (),
        part=part,
    )


def _cited(document: Document) -> dict[str, list[CiteItem]]:
    """Give what each claim cites, in the order of its text."""
    found: dict[str, list[CiteItem]] = {}
    for mark in document.marks:
        if mark.claim is not None:
            found.setdefault(mark.claim, []).append(mark.item)
    return found


def _row(claim: Claim, document: Document, items: Iterable[CiteItem], shared: Shared) -> SheetRow:
    graded = shared.site.grades.get((document.url, claim.id))
    places: dict[str, list[str]] = {key: [] for key in claim.keys}
    for item in items:
        if where := locator_words(item, shared.language):
            places.setdefault(item.key, []).append(where)
    return SheetRow(
        number=claim.number,
        href=f"{document.url}#{claim_anchor(claim.id)}",
        label=shared.t("Claim {n}", n=claim.number),
        words=claim.plain,
        grade=shared.grades[graded.grade] if graded else None,
        sources=tuple(
            _source(shared.cards[key], found, shared)
            for key, found in places.items()
            if key in shared.cards
        ),
    )


def _source(card: Card, where: Iterable[str], shared: Shared) -> SheetSource:
    t = shared.t
    return SheetSource(
        card=card,
        where=t("; ").join(dict.fromkeys(where)),
        no_copy="" if card.copied else t("no copy"),
        no_address="" if card.links else t("no address given"),
    )
