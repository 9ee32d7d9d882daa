"""One source: what it is, what rests on it, where it is cited."""

from dataclasses import dataclass

from markupsafe import Markup, escape

from third_reader.languages.catalogue import Catalogue
from third_reader.model.source import Kind, ReadState, Source
from third_reader.views.article import Link, report
from third_reader.views.cards import Card, host, is_web, links, spoken
from third_reader.views.lineage import Node, tree_below
from third_reader.views.resting import CitedPart, FallPart, Resting, cited_part, fall_part, resting
from third_reader.views.shared import Shared
from third_reader.views.words import status_words

PAGES_SHOWN = 3
LEAN = 30
"""Sources in the trees from which on they are told by their names."""


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One place where the source can be read."""

    href: str
    """Empty: an onion service's, which is shown and never a link."""
    words: str
    server: str
    state: str
    day: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """What `source.html` shows."""

    title: str
    description: str
    card: Card
    kind: Link
    own: str
    """Its title as it was published."""
    own_lang: str
    who: Markup
    read: str
    """`whole`, `part`, `none`, or empty: not stated."""
    read_words: str
    note: str
    relays: tuple[Card, ...]
    lineage_heading: str
    lineage: tuple[Node, ...]
    family: int
    """How many sources stand in those trees."""
    lean: bool
    """They are so many that each is told by its name alone."""
    fall: FallPart
    resting: str
    pages: tuple[Link, ...]
    """The first pages that rest on it."""
    more_pages: str
    losing: str
    """How many claims would have no source left; empty: none."""
    cited: CitedPart
    copies: tuple[CopyRow, ...]
    no_copy: str
    """Says when no archived copy was known; empty: there is one, or nobody has said."""
    reference: Markup
    report: Link | None


def source_view(source: Source, shared: Shared, known: Resting | None = None) -> SourceView:
    """Give a source in one language; `known` is what rests on it, if that is known already."""
    site, t, card = shared.site, shared.t, shared.cards[source.id]
    rests = known or resting(source, shared)
    made = rests.fall
    lineage = tree_below(source.id, site.sources, site.relays, shared.cards)
    family = len(_family(lineage))
    return SourceView(
        title=card.label,
        description=t(
            "What this source is, how much of it we read, and which claims would fall with it."
        ),
        card=card,
        kind=Link(f"{shared.url('/sources/')}#{source.kind.value}", card.kind),
        own=source.title,
        own_lang=source.language if source.language != shared.language.tag else "",
        who=spoken(card.who, shared.language.tag),
        read=source.read.value if source.read else "",
        read_words=_read_words(source, shared),
        note=source.note,
        relays=tuple(shared.cards[key] for key in source.derived_from if key in shared.cards),
        lineage_heading=_lineage_heading(source, family - 1, shared),
        lineage=lineage,
        family=family,
        lean=family > LEAN,
        fall=fall_part(rests, 0, shared),
        resting=t.n("{n} claim", "{n} claims", made.claims),
        pages=tuple(Link(one.url, one.title) for one in made.pages[:PAGES_SHOWN]),
        more_pages=_more(len(made.pages) - PAGES_SHOWN, shared),
        losing=_losing(made.lost, shared),
        cited=cited_part(rests, 0, shared),
        copies=_copies(source, shared),
        no_copy=_no_copy(source, shared.t),
        reference=_reference(card, source, shared),
        report=report(card.href, shared),
    )


def _family(nodes: tuple[Node, ...]) -> set[str]:
    return {node.card.id for node in nodes}.union(*(_family(node.children) for node in nodes))


def _more(pages: int, shared: Shared) -> str:
    if pages < 1:
        return ""
    return shared.t.n("and on {n} more page", "and on {n} more pages", pages)


def _losing(lost: int, shared: Shared) -> str:
    if not lost:
        return ""
    return shared.t.n(
        "{n} would have no source left without it.",
        "{n} would have no source left without it.",
        lost,
    )


def _read_words(source: Source, shared: Shared) -> str:
    t = shared.t
    return {
        ReadState.WHOLE: t("The whole"),
        ReadState.PART: t("A part"),
        ReadState.NONE: t("Nothing"),
        None: t("Not stated"),
    }[source.read]


def _lineage_heading(source: Source, relays: int, shared: Shared) -> str:
    t = shared.t
    origins = shared.site.origins.get(source.id, ())
    if source.derived_from:
        if not origins:
            return t("It goes back to no origin")
        return t.n("It goes back to {n} origin", "It goes back to {n} origins", len(origins))
    if source.kind is Kind.PARTY_CLAIM:
        return t("A party’s word, which is no origin")
    if not relays:
        return t("An origin of its own")
    return t.n("An origin, which {n} source relays", "An origin, which {n} sources relay", relays)


def _copies(source: Source, shared: Shared) -> tuple[CopyRow, ...]:
    t = shared.t
    rows = {
        copy.url: _copy(copy.url, t("Archived copy"), t("kept"), t.day(copy.date))
        for copy in source.archived
    }
    if source.url:
        checked = t.day(source.checked) if source.checked else t("not yet")
        state = status_words(t).get(source.status, source.status)
        rows.setdefault(source.url, _copy(source.url, t("Its own address"), state, checked))
    order = (*(link.href for link in links(source, t)), *rows)
    return tuple(rows[href] for href in dict.fromkeys(order))


def _copy(url: str, words: str, state: str, day: str) -> CopyRow:
    if is_web(url):
        return CopyRow(url, words, host(url), state, day)
    return CopyRow("", url, host(url), state, day)


def _no_copy(source: Source, t: Catalogue) -> str:
    """Give the sentence for a source on the web whose address is all that is left to go to."""
    when = source.no_copy_known
    if when is None or source.archived or not is_web(source.url):
        return ""
    if when.day is None:
        return t("No archived copy was known to us in {month}.", month=t.long(when))
    return t("No archived copy was known to us on {day}.", day=t.long(when))


def _reference(card: Card, source: Source, shared: Shared) -> Markup:
    parts = (card.who, card.title, card.container, card.date, source.call_number, source.url)
    return escape(shared.t(", ")).join(part for part in parts if part)
