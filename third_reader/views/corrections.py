"""Corrections: on the page that was wrong, and all of them in one list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from third_reader.languages.catalogue import Catalogue
from third_reader.model.address import claim_anchor
from third_reader.model.correction import Correction
from third_reader.model.language import Language
from third_reader.model.site import Site
from third_reader.views.article import Link
from third_reader.views.shared import Shared
from third_reader.views.sharing import Leaf, Step, leaves, numbered

MARKS = 300
"""Bytes that the marks of one correction count for."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """One correction as a page shows it."""

    anchor: str
    """On the list its own; on the page that of a withdrawn claim; empty: none."""
    page: Link | None
    """The page; None: it is this one."""
    iso: str
    day: str
    withdrawn: bool
    claim: Link | None
    was: str
    now: str
    why: str
    lang: str
    """BCP 47 tag of its words; empty: as the page."""


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """What `corrections.html` shows."""

    title: str
    description: str
    report: str
    """The page that says how to report an error; empty: there is none."""
    parts: tuple[Step, ...]
    """The pages of the list, if there are several."""
    corrections: tuple[Corrected, ...]
    ways: tuple[Link, ...]
    feeds: tuple[Link, ...]
    """Empty: the site does not know its own address."""


def noted(site: Site, address: str, language: Language, t: Catalogue) -> tuple[Corrected, ...]:
    """Give the corrections of a page; a withdrawn claim's stone stands in every language."""
    return tuple(
        _corrected(one, site, language, t, here=True)
        for one in site.corrections
        if one.page == address or _stone(one, site, address)
    )


def pages(shared: Shared) -> tuple[Leaf[Correction], ...]:
    """Share all corrections out over pages, the newest first."""
    return leaves(shared.site.corrections, _weight, shared.url("/corrections/"))


def corrections_view(
    found: Sequence[Leaf[Correction]], number: int, shared: Shared
) -> CorrectionsView:
    """Give one page of the list, by its number from 0."""
    site, t, leaf = shared.site, shared.t, found[number]
    titles = {document.url: document.title for document in site.documents}
    titles |= {card.href: card.label for card in shared.cards.values()}
    prefix = shared.language.prefix
    count = len(site.corrections)
    feeds = (
        Link(f"{prefix}/feeds/corrections.atom.xml", t("Feed of corrections")),
        Link(f"{prefix}/feeds/changes.atom.xml", t("Feed of changed claims")),
    )
    return CorrectionsView(
        title=t("Corrections"),
        description=t.n(
            "{n} correction: what a page said, what it says now, and why.",
            "{n} corrections, newest first: what a page said, what it says now, and why.",
            count,
        )
        if count
        else t(
            "There are none so far. What turns out to be wrong will stand here, with what the page "
            "said before."
        ),
        report=shared.contact,
        parts=numbered(found, number, shared),
        corrections=tuple(
            _corrected(one, site, shared.language, t, titles=titles) for one in leaf.items
        ),
        ways=leaf.ways(shared),
        feeds=feeds if site.config.url else (),
    )


def _corrected(
    one: Correction,
    site: Site,
    language: Language,
    t: Catalogue,
    *,
    here: bool = False,
    titles: Mapping[str, str] | None = None,
) -> Corrected:
    stone = claim_anchor(one.claim) if one.claim and one.withdrawn else ""
    words = site.config.language_at(one.page)
    claim = None
    if one.claim:
        base = "" if here else one.page
        claim = Link(f"{base}#{claim_anchor(one.claim)}", t("Claim “{id}”", id=one.claim))
    return Corrected(
        anchor=stone if here else one.id,
        page=None if here else Link(one.page, (titles or {}).get(one.page, one.page)),
        iso=one.date.isoformat(),
        day=t.day(one.date),
        withdrawn=one.withdrawn,
        claim=claim,
        was=one.was,
        now=one.now,
        why=one.why,
        lang="" if words == language else words.tag,
    )


def _stone(one: Correction, site: Site, address: str) -> bool:
    """Tell whether a page is another version of that which lost the claim, and lost it too."""
    if not (one.withdrawn and one.claim):
        return False
    group = next((page for page in site.documents if page.url == address), None)
    if group is None or one.page not in {page.url for page in site.versions(group)}:
        return False
    own = any(
        other.page == address and other.withdrawn and other.claim == one.claim
        for other in site.corrections
    )
    return not own and claim_anchor(one.claim) not in group.anchors


def _weight(one: Correction) -> int:
    return MARKS + len(f"{one.was}{one.now}{one.why}".encode())
