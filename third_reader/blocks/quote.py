"""`/// quote | source`: words in their own language, then a translation."""

from xml.etree.ElementTree import Element

from third_reader.blocks.reader import Page
from third_reader.machinery.stamps import strip
from third_reader.model.blocks import QuoteBlock
from third_reader.model.diagnostic import Code
from third_reader.model.wording import quoted

SHAPE = Code(
    "quote-parts",
    "A quotation holds the original and then its translation: two paragraphs, or two parts with a "
    "line `***` between them.",
)
SOURCE = Code("quote-source", "The argument of a quotation is the id of its source.")


def read(element: Element, page: Page) -> QuoteBlock | None:
    """Read a quotation; None when its source or its words cannot be made out."""
    at = page.at(element)
    argument = strip(element.get("argument", "")).strip()
    if not argument:
        return None
    mark = page.cite(f"[@{argument.lstrip('@')}]", at)
    if mark is None:
        page.report(
            SOURCE.error(at, f"{quoted(argument)} is no source id; write '/// quote | its-id'")
        )
        return None
    parts = _parts(element)
    if parts is None:
        page.report(
            SHAPE.error(
                at,
                "a quotation is two paragraphs: the words in their own language, and a translation",
            )
        )
        return None
    original, translation = (page.flow(part) for part in parts)
    return QuoteBlock(original, translation, mark)


def _parts(element: Element) -> tuple[Element, Element] | None:
    children = list(element)
    rules = [place for place, child in enumerate(children) if child.tag == "hr"]
    if len(rules) > 1 or not children:
        return None
    if rules:
        halves = children[: rules[0]], children[rules[0] + 1 :]
    elif len(children) > 2:
        return None
    else:
        halves = children[:1], children[1:]
    parts = []
    for half in halves:
        part = Element("div")
        part.extend(half)
        parts.append(part)
    return parts[0], parts[1]
