"""The second line: what reading made of a page's text holds no markup but what is listed here.

Nor does it hold a refused character, in whatever way one was written.

The first line is that nothing of an author's becomes markup at all (`reading/markdown.py`,
`reading/tidy.py`). So this pass finds something only where we made a mistake; it is an error of
the page all the same, because then the old site stays and nothing of it is published.
"""

import html
import re
from collections.abc import Iterator

import nh3

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
from third_reader.model.diagnostic import Code
from third_reader.model.document import Document
from third_reader.model.text import BARE, Rich
from third_reader.model.wording import quoted
from third_reader.reading.targets import SCHEMES
from third_reader.reading.text import CHARACTER, REFUSED, harmless

TAGS = frozenset(
    [
        *("a", "blockquote", "br", "code", "dd", "div", "dl", "dt", "em", "h2", "h3", "h4", "h5"),
        *("h6", "hr", "img", "li", "ol", "p", "pre", "span", "strong", "sup", "table", "tbody"),
        *("td", "th", "thead", "tr", "ul"),
    ]
)
ATTRIBUTES = {
    "*": {"id", "class"},
    "a": {"href", "rel", "title"},
    "div": {"role", "tabindex", "aria-label"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "pre": {"tabindex"},
    "span": {"lang"},
}
CLEANER = nh3.Cleaner(
    tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=None,
    clean_content_tags=set(),
)  # fmt: skip
EMPTY = re.compile(r" ?/>")
"""The end of an element without content, as XHTML writes it."""

UNLISTED = Code(
    "unlisted-markup",
    "The program itself made markup of a page's text that is not on its list of harmless elements "
    "and attributes (`reading/allowlist.py`): a fault of the program, not of the page. Nothing is "
    "published. Report it in confidence, and take the text out until it is mended.",
)


def beyond_list(document: Document) -> tuple[Code, str] | None:
    """Give the first thing in a page's markup that is not allowed there; None: there is none."""
    written = "\n".join(
        "".join(piece for piece in text if isinstance(piece, str)) for text in _texts(document)
    )
    if found := _character(written):
        told = f"character U+{ord(found):04X} comes into this page by an entity; take it out"
        return CHARACTER, told
    if found := _markup(written):
        told = f"the program made markup that it does not allow, {quoted(found, 60)}; report it"
        return UNLISTED, f"{told} to us, and take it out for now"
    return None


def _character(written: str) -> str:
    """Give a refused character, also one that a browser would decode."""
    text = BARE.sub("", html.unescape(written) if "&" in written else written)
    found = None if harmless(text) else REFUSED.search(text)
    return found.group() if found else ""


def _markup(written: str) -> str:
    made = EMPTY.sub(">", written) if "/>" in written else written
    clean = CLEANER.clean(written)
    if made == clean:
        return ""
    # How a character is coded makes no difference; what the list removes is missing on one side.
    made, clean = html.unescape(made), html.unescape(clean)
    if made == clean:
        return ""
    pairs = enumerate(zip(made, clean, strict=False))
    start = next((place for place, (one, other) in pairs if one != other), len(made))
    return made[max(0, start - 1) :]


def _texts(document: Document) -> Iterator[Rich]:
    yield document.body
    for block in document.blocks:
        yield from _of_block(block)
    envelope = document.case.envelope if document.case else None
    if envelope:
        for stop in (envelope.sender, envelope.through, envelope.recipient, envelope.reader):
            if stop is not None:
                yield stop.who
                yield stop.rest
        yield from (leg.text for leg in envelope.legs)


def _of_block(block: Block) -> Iterator[Rich]:
    match block:
        case ClaimsBlock():
            yield from (claim.text for claim in block.claims)
        case TimelineBlock():
            yield from (event.text for event in block.events)
        case DisagreeBlock():
            yield from block.sides
        case UnknownBlock():
            yield from block.items
        case AnalysisBlock() | SafetyBlock():
            yield block.body
        case QuoteBlock():
            yield block.original
            yield block.translation
