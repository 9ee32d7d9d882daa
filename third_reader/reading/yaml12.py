"""YAML 1.2 (core schema) with positions, read from events: nothing is built that is refused.

No anchors, aliases, tags, directives, second documents, merge or duplicate keys; every key is a
string (FORMAT, section 2; limits: docs/security.md). A date stays the string that was written;
the schemas judge it.
"""

import math
import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.position import Position
from third_reader.model.wording import quoted
from third_reader.reading.characters import faults
from third_reader.reading.text import CHARACTER

Path = tuple[str | int, ...]

MOST_DEPTH = 16
SLIPS = {
    "mapping values are not allowed": "a colon too many stands here, or the line above has none "
    "with a space behind it; put words that hold a colon in quotes",
    "tab character": "a tab stands here; indent with spaces",
    "could not find expected ':'": "a key has no colon with a space behind it; write 'key: value', "
    "and indent what goes on in a further line",
    "found unexpected end of stream": "a quotation mark that opens here is never closed; close it",
    "while parsing a flow": "a comma or a closing bracket is missing before this place; put words "
    "that hold a bracket or a comma in quotes",
    "did not find expected": "the line does not fit what stands above it; look for an indentation "
    "that differs, and for a bracket or a quotation mark that is not closed",
}
"""What PyYAML says of the slips that authors make most, and what they are to do."""
FIRST = {
    "\t": "a tab stands here; indent with spaces",
    "@": "a value may not begin with '@'; put it in quotes",
    "`": "a value may not begin with '`'; put it in quotes",
    "%": "a value may not begin with '%'; put it in quotes",
}
"""By the character that YAML lets no value begin with."""
MOST_NODES = 200_000
LONGEST_SCALAR = 16 * 1024
"""In bytes of UTF-8."""
MOST_DIGITS = 20

INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
NUMERIC = frozenset("-+.0123456789")
"""What a number begins with."""
WORDS: dict[str, object] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip

SYNTAX = Code(
    "yaml-syntax",
    "The YAML cannot be read at this place. Often a colon, a bracket or an at sign in a text needs "
    "quotes round the whole value.",
)
REFUSED = Code(
    "yaml-refused",
    "Anchors, aliases, tags, directives and second documents are YAML that the format does not "
    "take: write the value out.",
)
DUPLICATE = Code("yaml-duplicate-key", "A key stands twice in one map; one of them would be lost.")
LIMIT = Code(
    "yaml-limit", "The YAML is deeper, longer or larger than the format allows, so it is not read."
)


