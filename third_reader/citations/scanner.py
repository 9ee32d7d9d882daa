"""One pass over an inline text: everything in it that matters to citations, and nothing else.

What can hold no citation (code, escapes, addresses, tags, entities, glossary terms) becomes opaque
here; brackets find their partners once. So what follows never scans text again: no input takes
more than linear time.
"""

import html
import re
from itertools import accumulate

from third_reader.citations.keys import read_at
from third_reader.citations.tokens import Scan, Sign, Token

_ENDS_ADDRESS = r"\s<>\[\]\x02\x03\"“”（）［］【】「」『』《》〈〉，。；：、！？…"
_SPECIAL = re.compile(
    rf"""
      (?P<stash>\x02[^\x02\x03]*\x03)
    | (?P<angle><(?:[A-Za-z][A-Za-z0-9+.-]{{1,31}}:[^\s<>]*|[^\s<>@]{{1,64}}@[^\s<>@]+)>)
    | (?P<tag></?[A-Za-z][^<>]*>|<!--[^<>]*-->)
    | (?P<address>[Hh][Tt][Tt][Pp][Ss]?://
        (?:\x02[^\x02\x03]*\x03|(?!;-?@|;\s|@\{{)[^{_ENDS_ADDRESS}])+)
    | (?P<entity>&(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});)
    | (?P<term>\[\[(?P<term_id>[a-z0-9][a-z0-9-]*)(?:\|(?P<term_words>[^\[\]\n@]+))?\]\](?!\())
    | (?P<at>[@＠])
    | (?P<open>\[)
    | (?P<close>\])
    | (?P<separator>[;；])
    """,
    re.VERBOSE,
)
_BEGINS = re.compile(r"[\x02<&@＠\[\];；]")
"""What each of these begins with, addresses apart: one set of characters is found fast."""
_BEGINS_OR_ADDRESS = re.compile(r"[\x02<&@＠\[\];；Hh]")
_TARGET_WITH_QUOTES = re.compile(
    r"""\((?:\s*<[^<>\n]{0,2000}>(?:\s+"[^"]{0,300}")?|[^()\s]{0,2000}\s+"[^"]{0,300}")\s*\)"""
)
_ESCAPE = re.compile(r"\x02(\d{1,6})\x03")


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.parent: list[int] = []
        self.partner: dict[int, int] = {}
        self.linked: set[int] = set()
        self._open: list[int] = []
        self._key_end = -1
        self._round: dict[int, int] | None = None

    def run(self) -> Scan:
        position = 0
        begins = _BEGINS_OR_ADDRESS if "://" in self.text else _BEGINS
        while begin := begins.search(self.text, position):
            found = _SPECIAL.match(self.text, begin.start())
            position = self._read(found) if found else begin.end()
        keys = (token.sign is Sign.KEY for token in self.tokens)
        return Scan(
            self.text,
            tuple(self.tokens),
            self.partner,
            tuple(self.parent),
            frozenset(self.linked),
            tuple(accumulate(keys, initial=0)),
        )

    def _read(self, found: re.Match[str]) -> int:
        match found.lastgroup:
            case "at":
                return self._at(found.start())
            case "open":
                self._open.append(self._add(Sign.OPEN, found.start(), found.end()))
                return found.end()
            case "close":
                return self._close(found.start())
            case "separator":
                self._add(Sign.SEPARATOR, found.start(), found.end(), found.group())
                return found.end()
            case _:
                return self._opaque(found)

    def _add(self, sign: Sign, start: int, end: int, text: str = "", *, whole: bool = False) -> int:
        self.tokens.append(Token(sign, start, end, text, whole))
        self.parent.append(self._open[-1] if self._open else -1)
        return len(self.tokens) - 1

    def _at(self, index: int) -> int:
        at = read_at(self.text, index, self._key_end)
        match at.sign:
            case "key":
                self._add(Sign.KEY, at.start, at.end, at.key)
                self._key_end = at.end
            case "lone":
                self._add(Sign.LONE, at.start, at.end)
            case "glued":
                self._add(Sign.GLUED, at.start, at.end, at.key)
            case "address":
                self._add(Sign.OPAQUE, at.start, at.end, self.text[at.start : at.end])
        return at.end

    def _close(self, index: int) -> int:
        end = index + 1
        if not self._open:
            self._add(Sign.CLOSE, index, end)
            return end
        opening = self._open.pop()
        if self.text.startswith("(", end) and (target_end := self._target_end(end)):
            self.linked.add(opening)
            end = target_end
        self.partner[opening] = self._add(Sign.CLOSE, index, end)
        return end

    def _target_end(self, start: int) -> int | None:
        if found := _TARGET_WITH_QUOTES.match(self.text, start):
            return found.end()
        if self._round is None:
            self._round = _round_partners(self.text)
        closing = self._round.get(start)
        return closing + 1 if closing is not None else None

    def _opaque(self, found: re.Match[str]) -> int:
        written, end = found.group(), found.end()
        words, whole = written, False
        match found.lastgroup:
            case "stash":
                character = _character(written)
                words, whole = character or written, character is None
            case "angle":
                words, whole = written[1:-1].removeprefix("mailto:"), True
            case "address":
                words = _without_end_marks(written)
                end = found.start() + len(words)
            case "entity":
                words = html.unescape(written)
                if words == written:
                    return found.start() + 1
            case "term":
                words, whole = _term_words(found), True
        self._add(Sign.OPAQUE, found.start(), end, words, whole=whole)
        return end


def scan(text: str) -> Scan:
    """Find the tokens of an inline text."""
    return _Scanner(text).run()


def _character(placeholder: str) -> str | None:
    found = _ESCAPE.fullmatch(placeholder)
    return chr(int(found.group(1))) if found else None


def _term_words(found: re.Match[str]) -> str:
    words: str | None = found["term_words"]
    return words or found["term_id"].replace("-", " ")


def _without_end_marks(address: str) -> str:
    depth = 0
    for index, character in enumerate(address):
        depth += (character == "(") - (character == ")")
        if depth < 0:
            address = address[:index]
            break
    return address.rstrip(".,:;!?'*_")


def _round_partners(text: str) -> dict[int, int]:
    partners: dict[int, int] = {}
    opened: list[int] = []
    for found in re.finditer(r"[()]", text):
        if found.group() == "(":
            opened.append(found.start())
        elif opened:
            partners[opened.pop()] = found.start()
    return partners
