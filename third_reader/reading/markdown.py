"""The one configured Python-Markdown: from a prepared text to a tree of elements.

Raw HTML is off: its processors are taken out, so that it is text, and each place of it is found.
Nothing is stashed as finished HTML, so no author's text can become markup.
"""

import html
import re
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.blockprocessors import BlockProcessor, ReferenceProcessor
from markdown.extensions.attr_list import AttrListExtension, AttrListTreeprocessor
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.util import ETX, STX, AtomicString

from third_reader.blocks.syntax import Blocks
from third_reader.citations.extension import PRIORITY, CitationProcessor, Found, PlainText
from third_reader.machinery.stamps import CODE_FIRST, CODE_LAST, STAMP, strip
from third_reader.model.diagnostic import Diagnostic
from third_reader.model.text import BARE_FIRST, BARE_LAST
from third_reader.reading.footnotes import Footnotes
from third_reader.reading.limits import LostPageError, excess
from third_reader.reading.stamping import Prepared
from third_reader.reading.terms import TAG as TERM_TAG
from third_reader.reading.text import FORGED, REFUSED

ESCAPABLE = list("\\`*_{}[]()<>#+-.!@;:,&|~\"'$%^/=?")
"""What a backslash makes plain: all ASCII punctuation, as in Pandoc."""
BELOW_BLOCKS = 89.9
"""Below `pymdownx.blocks` (89.99), which looks for the end of an open block, above `code` (80)."""
SPACES = re.compile("\n +\n")
"""A line of nothing but spaces."""
CODE = re.compile(f"[ ]*[{chr(CODE_FIRST)}-{chr(CODE_LAST)}]")
EMPTY_LINES = re.compile(r"\n(?:[ ]*\n)+")
NEEDED = {"attr_list": "{&", "unescape": "\\&"}
"""Tree processors that find nothing in a text without any of these signs."""
TERM = rf"\[\[({STAMP.pattern}?)([a-z0-9][a-z0-9-]*)(?:\|([^<\[\]\n]+))?\]\](?!\()"


@dataclass(slots=True)
class Tree:
    """A converted text, whose stamps still stand in its strings."""

    root: Element
    found: Found
    raw: list[tuple[int, int, str]] = field(default_factory=list)
    """Line, column and first characters of each raw HTML tag."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


class Converter:
    """One Markdown object, used for every page."""

    def __init__(self) -> None:
        """Configure it."""
        self._footnotes = Footnotes(
            BACKLINK_TEXT="↩", BACKLINK_TITLE="", SUPERSCRIPT_TEXT="{}", USE_DEFINITION_ORDER=False
        )
        self._md = markdown.Markdown(
            extensions=[
                TableExtension(use_align_attribute=True),
                self._footnotes,
                DefListExtension(),
                AttrListExtension(),
                Blocks(),
            ]
        )
        self._md.ESCAPED_CHARS = ESCAPABLE
        self._md.preprocessors.deregister("html_block")
        self._md.preprocessors.register(_Whitespace(self._md), "normalize_whitespace", 30)
        self._md.treeprocessors.deregister("prettify")
        for name in ("html", "entity", "automail"):
            self._md.inlinePatterns.deregister(name)
        blocks = self._md.parser.blockprocessors
        blocks.register(_References(self._md.parser), "reference", 15)
        self._citations = CitationProcessor(self._md, self._footnotes.footnotes)
        self._raw = _RawHtml(self._md)
        self._md.treeprocessors.register(_Attributes(self._md), "attr_list", 8)
        self._needed = {self._md.treeprocessors[name]: signs for name, signs in NEEDED.items()}
        blocks = self._md.parser.blockprocessors
        blocks.register(_PlainParagraph(self._md.parser), "plain", BELOW_BLOCKS)
        self._md.treeprocessors.register(PlainText(self._md, self._citations), "plain", 30)
        patterns = self._md.inlinePatterns
        patterns.register(_NoBreak(r"\\ ", self._md), "no_break", 181)
        patterns.register(self._citations, "citation", PRIORITY)
        patterns.register(_Term(TERM, self._md), "term", 177)
        patterns.register(_Mail(r"<([^<>\s@]+@[^<>\s@]+)>", self._md), "automail", 110)
        patterns.register(self._raw, "raw_html", 90)
        patterns.register(
            _Entity(r"&(#[0-9]+|#[xX][0-9a-fA-F]+|\w{2,31});", self._md), "entity", 80
        )

    def convert(self, prepared: Prepared, path: str) -> Tree:
        """Convert a prepared text; raises LostPageError when it holds more than a page may."""
        if faults := excess(prepared, path):
            raise LostPageError(faults)
        stamps = prepared.stamps
        self._md.reset()
        # A page that was nested too deep may have left it in the middle of a list.
        self._md.parser.state.clear()
        found = Found(stamps=stamps)
        self._citations.begin(found, self._footnotes.footnotes)
        self._raw.found = []
        text = _near_code(prepared.text) if prepared.code else prepared.text
        lines: list[str] = text.split("\n")
        for preprocessor in self._md.preprocessors:
            lines = preprocessor.run(lines)
        root: Any = self._md.parser.parseDocument(lines).getroot()
        for treeprocessor in self._md.treeprocessors:
            signs = self._needed.get(treeprocessor)
            if signs and not any(sign in prepared.text for sign in signs):
                continue
            changed = treeprocessor.run(root)
            if changed is not None:
                root = changed
        places = [(*stamps.place(stamp), shown) for stamp, shown in self._raw.found]
        return Tree(root, found, places, list(self._footnotes.faults(stamps, path)))

    def serialise(self, element: Element) -> str:
        """Give an element as HTML."""
        return str(self._md.serializer(element))


def _near_code(text: str) -> str:
    """Leave one empty line before and behind code: a footnote may have no more there."""

    def fewer(found: re.Match[str]) -> str:
        before, behind = max(found.start() - 1, 0), found.end()
        near = CODE.match(text, before, found.start()) or CODE.match(text, behind)
        return "\n\n" if near else found.group()

    return EMPTY_LINES.sub(fewer, text)


class _References(ReferenceProcessor):
    """Definitions of links; `[@a]: …` is none but a citation, as in Pandoc."""

    RE = re.compile(r"^(?![ ]{0,3}\[@)" + ReferenceProcessor.RE.pattern[1:], re.MULTILINE)


class _Attributes(AttrListTreeprocessor):
    """Read `{: id}`, an attribute without a value, as having its name for one.

    Python-Markdown leaves it without, which no element of a tree may be.
    """

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        """Give an element its attributes; gives what else stood in the list."""
        rest: str = super().assign_attrs(elem, attrs_string, strict=strict)
        elem.attrib |= {key: key for key, value in elem.attrib.items() if value is None}
        return rest


class _Whitespace(NormalizeWhitespace):
    """Leave a text as it is that has no tabs and no lines of spaces alone."""

    def run(self, lines: list[str]) -> list[str]:
        """Give the lines, and two empty ones behind them."""
        text = "\n".join(lines)
        if SPACES.search(text) or any(sign in text for sign in ("\t", "\r", STX, ETX)):
            return super().run(lines)
        return [*lines, "", ""]


class _PlainParagraph(BlockProcessor):
    """Take paragraphs of one line at once, before a dozen processors have looked at each.

    A stamp stands behind every sign that begins a heading, a list, a quotation and the like, so a
    single line that begins with one is a paragraph; a table has bars.
    """

    def test(self, parent: Element, block: str) -> bool:
        """Tell whether a block is such a paragraph."""
        return (
            STAMP.match(block) is not None
            and "\n" not in block
            and "|" not in block
            and not self.parser.state.isstate("list")
        )

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make the paragraph, and those that follow it in the same element."""
        while blocks and self.test(parent, blocks[0]):
            SubElement(parent, "p").text = blocks.pop(0)


