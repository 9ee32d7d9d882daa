"""Where a word stands in an index of its language: under which heading, and after which word.

Latin letters go by the alphabet. Chinese has two customs: simplified by the first letter of the
reading, traditional by the number of strokes. Both are in the order of the old standards: level 1
of GB 2312-80 is sorted by reading, level 1 of Big5 by strokes, so no table of characters is needed.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

ARTICLE = re.compile(r"(?:a|an|the) (?=\S)", re.IGNORECASE)
MARKS = re.compile(r"^\W+")

READINGS = (
    ("a", 0xB0A1), ("b", 0xB0C5), ("c", 0xB2C1), ("d", 0xB4EE), ("e", 0xB6EA), ("f", 0xB7A2),
    ("g", 0xB8C1), ("h", 0xB9FE), ("j", 0xBBF7), ("k", 0xBFA6), ("l", 0xC0AC), ("m", 0xC2E8),
    ("n", 0xC4C3), ("o", 0xC5B6), ("p", 0xC5BE), ("q", 0xC6DA), ("r", 0xC8BB), ("s", 0xC8F6),
    ("t", 0xCBFA), ("w", 0xCDDA), ("x", 0xCEF4), ("y", 0xD1B9), ("z", 0xD4D1), ("", 0xD7FA),
)  # fmt: skip
"""The first code of each letter in level 1 of GB 2312; the last entry is the level's end."""
STROKES = (
    0xA440, 0xA442, 0xA454, 0xA4A1, 0xA4FE, 0xA5E0, 0xA6EA, 0xA8C3, 0xAB45, 0xADBC, 0xB0AE, 0xB3C3,
    0xB6C3, 0xB9AC, 0xBBF5, 0xBEA7, 0xC075, 0xC24F, 0xC35F, 0xC455, 0xC4D7, 0xC56B, 0xC5C8, 0xC5F1,
    0xC655,
)  # fmt: skip
"""The first code of one stroke, of two … in level 1 of Big5; the last entry: more than 24."""


@dataclass(frozen=True, slots=True, order=True)
class Shelf:
    """A heading of an index; shelves sort as they are read."""

    rank: int
    """0: digits, 1: letters, 2: strokes, 3: all else."""
    number: int
    """Of strokes; else 0."""
    letter: str
    """`A`; empty: not a letter."""

    @property
    def id(self) -> str:
        """Give its anchor."""
        if self.letter:
            return f"letter-{self.letter.lower()}"
        return f"strokes-{self.number}" if self.number else "digits" if not self.rank else "others"


def shelf(words: str, tag: str) -> Shelf:
    """Give the heading that words stand under, in a language (BCP 47)."""
    first = _plain(words, tag)[:1]
    if first.isdigit():
        return Shelf(0, 0, "")
    if "a" <= first <= "z":
        return Shelf(1, 0, first.upper())
    if tag.startswith("zh") and (found := _strokes(first) if _by_strokes(tag) else _read(first)):
        return found
    return Shelf(3, 0, "")


def place(words: str, tag: str) -> tuple[Shelf, bytes, str]:
    """Give what words are sorted by: heading, then the order of its script, then themselves."""
    plain = _plain(words, tag)
    standard = "big5" if _by_strokes(tag) else "gb2312"
    return shelf(words, tag), plain.encode(standard, errors="xmlcharrefreplace"), words


def _plain(words: str, tag: str) -> str:
    """Give words without case, accents and what an index passes over."""
    bare = MARKS.sub("", words)
    if tag.startswith("en"):
        bare = ARTICLE.sub("", bare, count=1) if ARTICLE.match(bare) else bare
    if bare.isascii():
        return bare.casefold()
    parts = unicodedata.normalize("NFKD", bare).casefold()
    return "".join(one for one in parts if not unicodedata.combining(one))


def _by_strokes(tag: str) -> bool:
    return tag.startswith("zh") and tag != "zh-Hans"


def _read(letter: str) -> Shelf | None:
    code = _code(letter, "gb2312")
    for (name, start), (_, end) in pairwise(READINGS):
        if start <= code < end:
            return Shelf(1, 0, name.upper())
    return None


def _strokes(letter: str) -> Shelf | None:
    number = bisect_right(STROKES, _code(letter, "big5"))
    return Shelf(2, number, "") if 0 < number < len(STROKES) else None


def _code(letter: str, standard: str) -> int:
    """Give a character's number in a standard; 0: it has none there."""
    try:
        return int.from_bytes(letter.encode(standard))
    except UnicodeEncodeError:
        return 0
