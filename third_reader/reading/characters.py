"""Characters that are right in one place and hide something in another, and words of two scripts.

What is refused everywhere stands in `reading/text.py`; the rules are docs/security.md's.
"""

import re
from collections.abc import Iterator
from html.entities import html5
from unicodedata import bidirectional, category, name

from third_reader.model.diagnostic import Diagnostic
from third_reader.model.position import Position
from third_reader.reading.text import CHARACTER, REFUSED

MOST_MARKS = 8
"""Marks that may stand on one letter."""
DIRECTION = re.compile("[\u200e\u200f\u061c]")
JOINERS = re.compile("[\u200c\u200d]")
PILE = re.compile(r"[^\w\s\x00-\x7f]{9,}")
"""Where more than eight marks may stand in a row: all that is no letter, digit, space or ASCII."""
SUSPECT = re.compile(r"[\u061c\u200c-\u200f]|[^\w\s\x00-\x7f]{9}")
ENTITY = re.compile("&(?:#([0-9]+)|#[xX]([0-9a-fA-F]+)|([0-9a-zA-Z]+));")
CODE = re.compile(r"\\.|(?<!`)(`+)(?!`)(?:.+?)(?<!`)\1(?!`)", re.DOTALL)
BLANK = re.compile(r"\n[ \t>]*\n")
JOINED = frozenset(
    [
        *("ARABIC", "SYRIAC", "NKO", "MANDAIC", "MANICHAEAN", "PHAGS-PA", "MONGOLIAN", "TIBETAN"),
        *("DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA"),
        *("MALAYALAM", "SINHALA", "KHMER", "MYANMAR", "BALINESE", "JAVANESE", "SUNDANESE", "THAI"),
        *("LAO", "LIMBU", "HANIFI", "ADLAM", "CHAKMA", "GRANTHA", "NEWA", "TIRHUTA", "BRAHMI"),
    ]
)
"""The first word of the names of letters of scripts that part or join letters by a sign."""
EMOJI = frozenset({"So", "Sk"})
SELECTOR = "\ufe0f"

Fault = tuple[int, str]
"""Where in a text, and what is wrong there."""


def faults(text: str) -> Iterator[Fault]:
    """Give what may not stand where it stands in a text, which is one paragraph or one value."""
    for found in REFUSED.finditer(text):
        yield found.start(), f"character U+{ord(found.group()):04X} may not stand here; remove it"
    if not SUSPECT.search(text):
        return
    yield from _directions(text)
    for found in JOINERS.finditer(text):
        if not _joins(text, found.start()):
            told = f"character U+{ord(found.group()):04X} joins or parts no letters here; remove it"
            yield found.start(), told
    yield from _piles(text)


def in_body(body: str, at: Position, code: frozenset[int] = frozenset()) -> Iterator[Diagnostic]:
    """Give what may not stand in Markdown that begins at a position, also by entity.

    `code` are the lines of its code blocks: an entity is nothing there.
    """
    if (body.isascii() or not SUSPECT.search(body)) and not ENTITY.search(body):
        return
    start = 0
    for end in (*(found.end() for found in BLANK.finditer(body)), len(body)):
        text, first = body[start:end], at.line + body.count("\n", 0, start)
        decoded, places = _decoded(text, first, code)
        for index, told in faults(decoded):
            place = places[index]
            row = text.count("\n", 0, place)
            column = place - text.rfind("\n", 0, place)
            before = at.column - 1 if first + row == at.line else 0
            yield CHARACTER.error(Position(at.path, first + row, column + before), told)
        start = end


def without(body: str) -> str:
    """Give Markdown that has errors without the entities of refused characters.

    Among these are the signs that reading itself puts in.
    """
    return ENTITY.sub(
        lambda found: "\ufffd" if REFUSED.search(_meaning(found)) else found.group(), body
    )


def _decoded(text: str, line: int, code: frozenset[int]) -> tuple[str, list[int]]:
    """Give a text with its entities decoded, and where each of its characters was written."""
    spans = [found.span() for found in CODE.finditer(text)] if ENTITY.search(text) else []
    made: list[str] = []
    places: list[int] = []
    start = 0
    for found in ENTITY.finditer(text):
        at = found.start()
        in_code = line + text.count("\n", 0, at) in code
        if in_code or any(first <= at < last for first, last in spans):
            continue
        means = _meaning(found)
        made += [text[start:at], means]
        places += [*range(start, at), *[at] * len(means)]
        start = found.end()
    return "".join((*made, text[start:])), [*places, *range(start, len(text) + 1)]


def _meaning(entity: re.Match[str]) -> str:
    """Give what an entity stands for; what no character has that number is as bad as NUL."""
    decimal, hexadecimal, word = entity.groups()
    if word:
        return html5.get(f"{word};", entity.group())
    digits, base = (decimal, 10) if decimal else (hexadecimal, 16)
    number = int(digits, base) if len(digits.lstrip("0")) <= 7 else 0
    return chr(number) if number <= 0x10FFFF else "\0"


def _directions(text: str) -> Iterator[Fault]:
    """Judge direction marks: they are for paragraphs that run from right to left (UAX 9, P2)."""
    found = [one.start() for one in DIRECTION.finditer(text)]
    if found and not _right_to_left(text):
        for place in found:
            yield (
                place,
                f"character U+{ord(text[place]):04X} may stand only in a paragraph that "
                "runs from right to left; remove it",
            )


def _right_to_left(text: str) -> bool:
    for char in DIRECTION.sub("", text):
        way = bidirectional(char)
        if way in {"L", "R", "AL"}:
            return way != "L"
    return False


def _joins(text: str, place: int) -> bool:
    """Tell whether a joiner stands between letters that it can join, or in an emoji."""
    before, after = text[:place][-1:], text[place + 1 :][:1]
    if not before or not after:
        return False
    if _script(before) in JOINED and _script(after) in JOINED:
        return True
    whole = before == SELECTOR or category(before) in EMOJI
    return text[place] == "\u200d" and whole and category(after) == "So"


def _script(char: str) -> str:
    return name(char, "").partition(" ")[0] if category(char)[0] in "LM" else ""


def _piles(text: str) -> Iterator[Fault]:
    for pile in PILE.finditer(text):
        marks = 0
        for place, char in enumerate(pile.group(), pile.start()):
            marks = marks + 1 if category(char)[0] == "M" else 0
            if marks == MOST_MARKS + 1:
                yield place, f"more than {MOST_MARKS} marks stand on one letter; take some out"
