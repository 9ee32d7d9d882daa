"""`/// analysis`: the site's own reasoning, marked as such; it needs no citation."""

from xml.etree.ElementTree import Element

from third_reader.blocks.reader import Page
from third_reader.model.blocks import AnalysisBlock


def read(element: Element, page: Page) -> AnalysisBlock:
    """Read the paragraphs of a block."""
    return AnalysisBlock(page.flow(element))