class _NoBreak(InlineProcessor):
    """A backslash before a space is a space that does not break (Pandoc, "Backslash escapes")."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802
        """Give the space."""
        del data
        return "\xa0", m.start(0), m.end(0)


class _Term(InlineProcessor):
    """Put `<tr-term>` in place of a glossary term; its place is the stamp in `at`."""

    def handleMatch(  # type: ignore[override]  # noqa: N802  the library's own name and shape
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """Give the element; without words of its own its text is the mark of a bare term."""
        stamp, term, words = m.groups()
        element = Element(TERM_TAG, {"term": term, "at": stamp})
        element.text = words or AtomicString(f"{BARE_FIRST}{term}{BARE_LAST}")
        return element, m.start(), m.end()


class _RawHtml(InlineProcessor):
    """Find raw HTML, which stays the text that it is."""

    def __init__(self, md: markdown.Markdown) -> None:
        super().__init__(rf"<({STAMP.pattern})([^<\n\x02]{{0,40}})", md)
        self.found: list[tuple[str, str]] = []

    def handleMatch(  # type: ignore[override]  # noqa: N802  the library's own name and shape
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        """Note the tag, and give its sign as text."""
        self.found.append((m.group(1), "<" + strip(m.group(2))))
        return "<", m.start(), m.start() + 1


class _Entity(InlineProcessor):
    """Give the character that an entity stands for."""

    def handleMatch(  # type: ignore[override]  # noqa: N802  the library's own name and shape
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        """Give it as text; what is no entity stays as written.

        A refused character becomes `FORGED`, which no page may hold: it could be a stamp.
        """
        means = html.unescape(m.group(0))
        if REFUSED.search(means):
            return FORGED, m.start(), m.end()
        # An ampersand stays coded: the serialiser would take what follows it for an entity.
        return means.replace("&", "&amp;"), m.start(), m.end()


class _Mail(InlineProcessor):
    """Make a link of `<a@b.example>`."""

    def handleMatch(  # type: ignore[override]  # noqa: N802  the library's own name and shape
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """Give the link, whose words are the address."""
        address = strip(m.group(1))
        link = Element("a", {"href": f"mailto:{address}"})
        link.text = AtomicString(address)
        return link, m.start(), m.end()
