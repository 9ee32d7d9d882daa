"""What cases, explainers and plain pages have in common: head, body, contents, sources."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from third_reader.model.address import check_address
from third_reader.model.blocks import SafetyBlock
from third_reader.model.document import Document, PageKind
from third_reader.model.text import BlockSlot
from third_reader.views.blocks import BlockView, block_view
from third_reader.views.cards import Card
from third_reader.views.citing import Citing, citing
from third_reader.views.imprint import Day, behind, days, stale
from third_reader.views.lineage import Node, tree_cited
from third_reader.views.shared import Shared
from third_reader.views.text import Hole, Page, Piece, Text

WORDS, CHARACTERS = 220, 400
"""What is read in a minute: of words, and of Chinese characters."""
HEADING = re.compile(r"<(h[2-6]) id=\"([^\"]+)\"[^>]*>(?s:.*?)</\1>")
CONTENTS_FROM = 4
"""Sections that a page needs to have a list of contents (FEATURES, R52)."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its words."""

    href: str
    words: str


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source at the end of a page, over those cited there that relay it."""

    card: Card
    times: str
    children: tuple["SourceEntry", ...]


@dataclass(frozen=True, slots=True)
class Safety:
    """The notice for readers at risk: the page's own, or the one of every page."""

    body: Text
    """Empty: the standing words."""
    href: str


@dataclass(frozen=True, slots=True)
class Run:
    """Text between two blocks."""

    kind: ClassVar[str] = "run"
    text: Text


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing of the theme, under the heading whose id is its name."""

    kind: ClassVar[str] = "drawing"
    template: str


@dataclass(frozen=True, slots=True)
class Article:
    """The parts of a written page."""

    title: str
    summary: str
    draft: bool
    behind: str
    """Says that this translation is behind its original; empty: it is not."""
    days: tuple[Day, ...]
    stale: str
    published: str
    """Its day of publication, ISO 8601; empty: none."""
    counts: str
    """`22 claims, 10 sources`; empty: it cites nothing."""
    reading: str
    """`9 minutes to read`."""
    safety: Safety
    contents: tuple[Link, ...]
    body: tuple[Run | Drawing | BlockView, ...]
    sources: tuple[SourceEntry, ...]
    ids: dict[str, str]
    """Anchors of our own parts, where the body has not taken them."""
    report: Link | None
    citing: Citing
    check: Link | None
    """The check sheet; None: the page has no claims."""


def article(page: Page, parts: Iterable[tuple[str, str]] = ()) -> Article:
    """Give the common parts; `parts` are anchors and words of sections between text and sources."""
    document, shared, t = page.document, page.shared, page.shared.t
    safety, first = _safety(page)
    body = _body(page, first)
    sources = _sources(page)
    ids = part_ids(document)
    sections = [(head.id, head.words) for head in document.headings if head.level == 2]
    sections += [(ids[anchor], words) for anchor, words in parts]
    if sources:
        sections.append((ids["sources"], t("Sources")))
    contents = tuple(Link(f"#{anchor}", words) for anchor, words in sections)
    return Article(
        title=document.title,
        summary=document.summary,
        draft=document.draft,
        behind=behind(document, shared),
        days=days(document, shared),
        stale=stale(document, shared),
        published=document.date.isoformat() if document.date else "",
        counts=_counts(document, shared),
        reading=reading(document, shared),
        safety=safety,
        contents=contents if len(contents) >= CONTENTS_FROM else (),
        body=body,
        sources=sources,
        ids=ids,
        report=report(document.url, shared),
        citing=citing(document, shared),
        check=_check(document, shared),
    )


def reading(document: Document, shared: Shared) -> str:
    """Say how long a page takes to read; empty: it has no words (FEATURES, R51)."""
    chinese = shared.language.tag.startswith("zh")
    minutes = round(document.words / (CHARACTERS if chinese else WORDS)) or 1
    return (
        shared.t.n("{n} minute to read", "{n} minutes to read", minutes) if document.words else ""
    )


def report(address: str, shared: Shared) -> Link | None:
    """Give the way to report an error; None if the site gives none."""
    href = shared.mail(address) or shared.contact
    return Link(href, shared.t("Report an error")) if href else None


def _check(document: Document, shared: Shared) -> Link | None:
    if document.kind is PageKind.PAGE or not shared.claims[document.url]:
        return None
    words = shared.t("Check sheet: every claim, its sources and their copies")
    return Link(check_address(document.url), words)


def _body(page: Page, without: int) -> tuple[Run | Drawing | BlockView, ...]:
    found: list[Run | Drawing | BlockView] = []
    run: list[Piece] = []
    heading = "h2"
    for piece in page.text(page.document.body):
        if isinstance(piece, str) and "<h2" in piece:
            heading = "h3"
        if isinstance(piece, str) and "<h" in piece:
            for part, drawing in _parts(piece, page.shared.drawings):
                run.append(part)
                if drawing is not None:
                    found += [Run(tuple(run)), drawing]
                    run.clear()
        elif not isinstance(piece, Hole):
            run.append(piece)
        elif piece.index != without:
            found.append(Run(tuple(run)))
            run.clear()
            found.append(block_view(page.document.blocks[piece.index], page, heading))
    return (*found, Run(tuple(run)))


def _parts(html: Markup, drawings: Collection[str]) -> Iterator[tuple[Markup, Drawing | None]]:
    """Split HTML after each heading that has a drawing."""
    done = 0
    for heading in HEADING.finditer(html):
        if heading[2] in drawings:
            yield html[done : heading.end()], Drawing(f"drawings/{heading[2]}.html")
            done = heading.end()
    yield html[done:], None


def _safety(page: Page) -> tuple[Safety, int]:
    """Give the notice, and the index of the block that it was; -1: it was none.

    A plain page shows no notice above its text, so its own stays where it was written.
    """
    for piece in page.document.body if page.document.kind is not PageKind.PAGE else ():
        if isinstance(piece, BlockSlot):
            block = page.document.blocks[piece.index]
            if isinstance(block, SafetyBlock):
                return Safety(page.text(block.body), page.shared.safety), piece.index
    shared = page.shared
    return shared.once("safety", "", lambda: Safety((), shared.safety)), -1


def _sources(page: Page) -> tuple[SourceEntry, ...]:
    shared = page.shared
    times = Counter(mark.item.key for mark in page.document.marks)
    nodes = tree_cited(times, shared.site.sources, shared.cards)
    return _entries(nodes, times, shared.t("cited {n}×"))


def _entries(nodes: tuple[Node, ...], times: Counter[str], cited: str) -> tuple[SourceEntry, ...]:
    return tuple(
        SourceEntry(
            node.card,
            cited.format(n=times[node.card.id]),
            _entries(node.children, times, cited),
        )
        for node in nodes
    )


def part_ids(document: Document) -> dict[str, str]:
    """Give the anchors of our own parts of a page, where the body has not taken them."""
    taken = {*document.anchors, *(head.id for head in document.headings)}
    ids = {}
    for name in ("main", "contents", "stand", "people", "sources", "cite", "related", "explorable"):
        ids[name] = name if name not in taken else f"{name}-part"
    return ids


def _counts(document: Document, shared: Shared) -> str:
    t = shared.t
    sources = len({mark.item.key for mark in document.marks})
    claims = len(shared.claims[document.url])
    told = []
    if claims:
        told.append(t.n("{n} claim", "{n} claims", claims))
    if sources:
        told.append(t.n("{n} source", "{n} sources", sources))
    return t(", ").join(told)
