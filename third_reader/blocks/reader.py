"""What a block may ask of the page that it stands in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol
from xml.etree.ElementTree import Element

from third_reader.machinery.stamps import code_number
from third_reader.model.chart import Table
from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.position import Position
from third_reader.model.text import Rich
from third_reader.model.wording import quoted

IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")

BLOCK_LIST = Code(
    "block-list",
    "This block takes a list, one statement an item, and nothing else: begin each with `- `, and "
    "leave a blank line before the first.",
)

BLOCK_ITEM = Code(
    "block-item",
    "An item of claims or of a timeline is one paragraph, with its id or date in it. Make a second "
    "paragraph an item of its own; a list, a quotation or code stands outside the block.",
)
MORE = frozenset({"ul", "ol", "dl", "blockquote", "pre", "table", "hr"})
"""What is no part of a paragraph."""


@dataclass(frozen=True, slots=True)
class Options:
    """What stands under the first line of a block."""

    values: Mapping[str, object]
    places: Mapping[str, Position]
    """Where each value stands."""


class Page(Protocol):
    """A page that is being read, as its blocks see it."""

    claim: str | None
    """Id of the claim whose marks are being numbered."""
    charts: Mapping[str, Table]
    """The files of numbers, by name."""
    options: Options | None
    """Those of the block that is being read; None: they have errors, or it takes none."""

    def at(self, element: Element) -> Position:
        """Give where an element stands."""

    def report(self, diagnostic: Diagnostic) -> None:
        """Add a finding."""

    def rich(self, element: Element) -> Rich:
        """Give the inside of an element, and number its marks; to be called once, in order."""

    def flow(self, element: Element) -> Rich:
        """Give the blocks inside an element likewise."""

    def plain(self, element: Element) -> str:
        """Give the words of an element, without marks."""

    def keys(self, rich: Rich) -> tuple[str, ...]:
        """Give the keys of the marks in a rich text, each once."""

    def name(self, anchor: str, at: Position) -> None:
        """Take an anchor, which must be the only one of its name on the page."""

    def missed(self, element: Element) -> bool:
        """Tell whether a near miss of a citation stands in an element that was not read yet."""

    def count(self, what: str) -> int:
        """Count the blocks, claims and events down the page, from 1."""

    def cite(self, text: str, at: Position) -> int | None:
        """Give the mark of a citation that stands outside the text; None: it is not one."""


def items(page: Page, element: Element) -> Iterator[Element]:
    """Give the list items of a block; what else stands in it is an error."""
    for child in element:
        if child.tag in {"ul", "ol"}:
            yield from child
        else:
            page.report(
                BLOCK_LIST.error(
                    page.at(child), "only a list may stand in this block; begin each item with '- '"
                )
            )
    if not len(element):
        page.report(
            BLOCK_LIST.error(page.at(element), "this block is empty; write a list, or remove it")
        )


def holds_more(page: Page, item: Element) -> bool:
    """Report an item that is more than one paragraph; for one in which something was not found."""
    children = list(item)
    paragraphs = [child for child in children if child.tag == "p"]
    code = any(code_number(child.text or "") is not None for child in paragraphs)
    if len(paragraphs) < 2 and not code and not any(child.tag in MORE for child in children):
        return False
    begin = quoted(page.plain(children[0] if paragraphs else item)[:30])
    told = f"an item here is one paragraph, and {begin} holds more; make what follows an item of "
    page.report(BLOCK_ITEM.error(page.at(item), f"{told}its own, or put it outside the block"))
    return True


def unwrap(item: Element) -> Element:
    """Give what holds the words of a list item: itself, or its paragraph if the list is loose."""
    children = list(item)
    if len(children) == 1 and children[0].tag == "p" and not (item.text or "").strip():
        return children[0] if code_number(children[0].text or "") is None else item
    return item
