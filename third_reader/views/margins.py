"""Where notes stand beside a paragraph: near their marks, without a browser to measure them.

A reader at 1280 px finds a note within 200 px of its mark (FEATURES, R45). The widths and heights
here are those of the stylesheet at that size; a guess that is a line off does no harm.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

LINE, NOTE_LINE, NOTE_GAP = 30, 19, 8
"""Heights in px: a line of text, a line of a note, the space between two notes."""
TEXT_WIDTH, NOTE_WIDTH = 62, 40
"""Latin characters in a line of text and of a note; a Han character counts as two."""
SMALL = 0.65
"""The width of a mark's letter, as a share of that of the text."""
FAR = 150
SPARE = 60
"""How far below its text a passage's notes may end, when they are more than one."""
STEPS = (0, 2, 4, 6, 8)
"""Lines; the stylesheet has a class for each but the first."""
TAGS = re.compile(r"<[^>]*>")
SIGNS = re.compile(r"<[^>]*>|&[a-z]+;")
"""The same, and signs that are escaped: much slower, and most texts hold none."""
WIDE = re.compile("[\u2e80-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A note that is to be placed."""

    at: float
    """Width of the text before its first mark, in Latin characters."""
    last: float
    """Width of the text before its last mark."""
    lines: int
    """Lines of its full form."""
    new: bool
    """It has not been given in full yet."""


def width(html: str) -> int:
    """Give the width of the words of some HTML, in Latin characters."""
    words = (SIGNS if "&" in html else TAGS).sub("", html)
    return len(words) if words.isascii() else len(words) + len(WIDE.findall(words))


def lines(*parts: str) -> int:
    """Give the lines that the parts of a full note take, each on lines of its own."""
    return 1 + sum(-(-width(part) // NOTE_WIDTH) for part in parts)


def full(wanted: Sequence[Wanted], text: float) -> tuple[bool, ...]:
    """Tell which notes have room for their full form.

    None below may stray from its mark, and all together may not end far below the text, whose width
    is given: the next passage waits for them.
    """
    found = []
    top = 0
    lowest = _height(text) + LINE + SPARE
    for place, note in enumerate(wanted):
        after = top + note.lines * NOTE_LINE + NOTE_GAP
        rest = wanted[place + 1 :]
        gaps = [
            after + below * (NOTE_LINE + NOTE_GAP) - _height(one.at)
            for below, one in enumerate(rest)
        ]
        ends = after + len(rest) * (NOTE_LINE + NOTE_GAP)
        room = note.new and max(gaps, default=0) <= FAR and (ends <= lowest or len(wanted) == 1)
        found.append(room)
        top = after if room else top + NOTE_LINE + NOTE_GAP
    return tuple(found)


def down(wanted: Sequence[Wanted], whole: Sequence[bool], text: float) -> int:
    """Give how many lines the notes go down, so that the worst of them is nearest to its marks.

    They stay within the height of the text, unless one would stray from its mark there.
    """
    if not wanted:
        return 0
    off: list[float] = []
    top = 0
    for note, is_full in zip(wanted, whole, strict=True):
        off += (top - _height(note.at), top - _height(note.last))
        top += (note.lines if is_full else 1) * NOTE_LINE + NOTE_GAP
    lowest, highest = max(off), min(off)
    slack = max(_height(text) + LINE - top, 0)
    within = anywhere = 0
    least = least_anywhere = inf
    for lower in STEPS:
        way = lower * LINE
        # Of places that are as good, the higher one: a reader meets the first mark first.
        worst = way / 3 + max(lowest + way, -highest - way)
        if worst < least_anywhere:
            anywhere, least_anywhere = lower, worst
        if worst < least and way <= slack:
            within, least = lower, worst
    return within if least <= FAR else anywhere


def _height(at: float) -> float:
    return at // TEXT_WIDTH * LINE
