"""Fields of sources, written into their YAML as a diff; every other byte stays as it was."""

import json
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path as FilePath
from typing import Any

from third_reader.reading.yaml12 import Path, Yaml, parse_yaml

BOM = "\ufeff"
WORD = re.compile(r"[\w.-]+")
PAIR = re.compile(r"""["']?[\w-]+["']?\s*:\s*(?P<word>["']?[\w.-]+["']?)(?P<comma>\s*,\s*)?""")

Fields = Mapping[str, object]
"""What is to stand under `custom`: words, or a list of maps of words; None: it is taken out."""


class NotAmendedError(Exception):
    """A file is written in a way that a program cannot add to."""


@dataclass(frozen=True, slots=True)
class _Edit:
    at: int
    """Index in the text."""
    until: int
    words: str


def patch(file: FilePath, shown: str, wanted: Mapping[str, Fields]) -> str:
    """Give a unified diff, for `git apply`, that gives sources of a file their fields.

    `wanted` is by id of the source; empty if nothing is to be changed. Raises OSError when the
    file cannot be read, NotAmendedError when it cannot be changed by a program.
    """
    before = file.read_bytes().decode("utf-8")
    after = amended(before, wanted)
    if before == after:
        return ""
    end = "\t" if " " in shown else ""
    lines = unified_diff(_lines(before), _lines(after), f"a/{shown}{end}", f"b/{shown}{end}")
    return "".join(
        one if one.endswith("\n") else f"{one}\n\\ No newline at end of file\n" for one in lines
    )


def amended(text: str, wanted: Mapping[str, Fields]) -> str:
    """Give the text of a file of sources with other fields; raises NotAmendedError."""
    bare = text.removeprefix(BOM)
    yaml = parse_yaml(bare, "")
    expected: Any = deepcopy(yaml.value)
    edits: list[_Edit] = []
    for base, item in _items(expected):
        fields = wanted.get(str(item.get("id")), {})
        new = {name: value for name, value in fields.items() if item["custom"].get(name) != value}
        if new:
            edits += _edits(bare, yaml, (*base, "custom"), new)
            kept = {**item["custom"], **new}
            item["custom"] = {name: value for name, value in kept.items() if value is not None}
    for edit in sorted(edits, key=lambda one: (one.at, one.until), reverse=True):
        bare = bare[: edit.at] + edit.words + bare[edit.until :]
    if parse_yaml(bare, "").value != expected:
        message = "it is written in a way that a program cannot add to; write it by hand"
        raise NotAmendedError(message)
    return text[: len(text) - len(text.removeprefix(BOM))] + bare


def _items(value: Any) -> Iterator[tuple[Path, Any]]:
    base: Path = ()
    if isinstance(value, dict):
        value, base = value.get("references"), ("references",)
    for number, item in enumerate(value if isinstance(value, list) else []):
        if isinstance(item, dict) and isinstance(item.get("custom"), dict):
            yield (*base, number), item


def _edits(text: str, yaml: Yaml, custom: Path, new: Fields) -> Iterator[_Edit]:
    """Give the changes of one source: words replaced where they stand, the others beside `kind`."""
    added = {}
    for name, value in new.items():
        place = yaml.values.get((*custom, name))
        if value is None:
            yield _removal(text, yaml, custom, name)
            continue
        if place is None:
            added[name] = value
            continue
        at = _index(text, place)
        found = WORD.match(text, at)
        if not found or not isinstance(value, str):
            message = f"its {name!r} is no word; write it by hand"
            raise NotAmendedError(message)
        yield _Edit(at, found.end(), value)
    if added:
        yield _addition(text, yaml, custom, added)


def _removal(text: str, yaml: Yaml, custom: Path, name: str) -> _Edit:
    """Take out a key with its word: its line, or what stands between two commas."""
    at = _index(text, yaml.keys[(*custom, name)])
    pair = PAIR.match(text, at)
    if not pair:
        message = f"its {name!r} is no word; take it out by hand"
        raise NotAmendedError(message)
    if text[_index(text, yaml.values[custom])] == "{":
        if pair["comma"]:
            return _Edit(at, pair.end(), "")
        return _Edit(text.rindex(",", 0, at), pair.end("word"), "")
    end = text.find("\n", at)
    return _Edit(text.rfind("\n", 0, at) + 1, end + 1 if end >= 0 else len(text), "")


def _addition(text: str, yaml: Yaml, custom: Path, added: Fields) -> _Edit:
    beside = (*custom, "read") if (*custom, "read") in yaml.keys else (*custom, "kind")
    key = _index(text, yaml.keys[beside])
    if text[_index(text, yaml.values[custom])] == "{":
        quote = text[key] == '"'
        words = "".join(f"{_pair(name, value, quote)}, " for name, value in added.items())
        return _Edit(key, key, words)
    indent = " " * (yaml.keys[beside][1] - 1)
    end = text.find("\n", key)
    lines = [indent + _pair(name, value, quote=False) for name, value in added.items()]
    line_end = "\r\n" if "\r\n" in text else "\n"
    if end < 0:
        return _Edit(len(text), len(text), "".join(f"{line_end}{line}" for line in lines))
    return _Edit(end + 1, end + 1, "".join(f"{line}{line_end}" for line in lines))


def _pair(name: str, value: object, quote: bool) -> str:
    if quote:
        return f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}"
    return f"{name}: {_written(value)}"


def _written(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}: {_written(one)}' for name, one in value.items())}}}"
    words = str(value)
    return words if WORD.fullmatch(words) else json.dumps(words, ensure_ascii=False)


def _index(text: str, place: tuple[int, int]) -> int:
    line, column = place
    at = 0
    for _ in range(line - 1):
        at = text.index("\n", at) + 1
    return at + column - 1


def _lines(text: str) -> list[str]:
    """Cut at line feeds alone, as git does."""
    return [line for line in re.split(r"(?<=\n)", text) if line]
