"""Citations in Python-Markdown: an inline processor that leaves a slot for each.

It runs after code spans and escapes, so that neither can hold a citation, and before links.
"""

import re
from collections.abc import Callable, Container
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from third_reader.citations.grammar import find_citations
from third_reader.machinery.stamps import Clean, Stamps
from third_reader.model.citation import Citation, CiteItem, NearMiss

PRIORITY = 178
"""Below `backtick` (190) and `escape` (180), above `footnote` (175), `reference` (170) and `link`."""

TAG = "tr-cite"


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
        mode = self.found.citations[number][0].items[0].mode
        element = Element(TAG, {"n": str(number), "mode": mode.value})
        return element, len(data) - start, len(data) - end

    def _scanned(self, start: int, data: str) -> bool:
        return (
            self._tail is not None
            and start >= len(data) - len(self._tail)
            and data.endswith(self._tail)
        )

    def _scan(self, data: str) -> None:
        self._tail = data
        self._queue = []
        clean = Clean(data)
        for one in find_citations(clean.text, is_reference=self._is_reference):
            if isinstance(one, NearMiss):
                self.found.misses.append((one, self._place(clean, one.at)))
                continue
            places = tuple(self._place(clean, item.at) for item in one.items)
            items = tuple(self._words(item) for item in one.items)
            self.found.citations.append((replace(one, items=items), places))
            start = clean.stamped(one.start) if one.start else _after_stamps(data)
            end = clean.stamped(one.end - 1) + 1
            self._queue.append((len(self.found.citations) - 1, len(data) - start, len(data) - end))

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
        return line, max(1, column - distance + (1 if distance > 0 else 0))

    def _words(self, item: CiteItem) -> CiteItem:
        turn: Callable[[str], str] = self.unescape
        return replace(
            item,
            prefix=turn(item.prefix),
            locator=turn(item.locator),
            suffix=turn(item.suffix),
        )


def _after_stamps(data: str) -> int:
    clean = Clean(data)
    return clean.stamped(0)
