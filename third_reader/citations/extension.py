"""Citations in Python-Markdown: an inline processor that leaves a slot for each.

It runs after code spans and escapes, so that neither can hold a citation, and before links.
"""

import re
from collections.abc import Container
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import INLINE_PLACEHOLDER_RE, AtomicString

from third_reader.citations.grammar import find_citations
from third_reader.citations.plain import plain_citations
from third_reader.machinery.stamps import Clean, Stamps, pad
from third_reader.model.citation import Citation, CiteItem, NearMiss

PRIORITY = 178
"""Below `backtick` (190) and `escape` (180), above `footnote` (175) and all kinds of link."""

TAG = "tr-cite"

MARKUP = re.compile(r"[\\`*_<&!\[\]\n](?:(?<=[\\`*_<&])|(?<=!)\[|(?<=\])[(\[]|(?<=\[)\^|(?<= \n))")
"""What an inline pattern of ours or of Python-Markdown begins with, brackets apart.

Each is known by its first sign, but a space at a line's end by that.
"""
BRACKETED = re.compile(r"\[[^\[\]]*@[^\[\]]*\]")


@dataclass(slots=True)
class Found:
    """What the citations of one page are, as they come: not in the order of the text."""

    stamps: Stamps = field(default_factory=Stamps)
    citations: list[tuple[Citation, tuple[tuple[int, int] | None, ...]]] = field(
        default_factory=list
    )
    """Each with the line and column of each of its items."""
    misses: list[tuple[NearMiss, tuple[int, int] | None]] = field(default_factory=list)


class CitationProcessor(InlineProcessor):
    """Put `<tr-cite n="…">` in place of each citation; `n` is its index in `found.citations`."""

    def __init__(self, md: Markdown, footnotes: Container[str]) -> None:
        """Work for one Markdown object; `begin` must be called before each conversion."""
        super().__init__(r"[@＠]", md)
        self.found = Found()
        self._footnotes = footnotes
        self._queue: list[tuple[int, int, int]] = []
        self._tail: str | None = None

    def begin(self, found: Found, footnotes: Container[str]) -> None:
        """Collect what the next conversion finds into `found`; `footnotes` are the names it has."""
        self.found = found
        self._footnotes = footnotes
        self._queue = []
        self._tail = None

    def handleMatch(  # type: ignore[override]  # noqa: N802  the library's own name and shape
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Give the next citation of the text that `m` stands in.

        Python-Markdown goes on behind what was replaced, so the text behind it is the same as it
        was when it was scanned: the queue counts from the end.
        """
        if not self._scanned(m.start(), data):
            self._scan(data)
        if not self._queue:
            return None, None, None
        number, start, end = self._queue.pop(0)
        self._tail = data[len(data) - end :]
        return self.mark(number), len(data) - start, len(data) - end

    def mark(self, number: int) -> Element:
        """Give the element that stands for a citation."""
        mode = self.found.citations[number][0].items[0].mode
        return Element(TAG, {"n": str(number), "mode": mode.value})

    def _scanned(self, start: int, data: str) -> bool:
        return (
            self._tail is not None
            and start >= len(data) - len(self._tail)
            and data.endswith(self._tail)
        )

    def _scan(self, data: str) -> None:
        self._tail = data
        self._queue = [
            (number, len(data) - start, len(data) - end) for number, start, end in self.scan(data)
        ]

    def scan(self, data: str) -> list[tuple[int, int, int]]:
        """Collect the citations of a text; gives for each its index, its start and its end."""
        taken = []
        found: tuple[Citation | NearMiss, ...] | None
        clean = Clean(INLINE_PLACEHOLDER_RE.sub(self._escaped, data))
        found = plain_citations(clean.text)
        if found is None:
            found = find_citations(clean.text, is_reference=self._is_reference)
        for one in found:
            if isinstance(one, NearMiss):
                self.found.misses.append((one, self._place(clean, one.at)))
                continue
            places = tuple(self._place(clean, item.at) for item in one.items)
            if "\x02" in clean.text:
                one = replace(one, items=tuple(self._words(item) for item in one.items))
            self.found.citations.append((one, places))
            number = len(self.found.citations) - 1
            taken.append((number, clean.stamped(one.start), clean.stamped(one.end - 1) + 1))
        return taken

    def _escaped(self, found: re.Match[str]) -> str:
        """Give an escaped character as the grammar wants it, as long as its placeholder."""
        stash = self.md.treeprocessors["inline"].stashed_nodes  # type: ignore[attr-defined]
        value = stash.get(found.group(1))
        return pad(value, len(found.group())) if isinstance(value, str) else found.group()

    def _is_reference(self, label: str) -> bool:
        if label.startswith("^"):
            return label[1:] in self._footnotes
        return label.strip().lower() in self.md.references

    def _place(self, clean: Clean, index: int) -> tuple[int, int] | None:
        near = clean.near(index + 1) or clean.near(index)
        if near is None:
            return None
        stamp, distance = near
        line, column = self.found.stamps.place(stamp)
        between = clean.text[min(index, index + distance) : max(index, index + distance)]
        if "\n" in between or "\x02" in between:
            return line, column
        return line, max(1, column - distance)

    def _words(self, item: CiteItem) -> CiteItem:
        parts = item.prefix, item.locator, item.suffix
        if "\x02" not in "".join(parts):
            return item
        prefix, locator, suffix = (self.unescape(part) for part in parts)
        return item._replace(prefix=prefix, locator=locator, suffix=suffix)


class PlainText(Treeprocessor):
    """Settle the texts that hold nothing but words and citations, before inline patterns run.

    In most paragraphs no pattern would find anything, and trying them all is most of what a
    conversion costs. Such a text is marked as finished, with its citations already in place.
    """

    def __init__(self, md: Markdown, citations: CitationProcessor) -> None:
        """Share the collection of the inline processor."""
        super().__init__(md)
        self._citations = citations

    def run(self, root: Element) -> None:
        """Settle what can be settled, in place."""
        for element in root.iter():
            text = element.text
            if text and not isinstance(text, AtomicString) and not MARKUP.search(text):
                self._settle(element, text)

    def _settle(self, element: Element, text: str) -> None:
        brackets = "[" in text or "]" in text
        if "@" not in text and "＠" not in text:
            if not brackets:
                element.text = AtomicString(text)
            return
        bare = BRACKETED.sub("", text) if brackets else text
        if "[" in bare or "]" in bare or (self.md.references and bare != text):
            return
        marks = self._citations.scan(text)
        ends = [*(start for _, start, _ in marks), len(text)]
        element.text = AtomicString(text[: ends[0]])
        for place, (number, _, end) in enumerate(marks):
            mark = self._citations.mark(number)
            mark.tail = AtomicString(text[end : ends[place + 1]])
            element.insert(place, mark)
