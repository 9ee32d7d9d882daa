"""`/// unknown`: what is not established, one question an item."""

from xml.etree.ElementTree import Element

from third_reader.blocks.reader import Page, items, unwrap
from third_reader.model.blocks import UnknownBlock


def read(element: Element, page: Page) -> UnknownBlock:
    """Read the open questions of a block; they need no citation."""
    at = page.at(element)
    questions = tuple(page.rich(unwrap(item)) for item in items(page, element))
    anchor = f"unknown-{page.count('unknown')}"
    page.name(anchor, at)
    return UnknownBlock(anchor, questions)
