"""`/// safety`: a notice for readers at risk; it needs no citation."""

from xml.etree.ElementTree import Element

from third_reader.blocks.reader import Page
from third_reader.model.blocks import SafetyBlock


def read(element: Element, page: Page) -> SafetyBlock:
    """Read the paragraphs of a block."""
    return SafetyBlock(page.flow(element))
