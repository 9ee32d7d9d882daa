"""Blocks as their templates see them; each names its own."""

from dataclasses import dataclass
from typing import ClassVar

from third_reader.model.blocks import (
    AnalysisBlock,
    Block,
    ClaimsBlock,
    DisagreeBlock,
    Event,
    QuoteBlock,
    SafetyBlock,
    TimelineBlock,
    UnknownBlock,
)
from third_reader.model.chart import ChartBlock
from third_reader.views.chart import ChartView, chart_view
from third_reader.views.claims import ClaimView, claim_view
from third_reader.views.text import Page, Text


@dataclass(frozen=True, slots=True)
class ClaimsView:
    """A list of claims; their numbers run down the page."""

    kind: ClassVar[str] = "block"
    template: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """One dated event."""

    anchor: str
    shape: str
    """`day`, `month`, `year` or `span`: how precisely it is drawn."""
    iso: str
    """For machines; empty for a span, which `time` cannot say."""
    words: str
    later: str
    """`3 days later`, between two days; else empty."""
    text: Text


@dataclass(frozen=True, slots=True)
class TimelineView:
    """Events in the order as written."""

    kind: ClassVar[str] = "block"
    template: str
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """A box with a heading and a list: what is disputed, what is not established."""

    kind: ClassVar[str] = "block"
    template: str
    anchor: str
    heading: str
    """The heading's element: it follows the level above it."""
    words: str
    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class BoxView:
    """A box of paragraphs."""

    kind: ClassVar[str] = "block"
    template: str
    body: Text


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quotation in its own language, and its translation."""

    kind: ClassVar[str] = "block"
    template: str
    original: Text
    lang: str
    """Empty: as the page."""
    translation: Text
    mark: Text


BlockView = ClaimsView | TimelineView | ListView | BoxView | QuoteView | ChartView


def block_view(block: Block, page: Page, heading: str) -> BlockView:
    """Give a block; `heading` is the element that a heading in it must be."""
    match block:
        case ClaimsBlock():
            views = tuple(claim_view(claim, page) for claim in block.claims)
            return ClaimsView("blocks/claims.html", views)
        case TimelineBlock():
            return TimelineView("blocks/timeline.html", _events(block, page))
        case DisagreeBlock():
            sides = tuple(page.text(side) for side in block.sides)
            return ListView("blocks/disagree.html", block.id, heading, block.question, sides)
        case UnknownBlock():
            items = tuple(page.text(item) for item in block.items)
            words = page.shared.t("What is not established")
            return ListView("blocks/unknown.html", block.id, heading, words, items)
        case AnalysisBlock() | SafetyBlock():
            name = "analysis" if isinstance(block, AnalysisBlock) else "safety"
            return BoxView(f"blocks/{name}.html", page.text(block.body))
        case QuoteBlock():
            return _quote(block, page)
        case ChartBlock():
            return chart_view(block, page)


def _quote(block: QuoteBlock, page: Page) -> QuoteView:
    source = page.shared.site.sources.get(page.document.marks[block.mark].item.key)
    language = source.language if source else ""
    return QuoteView(
        "blocks/quote.html",
        page.text(block.original),
        "" if language == page.shared.language.tag else language,
        page.text(block.translation),
        page.marks((block.mark,)),
    )


def _events(block: TimelineBlock, page: Page) -> tuple[EventView, ...]:
    found = []
    before: Event | None = None
    for event in block.events:
        found.append(
            EventView(
                event.id,
                shape(event),
                "" if event.when.end else event.when.start.iso(),
                page.shared.t.when(event.when),
                _later(before, event, page),
                page.text(event.text),
            )
        )
        before = event
    return tuple(found)


def shape(event: Event) -> str:
    """Give how precisely an event is drawn: `day`, `month`, `year` or `span`."""
    if event.when.end:
        return "span"
    if event.when.start.day:
        return "day"
    return "month" if event.when.start.month else "year"


def _later(before: Event | None, event: Event, page: Page) -> str:
    if before is None or shape(before) != "day" or shape(event) != "day":
        return ""
    days = (event.when.first_day() - before.when.first_day()).days
    return page.shared.t.n("{n} day later", "{n} days later", days) if days > 0 else ""
