"""The words of a page by the places that links can lead to: what a search finds and shows."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from third_reader.model.address import claim_anchor
from third_reader.model.blocks import (
    AnalysisBlock,
    Block,
    ClaimsBlock,
    DisagreeBlock,
    QuoteBlock,
    SafetyBlock,
    TimelineBlock,
    UnknownBlock,
)
from third_reader.model.document import Document
from third_reader.model.text import BlockSlot, Rich

_PARTS = re.compile(r'<h[2-6] id="([^"]+)"')
_BREAKS = re.compile(r"</?(?:[dou]l|d[dt]|li|p|h\d|t[dhr]|div|br|hr|pre|blockquote)\b[^>]*>")
_TAGS = re.compile(r"<[^>]*>")

Passage = tuple[str, str]
"""An anchor, empty for the page's beginning, and the words that stand there."""


def passages(document: Document) -> tuple[Passage, ...]:
    """Give the words of a page, down the page; its title is not among them."""
    found: dict[str, list[str]] = {"": [document.summary]}
    here = ""
    for piece in document.body:
        if isinstance(piece, str):
            before, *parts = _PARTS.split(piece)
            found[here].append(before)
            for here, text in zip(parts[::2], parts[1::2], strict=True):
                found.setdefault(here, []).append(f"<{text}")
        elif isinstance(piece, BlockSlot):
            for anchor, words in _block(document.blocks[piece.index]):
                found.setdefault(anchor or here, []).append(words)
    lined = ((anchor, _line(words)) for anchor, words in found.items())
    return tuple((anchor, words) for anchor, words in lined if words)


def _block(block: Block) -> Iterator[Passage]:
    """Give the words of a block; without an anchor they belong to the section around it."""
    match block:
        case ClaimsBlock(claims):
            yield from ((claim_anchor(one.id), one.plain) for one in claims)
        case TimelineBlock(events):
            yield from ((one.id, one.plain) for one in events)
        case UnknownBlock(id=anchor, plain=items):
            yield anchor, " ".join(items)
        case DisagreeBlock(id=anchor, question=question, sides=sides):
            yield anchor, " ".join((question, *map(_html, sides)))
        case AnalysisBlock(body) | SafetyBlock(body):
            yield "", _html(body)
        case QuoteBlock(original=original, translation=translation):
            yield "", f"{_html(original)} {_html(translation)}"


def _html(rich: Rich) -> str:
    return " ".join(piece for piece in rich if isinstance(piece, str))


def _line(parts: Iterable[str]) -> str:
    apart = _BREAKS.sub(" ", " ".join(parts))
    return " ".join(unescape(_TAGS.sub("", apart)).split())
