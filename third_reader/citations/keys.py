"""Keys: where an `@` cites, and how far its key goes (Pandoc manual, "Citation syntax").

One departure: a CJK character before the `@` counts as a space, since CJK text has none.
"""

import re
from dataclasses import dataclass
from typing import Literal

_PLAIN = re.compile(r"\w(?:\w|[:.#$%&\-+?<>~/](?=\w)|[:/](?=/))*")
_BRACED = re.compile(r"\{([^\s{}\x02\x03]+)\}")
_CJK = re.compile(
    r"[\u3005-\u3007\u3031-\u3035\u303b\u3040-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff"
    r"\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff]"
)
_LOCAL_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]*\Z")
_DOMAIN = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?![A-Za-z0-9])")
_REMOTE_PATH = re.compile(r":(?=[\w~/])[\w./~@+-]+")
_CLOSING_EMPHASIS = re.compile(r"[^\W_](\*+|_+)\Z")
_LONGEST_LOOK_BACK = 64


@dataclass(frozen=True, slots=True)
class At:
    """What one `@` is."""

    sign: Literal["key", "lone", "glued", "address"]
    """`glued`: directly after a letter, a digit or a full stop, with what would be its key."""
    start: int
    """Index of the `@`, or of a minus before it."""
    end: int
    key: str = ""


def _is_letter(character: str) -> bool:
    """Tell whether this is a letter or digit of a script with spaces."""
    return character.isalnum() and not _CJK.match(character)


def read_at(text: str, index: int, key_end: int) -> At:
    """Tell what the `@` (or full-width `＠`) at an index is; `key_end` is where the last key ended.

    Addresses come from the rule that e-mail addresses hold no citation: those whose local part
    ends in a letter need none, but `user_@example.org` and `git@example.org:team/@scope` do.
    """
    domain = _DOMAIN.match(text, index + 1) if text[index] == "@" else None
    if index != key_end and _is_glued(text, index):
        return _glued(text, index, domain)
    if domain and text[index - 1 : index] in ("_", "+", "%") and _has_local_part(text, index):
        return At("address", index, domain.end())
    minus = _has_minus(text, index, key_end)
    start = index - 1 if minus else index
    if text[index] == "@" and (found := _PLAIN.match(text, index + 1)):
        return At("key", start, found.end(), found.group())
    if text[index] == "@" and (found := _BRACED.match(text, index + 1)):
        return At("key", start, found.end(), found.group(1))
    return At("lone", start, index + 1)


def _glued(text: str, index: int, domain: re.Match[str] | None) -> At:
    if domain and (path := _REMOTE_PATH.match(text, domain.end())):
        return At("address", index, path.end())
    found = _PLAIN.match(text, index + 1) if text[index] == "@" else None
    if found:
        return At("glued", index, found.end(), found.group())
    return At("address", index, index + 1)


def _is_glued(text: str, index: int) -> bool:
    last = text[index - 1 : index]
    if last == "." or _is_letter(last):
        return True
    before = text[max(0, index - _LONGEST_LOOK_BACK) : index]
    closing = _CLOSING_EMPHASIS.search(before) if before.endswith(("*", "_")) else None
    if not closing or not _is_letter(before[closing.start()]):
        return False
    # `**word**@key` reads as `word@key`; in `word*@key*` the mark opens instead.
    mark = re.escape(closing.group(1))
    marks = [*re.finditer(rf"(?<![*_]){mark}(?![*_])", before[: closing.start() + 1])]
    return bool(marks) and not before[marks[-1].end()].isspace()


def _has_local_part(text: str, index: int) -> bool:
    return bool(_LOCAL_PART.search(text[max(0, index - _LONGEST_LOOK_BACK) : index]))


def _has_minus(text: str, index: int, key_end: int) -> bool:
    if text[index - 1 : index] != "-":
        return False
    # Two hyphens are a typed dash.
    is_dash = text[max(0, index - 2) : index] == "--"
    return not is_dash and (index - 1 == key_end or not _is_glued(text, index - 1))
