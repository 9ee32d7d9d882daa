"""Stamps: invisible marks that carry positions through a Markdown conversion.

Python-Markdown keeps no positions and visits paragraphs out of order. So, before it runs, one
private-use character is put where a position may be asked for, and read back from whatever text
it ends up in. Input may hold no private-use character, so none can be forged.
"""

import re
from bisect import bisect_left, bisect_right

FIRST = 0xF0000
LAST = 0xFFFFD
CODE_FIRST = 0x100000
CODE_LAST = 0x10FFFD

STAMP = re.compile("[\U000f0000-\U000ffffd]")
ANY = re.compile("[\U000f0000-\U0010fffd][\U000f0000-\U0010fffd]*")
"""Written so that `re` looks for its first sign alone, which is thrice as fast as `…+`."""
RUN = re.compile(f"({ANY.pattern})")
ALONE = re.compile(
    "^[\U000f0000-\U000ffffd\\s]*([\U00100000-\U0010fffd])[\U000f0000-\U000ffffd\\s]*$"
)


class Stamps:
    """The positions of one text; each stamp is the index of one of them."""

    def __init__(self) -> None:
        """Begin with none."""
        self._places: list[tuple[int, int]] = []

    def new(self, line: int, column: int) -> str:
        """Give a stamp for a position; empty when a page has more than its 65,534."""
        if FIRST + len(self._places) > LAST:
            return ""
        self._places.append((line, column))
        return chr(FIRST + len(self._places) - 1)

    def place(self, stamp: str) -> tuple[int, int]:
        """Give the line and column of a stamp."""
        return self._places[ord(stamp) - FIRST]

    def first(self, text: str) -> tuple[int, int] | None:
        """Give the line and column of the first stamp in a text, if it has one."""
        found = STAMP.search(text)
        return self.place(found.group()) if found else None


class Clean:
    """A text without its stamps, which still knows where they were."""

    def __init__(self, stamped: str) -> None:
        """Take the stamps, and whatever pads the text, out of it."""
        parts = RUN.split(stamped)
        self.text = "".join(parts[::2])
        self._runs: list[int] = []
        """Where each run that was taken out stood, in the clean text."""
        self._taken = [0]
        """How many characters were taken out before the first run, the second, and so on."""
        self._places: list[int] = []
        self._stamps: list[str] = []
        place = taken = 0
        for before, run in zip(parts[::2], parts[1::2], strict=False):
            place += len(before)
            taken += len(run)
            self._runs.append(place)
            self._taken.append(taken)
            if run[-1] <= "\U000ffffd" or (run := "".join(STAMP.findall(run))):
                self._places.append(place)
                self._stamps.append(run[-1])

    def stamped(self, index: int) -> int:
        """Give where a character of the clean text stands in the stamped one."""
        return index + self._taken[bisect_right(self._runs, index)]

    def near(self, index: int) -> tuple[str, int] | None:
        """Give the nearest stamp at or after an index, else the last before it, and how far it is.

        The distance is in characters of the clean text: negative when the stamp stands before.
        """
        place = bisect_left(self._places, index)
        if place < len(self._places):
            return self._stamps[place], self._places[place] - index
        if self._places:
            return self._stamps[-1], self._places[-1] - index
        return None


def pad(text: str, length: int) -> str:
    """Make a text longer with characters that a clean text does not have."""
    return text + chr(CODE_LAST) * (length - len(text))


def strip(text: str) -> str:
    """Give a text without stamps and code marks."""
    return text if text.isascii() else ANY.sub("", text)


def code_mark(number: int) -> str:
    """Give the character that stands for a code block while Markdown runs; empty when too many."""
    return chr(CODE_FIRST + number) if CODE_FIRST + number <= CODE_LAST else ""


def code_number(text: str) -> int | None:
    """Give the number of the code block that a text stands for, if it is nothing else."""
    found = ALONE.match(text)
    return ord(found.group(1)) - CODE_FIRST if found else None
