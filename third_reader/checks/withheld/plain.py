"""A text as readers see it, in three ways, each with where its parts stood in what was written."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from sys import maxunicode
from unicodedata import category
from urllib.parse import unquote_to_bytes

CODED = (
    r"(?P<entity>&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?)"
    r"|(?P<puny>\bxn--[A-Za-z0-9-]+)"
    r"|(?P<percent>(?:%[0-9a-fA-F]{2})+)"
    r"|(?P<escape>(?:\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\x[0-9a-fA-F]{2}|\\u\{[0-9a-fA-F]{1,6}\})+)"
)
MARKUP = (
    r"|(?P<tag></?[A-Za-z!][^<>]*>)"
    r"|(?P<target>\]\([^()\n]*\))"
    r"|(?P<mark>[*_`~\\\[\]]+)"
)
ESCAPED = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x(..))")


@dataclass(frozen=True, slots=True)
class Plain:
    """One way to read a text."""

    text: str
    starts: tuple[int, ...]
    """Where in `text` each part begins."""
    offsets: tuple[int, ...]
    """Where that part begins in what was written."""
    whole: tuple[bool, ...]
    """False: the part was decoded, so its characters stand all at its offset."""

    def written(self, place: int) -> int:
        """Give where a character of `text` stood in what was written."""
        part = bisect_right(self.starts, place) - 1
        within = place - self.starts[part] if self.whole[part] else 0
        return self.offsets[part] + within


def readings(text: str) -> Iterator[Plain]:
    """Give the text with markup as words, with markup as gaps, and with markup taken out.

    The first finds names in addresses, code and attributes, the second names that a link or a cell
    divides, the third names with emphasis inside. Entities, percent signs, escapes and hosts of
    other scripts are decoded and format characters (Cf) dropped in all three.
    """
    first = _plain(text, _coded(), "")
    yield first
    gaps = _plain(text, _marked(), " ")
    if gaps.text != first.text:
        yield gaps
        yield _plain(text, _marked(), "")


def _plain(text: str, pattern: re.Pattern[str], gap: str) -> Plain:
    parts: list[tuple[str, int, bool]] = []
    end = 0
    for match in pattern.finditer(text):
        if match.start() > end:
            parts.append((text[end : match.start()], end, True))
        kind = match.lastgroup or ""
        decode = DECODE.get(kind)
        put = decode(match.group()) if decode else "" if kind == "format" else gap
        parts.append((put, match.start(), False))
        end = match.end()
    parts.append((text[end:], end, True))
    starts = []
    length = 0
    for words, _, _ in parts:
        starts.append(length)
        length += len(words)
    return Plain(
        "".join(words for words, _, _ in parts),
        tuple(starts),
        tuple(offset for _, offset, _ in parts),
        tuple(whole for _, _, whole in parts),
    )


def _percent(text: str) -> str:
    return unquote_to_bytes(text).decode("utf-8", "replace")


def _puny(text: str) -> str:
    """Read a label of a host's name as it is meant (RFC 3492)."""
    try:
        return text[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return text


def _escape(text: str) -> str:
    def one(match: re.Match[str]) -> str:
        number = int(next(group for group in match.groups() if group), 16)
        return chr(number) if number <= maxunicode else " "

    pairs = ESCAPED.sub(one, text).encode("utf-16", "surrogatepass")
    return pairs.decode("utf-16", "replace")


DECODE: dict[str, Callable[[str], str]] = {
    "entity": unescape,
    "puny": _puny,
    "percent": _percent,
    "escape": _escape,
}


@cache
def characters(wanted: str) -> str:
    """Give a Unicode category, `Cf` or all of `M`, as ranges of a regular expression's class."""
    found = [n for n in range(maxunicode + 1) if category(chr(n)).startswith(wanted)]
    spans: list[list[int]] = []
    for number in found:
        if spans and spans[-1][1] == number - 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in spans)


@cache
def _coded() -> re.Pattern[str]:
    return re.compile(f"{CODED}|(?P<format>[{characters('Cf')}]+)")


@cache
def _marked() -> re.Pattern[str]:
    return re.compile(f"{CODED}|(?P<format>[{characters('Cf')}]+){MARKUP}")
