"""The words of a prefix or suffix: markup dropped, escapes and entities undone."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from third_reader.citations.tokens import Scan, Sign

_MARKS = re.compile(r"\*+|_+")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_LONGEST_LABEL = 999
"""Of a reference, as in CommonMark: longer ones are not looked up."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words; `whole` ones (a code span, a link, what is emphasised) are one to a locator."""

    text: str
    whole: bool


@dataclass(frozen=True, slots=True)
class _Cut:
    """A stretch of the text that reads as something else."""

    start: int
    end: int
    words: str = ""


class Words:
    """What the inside of one bracket says."""

    def __init__(self, scan: Scan, opening: int, is_reference: Callable[[str], bool]) -> None:
        """Find the markup inside a bracket that has a partner."""
        self.scan = scan
        cuts: list[_Cut] = []
        whole: list[tuple[int, int]] = []
        for start, inner, inner_end, end in _emphasis(scan, opening):
            cuts += (_Cut(start, inner), _Cut(inner_end, end))
            whole.append((start, end))
        for index in range(opening + 1, scan.partner[opening]):
            token = scan.tokens[index]
            if token.sign is Sign.OPAQUE:
                cuts.append(_Cut(token.start, token.end, token.text))
                if token.whole:
                    whole.append((token.start, token.end))
            elif token.sign is Sign.OPEN and index in scan.partner:
                found = _link(scan, index, is_reference)
                cuts += found
                whole += ((found[0].start, found[-1].end),) if found else ()
        self._cuts = sorted(cuts, key=lambda cut: (cut.start, -cut.end))
        self._whole = _outermost(whole)

    def in_markup(self, start: int, end: int) -> bool:
        """Tell whether a stretch of the text stands in emphasis, a link or code."""
        place = bisect_right(self._whole, start, key=lambda one: one[0]) - 1
        return place >= 0 and end <= self._whole[place][1]

    def plain(self, start: int, end: int) -> str:
        """Give a stretch of the text as words, each run of white space one space."""
        out: list[str] = []
        position = start
        for index in range(
            bisect_left(self._cuts, start, key=lambda cut: cut.start), len(self._cuts)
        ):
            cut = self._cuts[index]
            if cut.start >= end:
                break
            if cut.start >= position:
                out += (self.scan.text[position : cut.start], cut.words)
                position = cut.end
        out.append(self.scan.text[position:end])
        return _SPACES.sub(" ", "".join(out))

    def pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        """Give a stretch of the text as pieces, for a locator to be found in."""
        found: list[Piece] = []
        position = start
        for index in range(
            bisect_left(self._whole, start, key=lambda one: one[0]), len(self._whole)
        ):
            whole_start, whole_end = self._whole[index]
            if whole_end > end:
                break
            found.append(Piece(self.plain(position, whole_start), whole=False))
            found.append(Piece(self.plain(whole_start, whole_end), whole=True))
            position = whole_end
        found.append(Piece(self.plain(position, end), whole=False))
        return tuple(piece for piece in found if piece.text)


def link_end(scan: Scan, opening: int, is_reference: Callable[[str], bool]) -> int | None:
    """Give the index in the text behind a link that opens with this bracket; None: it is none.

    What holds a key is no label of a reference (Pandoc manual, "Citation syntax").
    """
    if opening in scan.linked:
        return scan.end(opening)
    touching = scan.touching(opening)
    if touching is not None and not scan.has_keys(touching) and not scan.is_note_mark(touching):
        label = touching if scan.inside(touching).strip() else opening
        if _is_label(scan, label, is_reference):
            return scan.end(touching)
    return scan.end(opening) if _is_label(scan, opening, is_reference) else None


def _is_label(scan: Scan, opening: int, is_reference: Callable[[str], bool]) -> bool:
    return (
        not scan.has_keys(opening)
        and scan.end(opening) - scan.tokens[opening].end <= _LONGEST_LABEL
        and is_reference(scan.inside(opening))
    )


def _link(scan: Scan, opening: int, is_reference: Callable[[str], bool]) -> tuple[_Cut, ...]:
    """Give what to cut so that of a link its words stay, and of a footnote's mark nothing."""
    start, end = scan.tokens[opening].start, scan.end(opening)
    if scan.is_note_mark(opening):
        return (_Cut(start, end),) if is_reference(scan.inside(opening)) else ()
    target = link_end(scan, opening, is_reference)
    if target is None:
        return ()
    outer = start - 1 if scan.text[start - 1] == "!" else start
    return _Cut(outer, start + 1), _Cut(scan.tokens[scan.partner[opening]].start, target)


def _emphasis(scan: Scan, opening: int) -> Iterator[tuple[int, int, int, int]]:
    """Pair the marks inside a bracket, as Markdown pairs them in all but contrived text."""
    waiting: list[tuple[str, int, int]] = []
    known: dict[str, int] = {}
    for start, end in _mark_runs(scan, opening):
        run = scan.text[start:end]
        before, after = scan.text[start - 1], scan.text[end]
        in_word = run[0] == "_"
        if known.get(run) and not before.isspace() and not (in_word and after.isalnum()):
            other = ""
            while other != run:
                other, outer, inner = waiting.pop()
                known[other] -= 1
            yield outer, inner, start, end
        elif not after.isspace() and not (in_word and before.isalnum()):
            waiting.append((run, start, end))
            known[run] = known.get(run, 0) + 1


def _mark_runs(scan: Scan, opening: int) -> Iterator[tuple[int, int]]:
    position = scan.tokens[opening].end
    for index in range(opening + 1, scan.partner[opening] + 1):
        token = scan.tokens[index]
        for found in _MARKS.finditer(scan.text, position, token.start):
            yield found.span()
        position = token.end


def _outermost(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges, key=lambda one: (one[0], -one[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found
