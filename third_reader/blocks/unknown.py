"""`/// unknown`: what is not established, one question an item."""

from xml.etree.ElementTree import Element

from third_reader.blocks.reader import Page, items, unwrap
from third_reader.model.blocks import UnknownBlock


def read(element: Element, page: Page) -> UnknownBlock:
    """Read the open questions of a block; they need no citation."""
    at = page.at(element)
    found = [unwrap(item) for item in items(page, element)]
    plain = tuple(page.plain(item) for item in found)
    questions = tuple(page.flow(item) for item in found)
    anchor = f"unknown-{page.count('unknown')}"
    page.name(anchor, at)
    return UnknownBlock(anchor, questions, plain)
