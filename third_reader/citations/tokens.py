"""What the scanner finds in an inline text: tokens, and how its brackets belong together."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import Enum, auto

_SPACE = re.compile(r"\s")


class Sign(Enum):
    """What a token is."""

    OPAQUE = auto()
    KEY = auto()
    LONE = auto()
    """An `@` that could cite, without a key."""
    GLUED = auto()
    """An `@` and a key directly after a letter or digit: no citation, perhaps meant as one."""
    OPEN = auto()
    CLOSE = auto()
    SEPARATOR = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One thing in a text; `text[start:end]` is how it is written."""

    sign: Sign
    start: int
    end: int
    text: str = ""
    """Of a key the key, of opaque text its words."""
    whole: bool = False
    """Opaque text that counts as one word to a locator, whatever is in it."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A text and its tokens; everything else goes by the index of a token."""

    text: str
    tokens: tuple[Token, ...]
    partner: dict[int, int]
    """An opening bracket to its closing one."""
    parent: tuple[int, ...]
    """The bracket that a token stands in, closed or not; -1: none."""
    linked: frozenset[int]
    """The opening brackets of inline links; the closing one's token takes in the `(target)`."""
    keys_before: tuple[int, ...]
    """How many citing keys there are before each token."""

    def inside(self, opening: int) -> str:
        """Give what stands in a bracket, as written."""
        return self.text[self.tokens[opening].end : self.tokens[self.partner[opening]].start]

    def end(self, opening: int) -> int:
        """Give the index in the text behind a bracket, and behind its target if it is a link."""
        return self.tokens[self.partner[opening]].end

    def has_keys(self, opening: int) -> bool:
        """Tell whether a bracket holds a citing key at any depth."""
        return self.keys_before[opening] < self.keys_before[self.partner[opening]]

    def keys_in(self, opening: int) -> tuple[Token, ...]:
        """Give the citing keys in a bracket, at any depth."""
        inside = range(opening + 1, self.partner[opening])
        return tuple(self.tokens[one] for one in inside if self.tokens[one].sign is Sign.KEY)

    def top(self, opening: int) -> tuple[int, ...]:
        """Give the tokens directly in a bracket; of brackets in it, the opening ones alone."""
        found: list[int] = []
        index, last = opening + 1, self.partner[opening]
        while index < last:
            found.append(index)
            index = self.partner.get(index, index) + 1
        return tuple(found)

    def is_note_mark(self, opening: int) -> bool:
        """Tell whether a bracket is a footnote's mark, `[^1]`."""
        if not self.text.startswith("^", self.tokens[opening].end):
            return False
        inside = self.inside(opening)
        return len(inside) > 1 and not _SPACE.search(inside)

    def written(self, start: int, end: int) -> str:
        """Give a stretch of the text as its author wrote it, but for the code in it."""
        out: list[str] = []
        position = start
        first = bisect_left(self.tokens, start, key=lambda one: one.start)
        for index in range(first, len(self.tokens)):
            token = self.tokens[index]
            if token.start >= end:
                break
            if self.text[token.start] == "\x02":
                shown = "`…`" if token.whole else "\\" + token.text
                out += (self.text[position : token.start], shown)
                position = token.end
        out.append(self.text[position:end])
        return "".join(out)

    def touching(self, opening: int) -> int | None:
        """Give the closed bracket that follows a bracket with nothing between."""
        after = self.partner[opening] + 1
        if after in self.partner and self.tokens[after].start == self.end(opening):
            return after
        return None
