"""Names found by keyed hashes: folding, tokens, and every run of them (docs/security.md)."""

import hmac
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from unicodedata import category, normalize

from third_reader.checks.withheld.listing import Withheld
from third_reader.checks.withheld.plain import characters, readings

FoldHan = Callable[[str], str]
"""Gives the simplified form of one Han character, and any other character as it is.

It comes from OpenCC's table of characters, `t2s` without its phrases, so that each character
counts on its own; a site without OpenCC gives `str`, and then finds a Han name only in the script
that its hash was made from.
"""

HAN = (
    "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    + ("\U00020000-\U0003ffff")
)
MOST_TOKENS = 6
MOST_HAN = 10
LONGEST = 200
"""Characters past which a run is no name: a text without spaces costs no more than another."""
MOST_SEEN = 250_000
"""Runs that are remembered as no names, before they are forgotten to spare memory."""


def fold(text: str, fold_han: FoldHan) -> str:
    """Give what of a name counts: letters, marks and numbers, without width, case and script."""
    simple = "".join(map(fold_han, normalize("NFKC", text)))
    return "".join(char for char in simple.casefold() if category(char)[0] in "LMN")


def digest(name: str, salt: bytes, key: bytes, fold_han: FoldHan) -> str:
    """Give the hash that stands in the list for a name: 64 hex digits."""
    return hmac.digest(key, salt + fold(name, fold_han).encode(), "sha256").hex()


def find_withheld(text: str, withheld: Withheld, key: bytes, fold_han: FoldHan) -> Iterator[int]:
    """Give where withheld names begin in a text, in ascending order, each place once."""
    yield from Finder(withheld, key, fold_han).find(text)


@dataclass(slots=True)
class Finder:
    """Looks into many texts; keeps nothing but what is no name, and that in memory only."""

    withheld: Withheld
    key: bytes = field(repr=False)
    fold_han: FoldHan
    _hash: hmac.HMAC = field(init=False, repr=False)
    _seen: set[str] = field(default_factory=set, init=False, repr=False)

    def __post_init__(self) -> None:
        """Begin the hash with what all names share."""
        self._hash = hmac.new(self.key, self.withheld.salt, "sha256")

    def find(self, text: str) -> list[int]:
        """Give where withheld names begin, in ascending order, each place once."""
        found: set[int] = set()
        for reading in readings(text):
            normal = normalize("NFKC", reading.text)
            for place in self._places(normal):
                back = place if normal == reading.text else _before(reading.text, normal, place)
                found.add(reading.written(back))
        return sorted(found)

    def plainly(self, text: str) -> bool:
        """Tell whether a text holds a withheld name that nobody has hidden."""
        return any(True for _ in self._places(normalize("NFKC", text)))

    def holds(self, text: str) -> bool:
        """Tell whether a text holds a withheld name."""
        return bool(self.find(text))

    def _places(self, text: str) -> Iterator[int]:
        matches = list(_tokens().finditer(text))
        tokens = [self._folded(match.group()) for match in matches]
        han = [match.lastgroup == "han" for match in matches]
        for number, match in enumerate(matches):
            if any(self._withheld(run) for run in _runs(tokens, han, number)):
                yield match.start()

    def _folded(self, token: str) -> str:
        if token.isascii():
            return token.casefold()
        return fold(token, self.fold_han)

    def _withheld(self, run: str) -> bool:
        if run in self._seen:
            return False
        hashed = self._hash.copy()
        hashed.update(run.encode("utf-8", "replace"))
        if hashed.digest() in self.withheld.names:
            return True
        if len(self._seen) >= MOST_SEEN:
            self._seen.clear()
        self._seen.add(run)
        return False


def _runs(tokens: list[str], han: list[bool], first: int) -> Iterator[str]:
    """Give the runs that begin with a token: of 1 to 6 of any kind, of up to 10 Han characters."""
    run = ""
    all_han = True
    for number, token in enumerate(tokens[first : first + MOST_HAN]):
        all_han = all_han and han[first + number]
        run += token
        if (number >= MOST_TOKENS and not all_han) or len(run) > LONGEST:
            return
        yield run


def _before(text: str, normal: str, place: int) -> int:
    """Give where a character of a text in NFKC stood before; exact to the line, near in it."""
    lines = normal.count("\n", 0, place)
    start = 0
    for _ in range(lines):
        start = text.index("\n", start) + 1
    within = place - (normal.rfind("\n", 0, place) + 1)
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)]
    low, high = 0, len(line)
    while low < high:
        middle = (low + high) // 2
        if len(normalize("NFKC", line[: middle + 1])) > within:
            high = middle
        else:
            low = middle + 1
    return start + low


@cache
def _tokens() -> re.Pattern[str]:
    """Give one Han character, or a longest run of other letters, marks and numbers."""
    return re.compile(f"(?P<han>[{HAN}])|(?P<word>(?:(?![{HAN}])(?:[^\\W_]|[{characters('M')}]))+)")
