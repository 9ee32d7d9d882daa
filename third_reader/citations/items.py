"""The inside of a bracket that cites: its items, or what is wrong with it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from third_reader.citations import nearmiss
from third_reader.citations.locators import Located, locate
from third_reader.citations.tokens import Scan, Sign, Token
from third_reader.citations.words import Words
from third_reader.model.citation import CiteItem, Mode, NearMiss

_DASH = re.compile(r"-{1,3}|[\u2010-\u2015\u2212\uff0d]")
_GLUED_DASH = re.compile(r"(?:^|\s)[\u2010-\u2013\u2212\uff0d]\Z")
_BEFORE_KEY = re.compile(r"[(（［【{]\s*\Z")
_CLOSING = ")）］】}]"
_REACH = 16
"""Characters of white space between a bracket and its key that are looked through."""
_AFTER_KEY = re.compile(r"\s*[)）］】}\],，;；、]")


@dataclass(frozen=True, slots=True)
class Inside:
    """What a bracket holds."""

    lead: Located | None
    """What it says of the in-text key before it; None when it says nothing."""
    items: tuple[CiteItem, ...]


@dataclass(frozen=True, slots=True)
class _Segment:
    """What stands between two separators."""

    start: int
    end: int
    keys: tuple[Token, ...]
    keys_deeper: bool
    """Whether a bracket in it holds a key."""


def read_bracket(
    scan: Scan, opening: int, is_reference: Callable[[str], bool], *, after_key: bool
) -> Inside | NearMiss:
    """Read a closed bracket; directly after an in-text key its first item may lack a key."""
    words = Words(scan, opening, is_reference)
    start, end = scan.tokens[opening].start, scan.end(opening)
    top = scan.top(opening)
    separators = [index for index in top if _separates(scan.tokens[index], words)]
    segments = tuple(_segments(scan, opening, top, separators))
    found = (
        _bad_key(scan, words, opening, top)
        or _bad_segments(scan, opening, segments, after_key=after_key)
        or _mixed(scan, start, end, separators)
        or _bad_minus(scan, words, start, end, segments)
    )
    if found:
        return found
    first = segments[0]
    lead = None if first.keys else locate(words.pieces(first.start, first.end))
    items = (_item(words, segment) for segment in segments if segment.keys)
    return Inside(lead, tuple(items))


def in_wrong_bracket(scan: Scan, token: Token) -> NearMiss | None:
    """Give the error if a key is the first thing in a bracket that does not cite, and ends there.

    Behind the key stands the bracket's end, a comma or a semicolon: `(@a)`, `（@a，第5頁）`.
    """
    before = _BEFORE_KEY.search(scan.text, max(0, token.start - _REACH), token.start)
    after = _AFTER_KEY.match(scan.text, token.end)
    if not before or not after:
        return None
    end = after.end() if after.group()[-1] in _CLOSING else token.end
    return nearmiss.wrong_bracket(scan, before.start(), end, (token,))


def mode_of(scan: Scan, token: Token, otherwise: Mode) -> Mode:
    """Give a key's mode: a minus leaves the author out."""
    return Mode.SUPPRESS_AUTHOR if scan.text[token.start] == "-" else otherwise


def _separates(token: Token, words: Words) -> bool:
    return token.sign is Sign.SEPARATOR and not words.in_markup(token.start, token.end)


def _segments(
    scan: Scan, opening: int, top: tuple[int, ...], separators: list[int]
) -> Iterator[_Segment]:
    tokens, keys = scan.tokens, [index for index in top if scan.tokens[index].sign is Sign.KEY]
    first, done = opening, 0
    for last in (*separators, scan.partner[opening]):
        behind = bisect_left(keys, last)
        own = tuple(tokens[index] for index in keys[done:behind])
        deeper = scan.keys_before[last] - scan.keys_before[first] > len(own)
        yield _Segment(tokens[first].end, tokens[last].start, own, deeper)
        first, done = last, behind


def _bad_key(scan: Scan, words: Words, opening: int, top: tuple[int, ...]) -> NearMiss | None:
    start, end = scan.tokens[opening].start, scan.end(opening)
    for index in top:
        token = scan.tokens[index]
        if token.sign is Sign.LONE:
            return nearmiss.without_key(scan, start, end, (start, end))
        if token.sign is Sign.OPEN and index in scan.linked and scan.has_keys(index):
            return nearmiss.as_link(scan, token.start, scan.end(index))
        if token.sign is not Sign.KEY:
            continue
        if words.in_markup(token.start, token.end):
            return nearmiss.emphasised(scan, start, end)
        if found := in_wrong_bracket(scan, token):
            return found
    return None


def _bad_segments(
    scan: Scan, opening: int, segments: tuple[_Segment, ...], *, after_key: bool
) -> NearMiss | None:
    start, end = scan.tokens[opening].start, scan.end(opening)
    for number, segment in enumerate(segments):
        may_lack_key = after_key and number == 0
        if len(segment.keys) > 1 or (segment.keys and segment.keys_deeper):
            return nearmiss.two_keys(scan, start, end, scan.keys_in(opening))
        if not segment.keys and not may_lack_key:
            return nearmiss.item_without_key(scan, start, end)
        if not segment.keys and segment.keys_deeper:
            return nearmiss.wrong_bracket(scan, start, end, scan.keys_in(opening))
    return None


def _mixed(scan: Scan, start: int, end: int, separators: list[int]) -> NearMiss | None:
    if len({scan.tokens[index].text for index in separators}) < 2:
        return None
    return nearmiss.mixed_separators(scan, start, end)


def _bad_minus(
    scan: Scan, words: Words, start: int, end: int, segments: tuple[_Segment, ...]
) -> NearMiss | None:
    for segment in segments:
        if not segment.keys or scan.text[segment.keys[0].start] == "-":
            continue
        prefix = words.plain(segment.start, segment.keys[0].start)
        if _DASH.fullmatch(prefix.strip()) or _GLUED_DASH.search(prefix):
            return nearmiss.no_minus(scan, start, end, segment.keys)
    return None


def _item(words: Words, segment: _Segment) -> CiteItem:
    (token,) = segment.keys
    located = locate(words.pieces(token.end, segment.end))
    return CiteItem(
        key=token.text,
        mode=mode_of(words.scan, token, Mode.NORMAL),
        prefix=words.plain(segment.start, token.start).strip(),
        locator_label=located.label,
        locator=located.locator,
        suffix=located.suffix,
        at=token.start,
    )
