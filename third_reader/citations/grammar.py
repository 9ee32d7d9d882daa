r"""Pandoc's citations in one inline text: a function of text alone.

What it takes: the text of one paragraph, heading, list item or cell, in which code spans and
backslash escapes are already placeholders (`\x02…\x03`), and nothing else is replaced yet. The
rules are those of the Pandoc manual, "Citation syntax", and the content contract's departures:
CJK text, more labels of locators, and errors for what looks like a citation and is none.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from third_reader.citations import nearmiss
from third_reader.citations.items import Inside, in_wrong_bracket, mode_of, read_bracket
from third_reader.citations.locators import Located
from third_reader.citations.scanner import scan
from third_reader.citations.strays import unclosed, unopened
from third_reader.citations.tokens import Scan, Sign
from third_reader.citations.words import link_end
from third_reader.model.citation import Citation, CiteItem, Mode, NearMiss

_NEAR = re.compile(r"[ \t]*\n?[ \t]*")
"""What may stand between an in-text key and its bracket."""
_LOOK_AHEAD = 40
"""Characters of a text that explain an `@` without a key."""


def find_citations(
    text: str, *, is_reference: Callable[[str], bool]
) -> tuple[Citation | NearMiss, ...]:
    r"""Give the citations and near misses of an inline text, in order, none over another.

    `is_reference` tells whether a label is a defined link reference or, with its `^`, a footnote.
    The strings that come back are plain text: of the placeholders only those of code stay, and
    what `\x02<code point>\x03` stands for is resolved. Raises nothing.
    """
    if "@" not in text and "＠" not in text:
        return ()
    return tuple(_Reader(scan(text), is_reference).run())


class _Reader:
    def __init__(self, scanned: Scan, is_reference: Callable[[str], bool]) -> None:
        self.scan = scanned
        self._is_reference = is_reference
        self._closing = frozenset(scanned.partner.values())
        self._next = 0
        self._end = 0
        self._cited: Citation | None = None
        """The last citation, as long as a stray closing bracket may belong to it."""

    def run(self) -> Iterator[Citation | NearMiss]:
        steps: dict[Sign, Callable[[int], Iterator[Citation | NearMiss]]] = {
            Sign.OPEN: self._bracket,
            Sign.CLOSE: self._stray_close,
            Sign.KEY: self._in_text,
            Sign.LONE: self._lone,
            Sign.GLUED: self._glued,
        }
        while self._next < len(self.scan.tokens):
            index = self._next
            self._next += 1
            step = steps.get(self.scan.tokens[index].sign)
            if step:
                yield from map(self._behind_last, step(index))

    def _behind_last(self, one: Citation | NearMiss) -> Citation | NearMiss:
        """Keep what an opening sign before a key adds to it from lying over what came before."""
        if isinstance(one, NearMiss) and one.at < self._end:
            one = replace(one, at=self._end)
        self._end = one.end
        return one

    def _skip(self, opening: int) -> None:
        self._next = self.scan.partner[opening] + 1

    def _cite(self, start: int, end: int, items: tuple[CiteItem, ...]) -> Citation:
        self._cited = Citation(start, end, items)
        return self._cited

    def _bracket(self, opening: int) -> Iterator[Citation | NearMiss]:
        """Read a bracket that follows no in-text key."""
        scanned, start = self.scan, self.scan.tokens[opening].start
        if opening not in scanned.partner:
            yield from self._unclosed(opening)
        elif scanned.is_note_mark(opening):
            self._skip(opening)
        elif scanned.has_keys(opening):
            yield from self._bracket_with_keys(opening, start)
        elif (end := link_end(scanned, opening, self._is_reference)) is not None:
            self._skip(opening)
            touching = scanned.touching(opening)
            if touching is not None and scanned.end(touching) == end:
                self._skip(touching)

    def _bracket_with_keys(self, opening: int, start: int) -> Iterator[Citation | NearMiss]:
        scanned = self.scan
        if opening in scanned.linked:
            self._skip(opening)
            yield nearmiss.as_link(scanned, start, scanned.end(opening))
        elif scanned.text[start - 1 : start] == "^":
            # An inline note: what it holds is text, not a bracket.
            return
        elif (last := self._touching_brackets(opening)) is not None:
            yield self._adjacent(opening, last)
        elif not any(scanned.tokens[index].sign is Sign.KEY for index in scanned.top(opening)):
            yield from self._double(opening)
        else:
            yield self._normal(opening)

    def _normal(self, opening: int) -> Citation | NearMiss:
        scanned = self.scan
        self._skip(opening)
        inside = read_bracket(scanned, opening, self._is_reference, after_key=False)
        if isinstance(inside, NearMiss):
            return inside
        return self._cite(scanned.tokens[opening].start, scanned.end(opening), inside.items)

    def _touching_brackets(self, opening: int) -> int | None:
        """Give the last of the brackets that follow with nothing between; footnotes are none."""
        last, touching = None, self.scan.touching(opening)
        while touching is not None and not self.scan.is_note_mark(touching):
            last, touching = touching, self.scan.touching(touching)
        return last

    def _adjacent(self, opening: int, last: int) -> NearMiss:
        scanned = self.scan
        self._skip(last)
        start, end = scanned.tokens[opening].start, scanned.end(last)
        label = scanned.inside(last)
        if not scanned.has_keys(last) and self._is_reference(label):
            return nearmiss.as_link(scanned, start, end)
        return nearmiss.adjacent(scanned, start, end)

    def _double(self, opening: int) -> Iterator[NearMiss]:
        """Report `[[@a]]`; any other bracket around a bracket is text."""
        scanned, inner = self.scan, opening + 1
        if inner not in scanned.partner or scanned.partner[inner] + 1 != scanned.partner[opening]:
            return
        start, end = scanned.tokens[opening].start, scanned.end(opening)
        outside = scanned.text[start + 1 : scanned.tokens[inner].start]
        outside += scanned.text[scanned.end(inner) : end - 1]
        if outside.strip():
            return
        self._skip(opening)
        yield nearmiss.wrong_bracket(scanned, start, end, scanned.keys_in(opening))

    def _in_text(self, index: int) -> Iterator[Citation | NearMiss]:
        """Read a key outside of brackets, and the bracket that belongs to it."""
        scanned, token = self.scan, self.scan.tokens[index]
        if found := in_wrong_bracket(scanned, token):
            self._cited = None
            yield found
            return
        opening = self._bracket_after(index)
        inside = None if opening is None else self._after_key(opening)
        if opening is not None and isinstance(inside, Inside):
            items = (self._item(index, inside.lead), *inside.items)
            yield self._cite(token.start, scanned.end(opening), items)
            return
        yield self._cite(token.start, token.end, (self._item(index, None),))
        if isinstance(inside, NearMiss):
            yield inside

    def _after_key(self, opening: int) -> Inside | NearMiss:
        scanned = self.scan
        if opening not in scanned.partner:
            self._next = opening + 1
            start = scanned.tokens[opening].start
            return nearmiss.unclosed(scanned, start, start + 1)
        last = self._touching_brackets(opening)
        if last is not None:
            return self._adjacent(opening, last)
        self._skip(opening)
        return read_bracket(scanned, opening, self._is_reference, after_key=True)

    def _bracket_after(self, index: int) -> int | None:
        """Give the bracket that belongs to an in-text key: none that is a link or a footnote."""
        scanned, opening = self.scan, index + 1
        if opening >= len(scanned.tokens) or scanned.tokens[opening].sign is not Sign.OPEN:
            return None
        between = scanned.text[scanned.tokens[index].end : scanned.tokens[opening].start]
        if not _NEAR.fullmatch(between):
            return None
        if opening not in scanned.partner:
            return opening
        if opening in scanned.linked or scanned.is_note_mark(opening):
            return None
        if link_end(scanned, opening, self._is_reference) is not None:
            return None
        # Pandoc takes a bracket with a footnote directly after it for text, unless it cites.
        touching = scanned.touching(opening)
        is_noted = touching is not None and scanned.is_note_mark(touching)
        return None if is_noted and not scanned.has_keys(opening) else opening

    def _item(self, index: int, lead: Located | None) -> CiteItem:
        token = self.scan.tokens[index]
        return CiteItem(
            key=token.text,
            mode=mode_of(self.scan, token, Mode.IN_TEXT),
            prefix="",
            locator_label=lead.label if lead else "",
            locator=lead.locator if lead else "",
            suffix=lead.suffix if lead else "",
            at=token.start,
        )

    def _lone(self, index: int) -> Iterator[NearMiss]:
        """Report an `@` without a key in a bracket, and `@[` and `@{` anywhere."""
        scanned, token = self.scan, self.scan.tokens[index]
        start, end = token.start, token.end
        written = scanned.text[end - 1 : end + 1]
        if written == "@[" and index + 1 in scanned.partner:
            self._skip(index + 1)
            end = scanned.end(index + 1)
            yield nearmiss.without_key(scanned, start, end, (start, end))
        elif written in ("@[", "@{"):
            yield nearmiss.without_key(scanned, start, end + 1, (start, end + _LOOK_AHEAD))
        elif self._in_plain_bracket(index):
            parent = scanned.parent[index]
            bracket = scanned.tokens[parent].start, scanned.end(parent)
            shown = bracket if bracket[1] - bracket[0] <= _LOOK_AHEAD else (start, bracket[1])
            yield nearmiss.without_key(scanned, start, end, shown)

    def _glued(self, index: int) -> Iterator[NearMiss]:
        scanned, token = self.scan, self.scan.tokens[index]
        if self._in_plain_bracket(index):
            yield nearmiss.glued(scanned, token.start, token.end, token.text)

    def _in_plain_bracket(self, index: int) -> bool:
        parent = self.scan.parent[index]
        if parent not in self.scan.partner:
            return False
        start = self.scan.tokens[parent].start
        return self.scan.text[start - 1 : start] != "^"

    def _unclosed(self, opening: int) -> Iterator[NearMiss]:
        if found := unclosed(self.scan, opening):
            miss, self._next = found
            yield miss

    def _stray_close(self, index: int) -> Iterator[NearMiss]:
        if index not in self._closing and self._cited:
            found = unopened(self.scan, self._cited, index)
            self._cited = None
            if found:
                yield found