@dataclass(slots=True)
class Yaml:
    """A value, where each part of it stands, and what is wrong with it."""

    value: object = None
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    """Line and column of each value, by its path from the root; of a text, its first letter."""
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    """Line and column of each key."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


Mark = Any
"""A mark of PyYAML's, of its own reader or of libyaml's: they share no type."""


class _RefusedError(Exception):
    """Reading cannot go on."""

    def __init__(self, code: Code, mark: Mark, message: str) -> None:
        super().__init__(message)
        self.code, self.mark, self.message = code, mark, message


def parse_yaml(text: str, path: str, first_line: int = 1) -> Yaml:
    """Read one YAML document; what is wrong stands in its diagnostics and then `value` is None.

    `first_line` is the line of the file that the text begins on.
    """
    return _Reader(path, first_line).read(text)


class _Reader:
    def __init__(self, path: str, first_line: int) -> None:
        self._path = path
        self._first = first_line
        self._done = Yaml()
        self._nodes = 0

    def read(self, text: str) -> Yaml:
        try:
            self._events = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
            self._document()
        except _RefusedError as refused:
            self._fail(refused.code, refused.mark, refused.message)
        except yaml.MarkedYAMLError as error:
            mark, told = _slip(error, text)
            self._fail(SYNTAX, mark, f"this is not YAML: {told}")
        except yaml.YAMLError as error:
            self._fail(SYNTAX, None, f"this is not YAML: {quoted(str(error))}")
        return self._done

    def _fail(self, code: Code, mark: Mark, message: str) -> None:
        line, column = self._place(mark) if mark else (self._first, 1)
        self._done.diagnostics.append(code.error(Position(self._path, line, column), message))
        self._done.value = None

    def _place(self, mark: Mark) -> tuple[int, int]:
        return mark.line + self._first, mark.column + 1

    def _document(self) -> None:
        next(self._events)
        event: Any = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            return
        if event.version or event.tags:
            raise _RefusedError(
                REFUSED, event.start_mark, "directives are not read; remove this line"
            )
        self._done.value = self._node(next(self._events), ())
        next(self._events)
        after: Any = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise _RefusedError(
                REFUSED, after.start_mark, "a second document begins here; keep one to a file"
            )

    def _node(self, event: Any, path: Path) -> object:
        self._judge(event, path)
        self._done.values[path] = self._place(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    def _judge(self, event: Any, path: Path) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise _RefusedError(
                REFUSED,
                event.start_mark,
                f"alias {quoted(f'*{event.anchor}')} is not read; write it out",
            )
        if event.anchor:
            raise _RefusedError(
                REFUSED,
                event.start_mark,
                f"anchor {quoted(f'&{event.anchor}')} is not read; remove it",
            )
        if event.tag:
            raise _RefusedError(
                REFUSED, event.start_mark, f"tag {quoted(event.tag)} is not read; remove it"
            )
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise _RefusedError(
                LIMIT, event.start_mark, f"this is more than {MOST_NODES} values; split the file"
            )
        if len(path) > MOST_DEPTH:
            told = f"this stands deeper than {MOST_DEPTH} levels; put fewer into each other"
            raise _RefusedError(LIMIT, event.start_mark, told)

    def _scalar(self, event: yaml.ScalarEvent, path: Path) -> object:
        self._letters(event)
        if event.style in {"'", '"'}:
            line, column = self._done.values[path]
            self._done.values[path] = (line, column + 1)
        elif event.style in {"|", ">"}:
            self._done.values[path] = (self._done.values[path][0] + 1, 1)
        plain = event.style in {None, ""} and event.implicit[0]
        try:
            return _resolve(event.value) if plain else event.value
        except ValueError as fault:
            raise _RefusedError(LIMIT, event.start_mark, str(fault)) from fault

    def _letters(self, event: Any) -> None:
        """Judge what a key or a value is written with."""
        size = len(event.value)
        if size > LONGEST_SCALAR // 4 and len(event.value.encode()) > LONGEST_SCALAR:
            told = f"this text has more than {LONGEST_SCALAR} bytes; shorten it"
            raise _RefusedError(LIMIT, event.start_mark, told)
        if not event.value.isascii() or not event.value.isprintable():
            for _, told in faults(event.value):
                raise _RefusedError(CHARACTER, event.start_mark, told)

    def _sequence(self, path: Path) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, object]:
        items: dict[str, object] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, path)
            if key in items:
                raise _RefusedError(
                    DUPLICATE, event.start_mark, f"key {quoted(key)} stands twice here; keep one"
                )
            where = (*path, key)
            self._done.keys[where] = self._place(event.start_mark)
            items[key] = None
            items[key] = self._node(next(self._events), where)
        return items

    def _key(self, event: Any, path: Path) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._judge(event, path)
            raise _RefusedError(SYNTAX, event.start_mark, "a key must be one word or text")
        self._judge(event, path)
        self._letters(event)
        if "\n" in event.value:
            raise _RefusedError(SYNTAX, event.start_mark, "a key must stand on one line")
        return str(event.value)


def _slip(error: yaml.MarkedYAMLError, text: str) -> tuple[Mark, str]:
    """Give where a fault is and what to do about it; the parser's own words, if no others fit."""
    told = " ".join(str(part) for part in (error.context, error.problem) if part)
    mark = error.problem_mark
    if "cannot start any token" in told and mark is not None:
        line = text.split("\n")[mark.line]
        return mark, FIRST.get(line[mark.column : mark.column + 1], quoted(told))
    for words, remedy in SLIPS.items():
        if words in told:
            never_closed = words == "found unexpected end of stream" and error.context_mark
            return (error.context_mark if never_closed else mark), remedy
    return mark, quoted(told)


def _resolve(value: str) -> object:
    """Give what a plain scalar means in the core schema (YAML 1.2.2, section 10.3.2).

    Raises ValueError, in an author's words, when it is a number beyond all use.
    """
    if value in WORDS:
        return WORDS[value]
    if value[0] not in NUMERIC:
        return value
    whole = INT.fullmatch(value)
    if not whole and not FLOAT.fullmatch(value):
        return value
    if sum(map(str.isalnum, value)) > MOST_DIGITS:
        message = f"a number has at most {MOST_DIGITS} digits; put it in quotes if it is a text"
        raise ValueError(message)
    if whole:
        return int(value, 0) if value[:2] in {"0o", "0x"} else int(value)
    if not math.isfinite(number := float(value)):
        message = "this number is too large to be kept; put it in quotes if it is a text"
        raise ValueError(message)
    return number
