"""From the tree of one page to rich text, blocks and marks, numbered down the page."""

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from xml.etree.ElementTree import Element

from third_reader.blocks import (
    analysis,
    chart,
    claims,
    disagree,
    quote,
    safety,
    timeline,
    unknown,
)
from third_reader.blocks.reader import Options, Page
from third_reader.blocks.syntax import TAG as BLOCK
from third_reader.citations.extension import TAG as CITE
from third_reader.citations.grammar import find_citations
from third_reader.languages.script import mark_scripts
from third_reader.languages.typography import typographic
from third_reader.machinery.stamps import STAMP, strip
from third_reader.model.address import cite_anchor
from third_reader.model.blocks import Block
from third_reader.model.chart import Table
from third_reader.model.citation import Citation, Mark
from third_reader.model.diagnostic import Code, Diagnostic, errors
from third_reader.model.document import Heading, Link, Suspect
from third_reader.model.glossary import TermUse
from third_reader.model.position import Position
from third_reader.model.text import BlockSlot, CiteSlot, NotesSlot, Rich, Slot
from third_reader.model.wording import quoted
from third_reader.reading.code import lost_code, put_code
from third_reader.reading.markdown import Converter, Tree
from third_reader.reading.options import read_options
from third_reader.reading.pieces import (
    joined,
    move_stop,
    openings,
    own_parts,
    quoted_attribute,
    slug,
    words_of,
)
from third_reader.reading.stamping import WITH_OPTIONS, Prepared, stamp_line
from third_reader.reading.terms import defining, link_terms, take_terms
from third_reader.reading.tidy import own_id, tidy, tidy_own

READERS: dict[str, Callable[[Element, Page], Block | None]] = {
    "analysis": analysis.read,
    "chart": chart.read,
    "claims": claims.read,
    "disagree": disagree.read,
    "quote": quote.read,
    "safety": safety.read,
    "timeline": timeline.read,
    "unknown": unknown.read,
}

SLOT = re.compile(r'<tr-slot n="(\d+)"></tr-slot>')
LEAD_IN = (":", "：")
PASSAGE = '<div class="passage">'
PASSAGES = frozenset({"p", "blockquote", "dl"})
WRITTEN_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

UNCITED = Code(
    "paragraph-without-source",
    "In a case or an explainer every paragraph and list item of prose says where it comes from. "
    "Cite a source, end a lead-in with a colon, or put our own reasoning into `/// analysis`.",
)
DUPLICATE_ID = Code(
    "duplicate-id",
    "Two things on one page have one id, so a link could not tell them apart. Ids of claims are "
    "permanent: change the newer one.",
)
RAW_HTML = Code(
    "raw-html",
    "Raw HTML is off, because pages are built from what strangers send; it is shown as text. Write "
    "it in Markdown, or between backquotes if readers are to see it.",
)


