"""Near misses: what looks like a citation and is none, and what to write instead.

Each kind of error has one function here, so its code and its words stand in one place.
"""

import re
from collections.abc import Sequence

from third_reader.citations.tokens import Scan, Token
from third_reader.model.citation import NearMiss
from third_reader.model.wording import quoted

_LONGEST_QUOTE = 60
"""Characters of the author's words."""
_WORD_BEFORE = re.compile(r"[^\s\[\x02\x03]{1,30}\Z")


def two_keys(scan: Scan, start: int, end: int, keys: Sequence[Token]) -> NearMiss:
    """Report two keys in one item: `[@a, @b]`."""
    said = f"has two keys in one item; separate sources by a semicolon: {_instead(scan, keys)}"
    return _miss(scan, start, end, "citation-separator", said)


def adjacent(scan: Scan, start: int, end: int) -> NearMiss:
    """Report brackets with nothing between: `[@a][@b]`."""
    said = (
        "has a bracket directly after a citation; write one bracket, '[@a, p. 3; @b]', or a space"
    )
    return _miss(scan, start, end, "citation-adjacent", said)


def item_without_key(scan: Scan, start: int, end: int) -> NearMiss:
    """Report an item without a key: `[@a; p. 3]`."""
    said = "has an item without a key; give each item its '@' and key, or take the semicolon out"
    return _miss(scan, start, end, "citation-item-without-key", said)


def mixed_separators(scan: Scan, start: int, end: int) -> NearMiss:
    """Report both kinds of semicolon in one bracket."""
    said = "separates sources by both ';' and '；'; use one of them"
    return _miss(scan, start, end, "citation-mixed-separators", said)


def as_link(scan: Scan, start: int, end: int) -> NearMiss:
    """Report a link whose words cite: `[@a](…)`."""
    said = (
        r"is a link, which cannot cite; put a space after its ']', or write '\@' for a plain sign"
    )
    return _miss(scan, start, end, "citation-as-link", said)


def without_key(scan: Scan, start: int, end: int, shown: tuple[int, int]) -> NearMiss:
    """Report an `@` that no key follows, `[@]` or `@[a]`; `shown` is what to quote of the text."""
    said = (
        r"has an '@' without a key; write a source's id directly after it, or '\@' for a plain sign"
    )
    written = _quoted(scan, *shown)
    return NearMiss(start, end, "citation-without-key", f"{written} {said}")


def wrong_bracket(scan: Scan, start: int, end: int, keys: Sequence[Token]) -> NearMiss:
    """Report a citation in other brackets than one pair of square ones: `(@a)`, `[[@a]]`."""
    said = f"cites in the wrong bracket; use one pair of square ones: {_instead(scan, keys)}"
    return _miss(scan, start, end, "citation-wrong-bracket", said)


def unclosed(scan: Scan, start: int, end: int) -> NearMiss:
    """Report a bracket that opens and never closes: `[@a, p. 3`."""
    written = _quoted(scan, start, len(scan.text))
    said = r"opens a bracket that never closes; add its ']', or write '\[' for a plain sign"
    return NearMiss(start, end, "citation-unclosed", f"{written} {said}")


def unopened(scan: Scan, start: int, closing: int) -> NearMiss:
    """Report a bracket that closes after a citation and never opened: `@a, p. 3]`."""
    written = _quoted(scan, max(start, closing - _LONGEST_QUOTE + 1), closing + 1)
    said = r"closes a bracket that never opened; add its '[', or write '\]' for a plain sign"
    return NearMiss(closing, closing + 1, "citation-unclosed", f"{written} {said}")


def no_minus(scan: Scan, start: int, end: int, keys: Sequence[Token]) -> NearMiss:
    """Report a dash, or a minus and a space, in place of a minus: `[–@a]`."""
    instead = _instead(scan, keys, before="-")
    said = f"has a dash in place of a minus; to leave the author out, write {instead}"
    return _miss(scan, start, end, "citation-near-miss", said)


def emphasised(scan: Scan, start: int, end: int) -> NearMiss:
    """Report emphasis around a key in its bracket: `[*@a*]`."""
    said = "hides its key in emphasis; put the marks around the whole bracket, or take them out"
    return _miss(scan, start, end, "citation-near-miss", said)


def glued(scan: Scan, start: int, end: int, key: str) -> NearMiss:
    """Report a key directly after a word in a bracket: `[see@a]`."""
    said = (
        r"cites nothing after a letter; put a space before the '@', or write '\@' for a plain sign"
    )
    before = _WORD_BEFORE.search(scan.text, max(0, start - 30), start)
    written = _quoted(scan, before.start() if before else start, end)
    return NearMiss(start, end, "citation-near-miss", f"{written} {said}", only_if_known=key)


def _miss(scan: Scan, start: int, end: int, code: str, said: str) -> NearMiss:
    return NearMiss(start, end, code, f"{_quoted(scan, start, end)} {said}")


def _quoted(scan: Scan, start: int, end: int) -> str:
    return _quote(scan.written(start, min(end, start + 2 * _LONGEST_QUOTE)))


def _quote(written: str) -> str:
    return quoted(" ".join(written.split()), _LONGEST_QUOTE)


def _instead(scan: Scan, keys: Sequence[Token], before: str = "") -> str:
    return _quote(f"[{before}{'; '.join(scan.text[key.start : key.end] for key in keys)}]")
