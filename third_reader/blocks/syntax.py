"""The blocks in Python-Markdown: each becomes a `<tr-block name="…">` element of the tree."""

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

TAG = "tr-block"

WITHOUT_ARGUMENT = ("claims", "timeline", "unknown", "analysis", "safety")
WITH_ARGUMENT = ("disagree", "quote", "chart")


class _Block(Block):  # type: ignore[misc]  # pymdownx ships no types
    """A block whose body is Markdown."""

    ARGUMENT = None

    def on_create(self, parent: Element) -> Element:
        """Make the element that `reading.body` finds."""
        return SubElement(parent, TAG, {"name": self.NAME, "argument": self.argument or ""})

    def on_markdown(self) -> str:
        """Read the body as blocks of Markdown."""
        return "block"


KINDS = tuple(
    type(f"{name.title()}Syntax", (_Block,), {"NAME": name})
    for name in (*WITHOUT_ARGUMENT, *WITH_ARGUMENT)
)


class Blocks(BlocksExtension):  # type: ignore[misc]  # pymdownx ships no types
    """Register every block of the format with `pymdownx.blocks`."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: object) -> None:  # noqa: N802  its name
        """Register the blocks; `pymdownx` calls this again before every page."""
        if TAG not in md.block_level_elements:
            md.block_level_elements.append(TAG)
        for kind in KINDS:
            block_mgr.register(kind, {})  # type: ignore[attr-defined]
