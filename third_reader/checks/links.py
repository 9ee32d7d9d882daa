"""Links and pictures within the site: the page, the anchor, the picture are there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from third_reader.checks.known import known_addresses
from third_reader.checks.readable import readable
from third_reader.model.address import claim_anchor
from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.document import Document, Link
from third_reader.model.site import Site
from third_reader.model.wording import did_you_mean, quoted, suggestions

BROKEN = Code(
    "broken-link",
    "A link leads to an address that the site will not have. Links go by published address, with a "
    "slash at the end of a page's: `/cases/gao-zhigang/`.",
)
NO_ANCHOR = Code(
    "missing-anchor",
    "The page is there, but nothing on it has this id. A claim's is `#claim-` and its id, a mark's "
    "`#cite-` and its number, a heading's its words with hyphens.",
)
DRAFT = Code(
    "draft-linked",
    "A published page links to a draft, which readers will not find. Publish it first, or take the "
    "link out.",
)
NO_PICTURE = Code(
    "missing-picture", "A picture that is not under `images/` of the content; put the file there."
)
PARTS = frozenset({"main", "contents", "stand", "people", "sources", "cite"})
"""Anchors that templates add to a page."""


@dataclass(frozen=True, slots=True)
class Leading:
    """A link, and where it leads."""

    document: Document
    link: Link
    page: str
    """Decoded address; empty: the same page."""
    anchor: str


def check(site: Site) -> Iterator[Diagnostic]:
    """Give links and pictures that lead nowhere."""
    leading = [_leading(document, link) for document in site.documents for link in document.links]
    known = known_addresses(site)
    pages = {document.url: document for document in site.documents}
    drafts = site.drafts | {document.url for document in site.documents if document.draft}
    yield from _pictures([one for one in leading if one.link.picture], site)
    links = [one for one in leading if not one.link.picture]
    lost = [one for one in links if one.page and one.page not in known | site.drafts]
    hints = suggestions((one.page for one in lost if f"{one.page}/" not in known), known)
    for one in lost:
        now = site.moved.get(one.page)
        told = f"{quoted(one.page, 60)} has moved; link to {quoted(now, 60)}" if now else ""
        yield BROKEN.error(one.link.position, told or _broken(one.page, hints))
    for one in links:
        if one.page in drafts and not one.document.draft:
            told = f"{quoted(one.page)} is a draft; publish it first, or take the link out"
            yield DRAFT.error(one.link.position, told)
    stones = {(one.page, claim_anchor(one.claim)) for one in site.corrections if one.withdrawn}
    found = [one for one in links if one.anchor]
    found = [one for one in found if (one.page or one.document.url, one.anchor) not in stones]
    yield from _anchors(found, pages)
    yield from _terms(found, site)


def _leading(document: Document, link: Link) -> Leading:
    page, _, anchor = link.target.partition("#")
    return Leading(document, link, unquote(page.partition("?")[0]), unquote(anchor))


def _pictures(shown: list[Leading], site: Site) -> Iterator[Diagnostic]:
    lost = [one for one in shown if one.page not in site.pictures]
    hints = suggestions((one.page for one in lost), site.pictures)
    for one in lost:
        wish = hints[one.page] or "; put the file into images/ or mend the link"
        yield NO_PICTURE.error(
            one.link.position, f"there is no picture {quoted(one.page, 60)}{wish}"
        )


def _broken(page: str, hints: Mapping[str, str]) -> str:
    if page in hints:
        wish = hints[page] or "; mend the link"
    else:
        wish = f"; did you mean {quoted(f'{page}/')}?"
    return f"no page of the site is {quoted(page, 60)}{wish}"


def _anchors(links: list[Leading], pages: Mapping[str, Document]) -> Iterator[Diagnostic]:
    """Judge anchors of written pages; what lists are made of is not known here."""
    anchors: dict[str, frozenset[str]] = {}
    hints: dict[tuple[str, str], str] = {}
    for one in links:
        page = one.page or one.document.url
        target = pages.get(page) if one.page else one.document
        if target is None or not readable(target):
            continue
        if page not in anchors:
            anchors[page] = _own_anchors(target)
        there = anchors[page]
        if one.anchor not in there:
            if (page, one.anchor) not in hints:
                hints[page, one.anchor] = _anchor_hint(one.anchor, there, len(hints))
            where = quoted(page, 40) if one.page else "this page"
            told = f"{where} has no anchor {quoted(one.anchor, 40)}{hints[page, one.anchor]}"
            yield NO_ANCHOR.error(one.link.position, told)


def _terms(links: list[Leading], site: Site) -> Iterator[Diagnostic]:
    """Judge anchors of the glossary: its terms, by their ids."""
    terms = site.glossary.terms
    pages = {f"{one.prefix}/glossary/" for one in site.config.languages} if terms else set()
    lost = [one for one in links if one.page in pages and one.anchor not in terms]
    hints = suggestions((one.anchor for one in lost), terms)
    for one in lost:
        wish = hints[one.anchor] or "; mend the link"
        told = f"the glossary has no term {quoted(one.anchor, 40)}{wish}"
        yield NO_ANCHOR.error(one.link.position, told)


def _own_anchors(document: Document) -> frozenset[str]:
    keys = (f"s-{mark.item.key}" for mark in document.marks)
    headings = (heading.id for heading in document.headings)
    return PARTS.union(document.anchors, headings, keys)


def _anchor_hint(anchor: str, there: frozenset[str], asked: int) -> str:
    if claim_anchor(anchor) in there:
        return f"; did you mean {quoted(claim_anchor(anchor))}?"
    longer = min((one for one in there if one.startswith(claim_anchor(anchor))), default="")
    if longer:
        return f"; did you mean {quoted(longer)}?"
    return (did_you_mean(anchor, there) if asked < 50 else "") or "; mend the link"
