"""`/// disagree | question`: where sources disagree, one position an item."""

from xml.etree.ElementTree import Element

from third_reader.blocks.reader import Page, items, unwrap
from third_reader.citations.grammar import find_citations
from third_reader.machinery.stamps import strip
from third_reader.model.blocks import DisagreeBlock
from third_reader.model.diagnostic import Code

ONE_SIDE = Code(
    "disagree-one-side",
    "A disagreement has two positions or more, one an item. If there is only one, it is a claim.",
)
QUESTION = Code(
    "question-cites",
    "The question of a disagreement is plain text, a heading of its box: its positions cite.",
)
UNCITED = Code("position-without-source", "Each position of a disagreement cites who holds it.")


def read(element: Element, page: Page) -> DisagreeBlock:
    """Read a disagreement; fewer than two positions, and one without a source, are errors."""
    at = page.at(element)
    sides = []
    for item in items(page, element):
        place = page.at(item)
        missed = page.missed(item)
        text = page.flow(unwrap(item))
        if not page.keys(text) and not missed:
            page.report(UNCITED.error(place, "this position cites nothing; say who holds it"))
        sides.append(text)
    if len(sides) < 2:
        page.report(
            ONE_SIDE.error(at, "a disagreement needs two positions or more, one a list item")
        )
    question = strip(element.get("argument", ""))
    if find_citations(question, is_reference=lambda _: False):
        page.report(QUESTION.error(at, "the question cites nothing; cite in its positions instead"))
    anchor = f"disagree-{page.count('disagree')}"
    page.name(anchor, at)
    return DisagreeBlock(anchor, question, tuple(sides))
