"""How messages show numbers and an author's words: quoted, cut, harmless; and what was meant."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from third_reader.model.text import BARE

LONGEST = 80
"""Characters of a value that a message shows."""
LIKELY = 0.7
"""Likeness, from 0 to 1, below which nothing is suggested."""
CLEARLY = 1.5
"""The second nearest candidate must differ this many times as much as the nearest."""
MOST_WORDS = 50
"""Words that suggestions are looked for; each costs time by the number of candidates."""


def quoted(text: str, longest: int = LONGEST) -> str:
    r"""Give a value between single quotes, as a message may print it.

    At most `longest` characters stand between the quotes, `…` for what is cut included. Controls,
    bidi and other characters that are not seen are written `\u{202e}`, so that a message is one
    line and reads as it is.
    """
    if len(text) <= longest and text.isprintable():
        return f"'{text}'"
    text = BARE.sub(r"\1", text)
    shown: list[str] = []
    length = 0
    for char in text[: longest + 1]:
        piece = visible(char)
        shown.append(piece)
        length += len(piece)
        if length > longest:
            break
    if length <= longest:
        return f"'{''.join(shown)}'"
    while length > longest - 1:
        length -= len(shown.pop())
    return f"'{''.join(shown)}…'"


def visible(text: str, also: str = "") -> str:
    r"""Give a text with characters that are not seen as `\u{202e}`, and those in `also`."""
    return "".join(
        char if char.isprintable() and char not in also else f"\\u{{{ord(char):x}}}"
        for char in text
    )


def counted(number: int, noun: str) -> str:
    """Give `1 claim` or `2 claims`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Give the one candidate that was probably meant; None: none is near, or two are.

    Case does not count, and neither does the order of the candidates.
    """
    if len(word) > LONGEST:
        return None
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(word.casefold())
    best, second, found = 0.0, 0.0, None
    for candidate in set(candidates):
        matcher.set_seq1(candidate.casefold())
        least = max(second, 1 - CLEARLY * (1 - LIKELY))
        if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
            continue
        ratio = matcher.ratio()
        if ratio > best:
            best, second, found = ratio, best, candidate
        elif ratio > second:
            second = ratio
    clear = second < best and 1 - second >= CLEARLY * (1 - best)
    return found if best >= LIKELY and clear else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """Give `; did you mean 'y'?`, to follow what is wrong; empty if none is clearly nearest."""
    found = nearest(word, candidates)
    return "" if found is None else f"; did you mean {quoted(found)}?"


def suggestions(words: Iterable[str], candidates: Iterable[str]) -> dict[str, str]:
    """Give for each word what `did_you_mean` gives.

    Past the first 50 words, sorted, it is empty: a flood of mistakes is not worth the time.
    """
    known = frozenset(candidates)
    return {
        word: did_you_mean(word, known) if number < MOST_WORDS else ""
        for number, word in enumerate(sorted(set(words)))
    }
