"""Locators: which place in a source a suffix begins with.

The grammar is that of Pandoc 3.9's citeproc, which goes by words and marks of punctuation. Ours
besides: labels of laws and data, and what Chinese writes around a number (`第5頁`).
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from third_reader.citations.locator_labels import (
    CHINESE,
    CHINESE_LABELS,
    LABELS,
    LONGEST_LABEL,
)
from third_reader.citations.words import Piece

_COMMA = re.compile(r"[,，]?\s?")
_ROMAN = re.compile(r"(?=.)M*(CM)?D?(CD)?C*(XC)?L?(XL)?X*(IX)?V?(IV)?I*", re.IGNORECASE)
_DIGIT = re.compile(r"[0-9](?![^\x02]*\x03)")
"""A digit, but none of a placeholder, in which code stands (`markdown.util.INLINE_PLACEHOLDER`)."""
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_SEPARATORS = {",": ",", ";": ";", "，": ", ", "；": "; "}
"""As written to as recorded: full-width marks work as the plain ones."""


@dataclass(frozen=True, slots=True)
class Located:
    """A suffix, taken apart."""

    label: str
    """The long English name, such as `page`; empty without a locator, or with none in braces."""
    locator: str
    suffix: str


@dataclass(frozen=True, slots=True)
class _Word:
    kind: Literal["word", "mark", "space"]
    text: str


@dataclass(frozen=True, slots=True)
class _Read:
    """Some of a locator: up to which word it goes, its text, whether it counts as a number."""

    end: int
    text: str
    numeric: bool


_Words = Sequence[_Word]


def locate(pieces: Sequence[Piece]) -> Located:
    """Find the locator at the start of a suffix; what is left is the suffix, without its comma."""
    if pieces and not pieces[0].whole:
        found = CHINESE.match(pieces[0].text, _end_of_comma(pieces[0].text))
        if found:
            rest = (pieces[0].text[found.end() :], *(piece.text for piece in pieces[1:]))
            return Located(CHINESE_LABELS[found["label"]], found["number"], _trim("".join(rest)))
    words = [word for piece in pieces for word in _split(piece)]
    start = 1 if words and words[0].text in (",", "，") and words[0].kind == "mark" else 0
    start = _after_space(words, start)
    located, end = _braced(words, start) or _open(words, start) or (Located("", "", ""), 0)
    return replace(located, suffix=_trim("".join(word.text for word in words[end:])))


def _end_of_comma(text: str) -> int:
    found = _COMMA.match(text)
    return found.end() if found else 0


def _trim(text: str) -> str:
    return text.strip().lstrip(",;，； \xa0").rstrip(",;，； \xa0")


def _split(piece: Piece) -> Iterable[_Word]:
    if piece.whole:
        yield _Word("word", piece.text)
        return
    letters = ""
    for character in piece.text:
        kind = _kind(character)
        if kind == "word":
            letters += character
            continue
        if letters:
            yield _Word("word", letters)
        letters = ""
        yield _Word(kind, character)
    if letters:
        yield _Word("word", letters)


@lru_cache(maxsize=1024)
def _kind(character: str) -> Literal["word", "mark", "space"]:
    if character.isspace():
        return "space"
    return "mark" if character != ":" and unicodedata.category(character)[0] == "P" else "word"


def _after_space(words: _Words, index: int) -> int:
    return index + 1 if index < len(words) and words[index].kind == "space" else index


def _is_mark(words: _Words, index: int, marks: str) -> bool:
    return index < len(words) and words[index].kind == "mark" and words[index].text in marks


def _longest_label(words: _Words, start: int, goes_on: Callable[[int], bool]) -> tuple[str, int]:
    """Give the label that begins here and the word behind it; empty when there is none."""
    written, longest = "", ("", start)
    for index in range(start, min(start + LONGEST_LABEL, len(words))):
        written += words[index].text
        label = LABELS.get(written.strip().casefold())
        if label and goes_on(index + 1):
            longest = label, index + 1
    return longest


def _braced(words: _Words, start: int) -> tuple[Located, int] | None:
    """Read `{p. A}`: all that stands in braces, with the label that is written or with none."""
    if not _is_mark(words, start, "{"):
        return None
    expected, end = ["}"], start + 1
    while end < len(words):
        if _is_mark(words, end, "{["):
            expected.append(_PAIRS[words[end].text])
        elif _is_mark(words, end, "}]") and expected.pop() != words[end].text:
            return None
        if not expected:
            break
        end += 1
    else:
        return None
    inside = words[_after_space(words, start + 1) : end]
    written = "".join(word.text for word in inside).strip()
    if found := CHINESE.fullmatch(written):
        return Located(CHINESE_LABELS[found["label"]], found["number"], ""), end + 1
    label, behind = _longest_label(inside, 0, lambda index: index <= len(inside))
    locator = "".join(word.text for word in inside[behind:]).strip()
    return Located(label, locator, ""), end + 1


def _open(words: _Words, start: int) -> tuple[Located, int] | None:
    """Read words that hold a digit, after a label also a roman numeral."""
    label, index = _longest_label(words, start, lambda index: _follows(words, index))
    fits = _counts_as_number if label else _has_digit
    read = _member(words, _after_space(words, index) if label else index)
    if read is None or not fits(read):
        return None
    locator = read.text
    while (after := _next_member(words, read.end)) is not None and fits(after):
        locator, read = locator + after.text, after
    return Located(label or "page", locator, ""), read.end


def _follows(words: _Words, index: int) -> bool:
    read = _member(words, _after_space(words, index))
    return read is not None and _counts_as_number(read)


def _counts_as_number(read: _Read) -> bool:
    return read.numeric


def _has_digit(read: _Read) -> bool:
    return bool(_DIGIT.search(read.text))


def _next_member(words: _Words, index: int) -> _Read | None:
    """Read the next of a list: a separator or none, a space or none, and what stands there."""
    between = ""
    if _is_mark(words, index, ",;，；"):
        between = _SEPARATORS[words[index].text]
        index += 1
    after = _after_space(words, index)
    if after != index:
        between = between.rstrip() + " "
    read = _member(words, after)
    return read and _Read(read.end, between + read.text, read.numeric)


def _member(words: _Words, start: int) -> _Read | None:
    """Read what stands without a space: `12(a)(iv)`, `[28]`, `vi-xi`."""
    return _many(words, start, _part)


def _part(words: _Words, index: int) -> _Read | None:
    if not _is_mark(words, index, "([{"):
        return _dotted(words, index)
    opening = words[index].text
    inside = _dotted(words, index + 1) or _Read(index + 1, "", numeric=False)
    if not _is_mark(words, inside.end, _PAIRS[opening]):
        return None
    return _Read(inside.end + 1, opening + inside.text + _PAIRS[opening], inside.numeric)


def _dotted(words: _Words, start: int) -> _Read | None:
    """Read `1.2.3`; a full stop at the end is none of it."""
    return _many(words, start, _after_stop, _unit(words, start))


def _after_stop(words: _Words, index: int) -> _Read | None:
    if not _is_mark(words, index, "."):
        return None
    unit = _unit(words, index + 1)
    return unit and _Read(unit.end, "." + unit.text, unit.numeric)


def _unit(words: _Words, start: int) -> _Read | None:
    """Read a roman numeral, or words and the marks of a range."""
    if start < len(words) and words[start].kind == "word" and _ROMAN.fullmatch(words[start].text):
        return _Read(start + 1, words[start].text, numeric=True)
    end = start
    while end < len(words) and (words[end].kind == "word" or _is_mark(words, end, "-–")):
        end += 1
    if end == start:
        return None
    text = "".join(word.text for word in words[start:end])
    return _Read(end, text, bool(_DIGIT.search(text)))


def _many(
    words: _Words,
    start: int,
    one: Callable[[_Words, int], _Read | None],
    first: _Read | None = None,
) -> _Read | None:
    """Read one after another until there is none; None when there is not even one."""
    total = first
    while (read := one(words, total.end if total else start)) is not None:
        total = _Read(
            read.end,
            (total.text if total else "") + read.text,
            read.numeric or (total is not None and total.numeric),
        )
    return total