@dataclass(slots=True)
class Assembly:
    """A page as it is put together; it is what blocks see as `Page`."""

    path: str
    tag: str
    """BCP 47 tag of the page's language."""
    converter: Converter
    prepared: Prepared
    must_cite: bool
    prefix: str = ""
    """Before addresses within the site: that of the page's language."""
    charts: Mapping[str, Table] = field(default_factory=dict)
    tree: Tree = field(init=False)
    marks: list[Mark] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    suspects: list[Suspect] = field(default_factory=list)
    anchors: dict[str, Position] = field(default_factory=dict)
    terms: list[TermUse] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    claim: str | None = None
    options: Options | None = None
    section: str = ""
    _slots: list[CiteSlot] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)
    _groups: int = 0
    _notes: int = 0
    _last: tuple[int, int] = (1, 1)

    # what blocks ask for

    def at(self, element: Element) -> Position:
        """Give where an element stands: its first stamp, or the last place that is known."""
        stamps = self.prepared.stamps
        for text in chain((element.get("argument", ""),), element.itertext()):
            found = stamps.first(text)
            if found:
                self._last = found
                break
        return Position(self.path, *self._last)

    def place(self, text: str) -> Position | None:
        """Give the position of the first stamp in a text."""
        found = self.prepared.stamps.first(text)
        return Position(self.path, *found) if found else None

    def report(self, diagnostic: Diagnostic) -> None:
        """Add a finding."""
        self.diagnostics.append(diagnostic)

    def rich(self, element: Element) -> Rich:
        """Give the inside of an element as rich text, and number its marks."""
        self._settle(element)
        return self._pieces(self._inside(element))

    def flow(self, element: Element) -> Rich:
        """Give the blocks inside an element as rich text."""
        put_code(self, element)
        return self.rich(element)

    def plain(self, element: Element) -> str:
        """Give the words of an element without marks; an in-text mark by its key."""
        return " ".join(html.unescape(strip("".join(words_of(element, self.tree.found)))).split())

    def keys(self, rich: Rich) -> tuple[str, ...]:
        """Give the keys that a rich text cites, each once."""
        found = (
            self.marks[mark].item.key
            for piece in rich
            if isinstance(piece, CiteSlot)
            for mark in piece.marks
        )
        return tuple(dict.fromkeys(found))

    def name(self, anchor: str, at: Position) -> None:
        """Take an anchor; one that is taken already is an error."""
        if anchor in self.anchors:
            shown = quoted(anchor.removeprefix("claim-"))
            first = self.anchors[anchor]
            self.report(
                DUPLICATE_ID.error(
                    at, f"id {shown} stands already in line {first.line}; choose another"
                )
            )
        self.anchors.setdefault(anchor, at)

    def count(self, what: str) -> int:
        """Count up."""
        self._counts[what] = self._counts.get(what, 0) + 1
        return self._counts[what]

    def cite(self, text: str, at: Position) -> int | None:
        """Give the mark of a citation that stands outside the text."""
        found = find_citations(text, is_reference=lambda _: False)
        if len(found) != 1 or not isinstance(found[0], Citation) or len(found[0].items) != 1:
            return None
        return self._number(found[0], (None,), at)[0]

    # the page itself

    def body(self) -> Rich:
        """Give the whole body."""
        self._convert()
        if self.must_cite:
            self._first_safety(self.tree.root)
        pieces: list[str | Slot] = []
        defined = len(self.terms)
        for element in self.tree.root:
            made = self._top(element)
            if element.tag not in WRITTEN_HEADINGS:
                within = -1 if made[:1] == (PASSAGE,) else len(made)
                made = (*made[:within], *defining(self, defined), *made[within:])
                defined = len(self.terms)
            pieces.extend(made)
        # Where something else is wrong, that may be why code stands nowhere.
        if not errors((*self.prepared.diagnostics, *self.diagnostics)):
            self.diagnostics += lost_code(self)
        return joined(pieces)

    def fragment(self, text: str, line: int, column: int) -> tuple[Rich, str]:
        """Give a short text, such as a front matter value, without its paragraph; and its words.

        `line` and `column` say where it begins.
        """
        whole = self.prepared
        self.prepared = Prepared(first_line=line)
        self.prepared.text = stamp_line(text, line, column, self.prepared.stamps)
        self._last = (line, column)
        self._convert()
        words = self.plain(self.tree.root)
        pieces = [piece for part in list(self.tree.root) for piece in self.rich(part)]
        self.prepared = whole
        return joined(pieces), words

    def _convert(self) -> None:
        """Convert what is prepared, and report what only the conversion shows."""
        self.tree = self.converter.convert(self.prepared, self.path)
        self.diagnostics += self.tree.diagnostics
        for line, column, tag in openings(self.tree.raw):
            told = f"raw HTML {quoted(tag)} is shown as text; write it in Markdown, or as `code`"
            self.report(RAW_HTML.error(Position(self.path, line, column), told))
        for miss, place in self.tree.found.misses:
            at = Position(self.path, *(place or self._last))
            if miss.only_if_known is None:
                self.report(Diagnostic(at, miss.code, miss.message))
            else:
                self.suspects.append(Suspect(miss, at))

    def _first_safety(self, root: Element) -> None:
        """Put the first safety notice first, where readers see it, so that marks count in order."""
        for element in root:
            if element.tag == BLOCK and element.get("name") == "safety":
                root.remove(element)
                root.insert(0, element)
                return

    def _top(self, element: Element) -> Rich:
        if element.tag == BLOCK:
            return self._block(element)
        self.at(element)
        put_code(self, element)
        if element.tag in WRITTEN_HEADINGS:
            return self._heading(element)
        if element.tag in {"ul", "ol"}:
            return self._list(element)
        if element.tag == "table":
            label = quoted_attribute(self.headings[-1].words if self.headings else "")
            scroll = f'<div class="scroll" role="group" tabindex="0" aria-label="{label}">'
            return (scroll, *self._whole(element), "</div>")
        if element.tag in PASSAGES:
            self._must_cite(element)
            return self._passage(element)
        return self._whole(element)

    def _block(self, element: Element) -> Rich:
        name = element.get("name", "")
        read = READERS.get(name)
        if begun := self.prepared.blocks.get(name):
            self._last = begun.pop()
        self.options = None
        if name in WITH_OPTIONS and element.get("argument"):
            written = "\n".join(self.prepared.options.get(self._last[0], ()))
            at = Position(self.path, *self._last)
            self.options = read_options(name, written, at, self.diagnostics)
        block = read(element, self) if read else None
        if block is None:
            return ()
        self.blocks.append(block)
        return (BlockSlot(len(self.blocks) - 1),)

    def _heading(self, element: Element) -> Rich:
        level = max(2, int(element.tag[1]))
        at = self.at(element)
        words = self.plain(element)
        anchor = own_id(self, element, at) or slug(words, self.anchors)
        tidy_own(self, element)
        self.name(anchor, at)
        if level == 2:
            self.section = anchor
        self.headings.append(Heading(anchor, words, level))
        element.tag = f"h{level}"
        written = self.rich(element)
        classes = f' class="{element.attrib["class"]}"' if "class" in element.attrib else ""
        begin = f'<h{level} id="{quoted_attribute(anchor)}"{classes}>'
        return (begin, *written, f"</h{level}>")

    def _list(self, element: Element) -> Rich:
        pieces: list[str | Slot] = []
        items = list(element)
        for item in items:
            self._must_cite(item)
            tidy_own(self, item)
            marks = len(self.marks)
            words = self.rich(item)
            notes = self._note(range(marks, len(self.marks)))
            pieces += ['<li class="passage">' if notes else "<li>", *words, *notes, "</li>"]
        for item in items:
            element.remove(item)
        element.text = None
        self._settle(element)
        shell = self.converter.serialise(element)
        end = f"</{element.tag}>"
        return (shell.removesuffix(end), *pieces, end)

    def _passage(self, element: Element) -> Rich:
        marks = len(self.marks)
        whole = self._whole(element)
        notes = self._note(range(marks, len(self.marks)))
        return (PASSAGE, *whole, *notes, "</div>") if notes else whole

    def _note(self, marks: range) -> tuple[NotesSlot, ...]:
        if not marks:
            return ()
        self._notes += 1
        return (NotesSlot(self._notes, tuple(marks)),)

    def _whole(self, element: Element) -> Rich:
        shell = Element("div")
        shell.append(element)
        return self.rich(shell)

    def _must_cite(self, element: Element) -> None:
        if not self.must_cite:
            return
        holders = [element] if element.tag != "blockquote" else list(element.iter("p"))
        holders += [one for one in element.iter("li") if one is not element]
        for holder in holders:
            cites, parts = own_parts(holder)
            if cites:
                continue
            written = "".join(parts)
            words = " ".join(html.unescape(strip(written)).split())
            if not words or words.endswith(LEAD_IN) or self._missed(written):
                continue
            begin = quoted(words, 40)
            told = f"{begin} cites nothing; add its source, or move it into '/// analysis'"
            self.report(UNCITED.error(self.at(holder), told))

    def missed(self, element: Element) -> bool:
        """Tell whether a near miss stands in an element."""
        return self._missed("".join(element.itertext()))

    def _missed(self, written: str) -> bool:
        """Tell whether a near miss stands in a text: its own error says what is to be mended."""
        lines = {self.prepared.stamps.place(one)[0] for one in STAMP.findall(written)}
        return any(
            miss.only_if_known is None and place is not None and place[0] in lines
            for miss, place in self.tree.found.misses
        )

    def _settle(self, element: Element) -> None:
        """Count the marks inside, in order, and take out what readers must not get."""
        take_terms(self, element)
        tidy(self, element)
        link_terms(self, element)
        cites = list(element.iter(CITE))
        for parent in list(element.iter()) if cites else ():
            for place, child in enumerate(list(parent)):
                if child.tag == CITE:
                    move_stop(parent, place)
        for child in cites:
            citation, places = self.tree.found.citations[int(child.get("n", "0"))]
            numbers = self._number(citation, places, Position(self.path, *self._last))
            self._slots.append(CiteSlot(numbers))
            child.tag = "tr-slot"
            child.attrib = {"n": str(len(self._slots) - 1)}

    def _number(
        self, citation: Citation, places: tuple[tuple[int, int] | None, ...], at: Position
    ) -> tuple[int, ...]:
        first = len(self.marks)
        for item, place in zip(citation.items, places, strict=True):
            here = Position(self.path, *place) if place else at
            self.name(cite_anchor(len(self.marks)), here)
            self.marks.append(Mark(item, self._groups, here, self.claim, self.section))
        self._groups += 1
        return tuple(range(first, len(self.marks)))

    def _inside(self, element: Element) -> str:
        made = self.converter.serialise(element)
        return made[made.index(">") + 1 : made.rindex("</")] if "</" in made else ""

    def _pieces(self, made: str) -> Rich:
        parts = SLOT.split(typographic(mark_scripts(made, self.tag), self.tag))
        pieces: list[str | Slot] = []
        for place, part in enumerate(parts):
            if place % 2:
                pieces.append(self._slots[int(part)])
            elif part:
                pieces.append(part)
        return tuple(pieces)
