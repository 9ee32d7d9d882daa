"""The order of words in a list, and the heading that each stands under, without tables of ours.

English goes by letters, accents aside. Traditional Chinese goes by strokes and then radical of the
first character, simplified by its pinyin: the orders in which the standards Big5 (1984) and
GB 2312 (1980) number the common characters. So a character's code tells both; one beyond the
common ones stands at the end. Words that begin with a Latin letter or a digit come first.
"""

import re
from bisect import bisect_right
from unicodedata import combining, normalize

STROKES = (
    *(0xA440, 0xA442, 0xA454, 0xA4A1, 0xA4FE, 0xA5E0, 0xA6EA, 0xA8C3, 0xAB45, 0xADBC),
    *(0xB0AE, 0xB3C3, 0xB6C3, 0xB9AC, 0xBBF5, 0xBEA7, 0xC075, 0xC24F, 0xC35F, 0xC455),
    *(0xC4D7, 0xC56B, 0xC5C8, 0xC5F1, 0xC655, 0xC665, 0xC66C, 0xC676),
)
"""Big5 level 1: the code of the first character of one stroke, of two, and so on."""
PINYIN = (
    *((0xB0A1, "A"), (0xB0C5, "B"), (0xB2C1, "C"), (0xB4EE, "D"), (0xB6EA, "E")),
    *((0xB7A2, "F"), (0xB8C1, "G"), (0xB9FE, "H"), (0xBBF7, "J"), (0xBFA6, "K")),
    *((0xC0AC, "L"), (0xC2E8, "M"), (0xC4C3, "N"), (0xC5B6, "O"), (0xC5BE, "P")),
    *((0xC6DA, "Q"), (0xC8BB, "R"), (0xC8F6, "S"), (0xCBFA, "T"), (0xCDDA, "W")),
    *((0xCEF4, "X"), (0xD1B9, "Y"), (0xD4D1, "Z")),
)
"""GB 2312 level 1: the code of the first character of each letter of pinyin."""
LAST = {"big5": 0xC67F, "gb2312": 0xD7FA}
"""The first code past the common characters."""
LETTER = re.compile("[A-Z]")


def collated(words: str, tag: str) -> tuple[bytes, str]:
    """Give what words are sorted by, in the order of a language (BCP 47 tag)."""
    bare = _bare(words)
    standard = _standard(tag)
    if standard is None:
        return bare.encode(), words
    return b"".join(_code(one, standard) for one in bare), words


def heading(words: str, tag: str) -> str | int:
    """Give the heading over words: a letter, a number of strokes, or `#` for all else."""
    first = _bare(words)[:1].upper()
    standard = _standard(tag)
    if LETTER.fullmatch(first) or standard is None:
        return first if LETTER.fullmatch(first) else "#"
    code = int.from_bytes(_code(first, standard)[1:], "big")
    if standard == "big5":
        return bisect_right(STROKES, code) if STROKES[0] <= code < LAST[standard] else "#"
    place = bisect_right(PINYIN, code, key=lambda one: one[0])
    return PINYIN[place - 1][1] if PINYIN[0][0] <= code < LAST[standard] else "#"


def _bare(words: str) -> str:
    return "".join(one for one in normalize("NFKD", words).casefold() if not combining(one))


def _standard(tag: str) -> str | None:
    if not tag.startswith("zh"):
        return None
    return "gb2312" if tag == "zh-Hans" else "big5"


def _code(one: str, standard: str) -> bytes:
    """Give a character's place: ASCII, then those of the standard, then the others."""
    if one.isascii():
        return b"\x00" + one.encode()
    try:
        return b"\x01" + one.encode(standard)
    except UnicodeEncodeError:
        return b"\x02" + one.encode("utf-8")
