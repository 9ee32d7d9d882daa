"""What would fall with a source: every grade computed again as if it had never been."""

from dataclasses import dataclass

from third_reader.evidence.grades import grade
from third_reader.evidence.lineage import fallen
from third_reader.model.address import claim_anchor
from third_reader.model.claim import Claim, Grade
from third_reader.model.document import Document
from third_reader.views.shared import Shared
from third_reader.views.words import GradeView

STRENGTH = {one: place for place, one in enumerate(Grade)}


@dataclass(frozen=True, slots=True)
class Fallen:
    """One claim, now and then."""

    anchor: str
    href: str
    label: str
    number: int
    words: str
    lang: str
    """BCP 47 tag of the words; empty: as the page."""
    page: str
    now: GradeView
    then: GradeView | None
    """None: no source would be left."""
    why: str
    """What keeps it as it is; empty when it changes."""


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that fare alike."""

    words: str
    heading: str
    count: str
    claims: tuple[Fallen, ...]


@dataclass(frozen=True, slots=True)
class Fall:
    """All claims that rest on a source or on what only relays it."""

    groups: tuple[Group, ...]
    claims: int
    pages: tuple[Document, ...]
    lost: int
    """Claims that would have no source left."""


def fall(source: str, shared: Shared) -> Fall:
    """Compute again what rests on a source (FEATURES, no. 4)."""
    gone = fallen(source, shared.site.sources, shared.site.relays)
    resting = _resting(gone, shared)
    lost: list[Fallen] = []
    weaker: list[Fallen] = []
    same: list[Fallen] = []
    for number, (document, claim) in enumerate(resting, 1):
        made = _fallen(number, document, claim, gone, shared)
        if made is None:
            continue
        (lost if made.then is None else weaker if made.then != made.now else same).append(made)
    t = shared.t
    groups = (
        Group(t("with no source left"), t("No source left"), t.number(len(lost)), tuple(lost)),
        Group(t("weaker"), t("Weaker"), t.number(len(weaker)), tuple(weaker)),
        Group(t("as before"), t("As before"), t.number(len(same)), tuple(same)),
    )
    return Fall(
        groups=tuple(group for group in groups if group.claims),
        claims=len(lost) + len(weaker) + len(same),
        pages=tuple({document.url: document for document, _ in resting}.values()),
        lost=len(lost),
    )


def _resting(gone: frozenset[str], shared: Shared) -> tuple[tuple[Document, Claim], ...]:
    found: dict[tuple[str, str], tuple[Document, Claim]] = {}
    for one in sorted(gone):
        for document, claim in shared.resting.get(one, ()):
            found[document.url, claim.id] = (document, claim)
    return tuple(sorted(found.values(), key=lambda one: (one[0].kind, one[0].slug, one[1].number)))


def _fallen(
    number: int, document: Document, claim: Claim, gone: frozenset[str], shared: Shared
) -> Fallen | None:
    sources = shared.site.sources
    now = shared.site.grades.get((document.url, claim.id))
    if now is None:
        return None
    then = grade(claim.marker, claim.keys, sources, gone)
    language = shared.site.config.language(document.lang)
    why = ""
    if then is not None and then.grade is now.grade:
        why = _why(now.rule, then.sources, shared)
    return Fallen(
        anchor=f"fall-{number}",
        href=f"{document.url}#{claim_anchor(claim.id)}",
        label=shared.t("Claim {n}", n=claim.number),
        number=claim.number,
        words=claim.plain,
        lang="" if language == shared.language else language.tag,
        page=document.title,
        now=shared.grades[now.grade],
        then=shared.grades[then.grade] if then else None,
        why=why,
    )


def _why(rule: int, left: tuple[str, ...], shared: Shared) -> str:
    t = shared.t
    names = t.list([shared.cards[key].label for key in left])
    if rule > 1:
        return t("from {sources}", sources=names)
    if not left:
        return t("marked by us; no source would be left")
    return t("marked by us; left would be {sources}", sources=names)
