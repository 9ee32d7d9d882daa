"""A file that the site publishes beside its pages, and the layouts that such files have."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from json.encoder import encode_basestring


@dataclass(frozen=True, slots=True)
class Artifact:
    """One published file."""

    address: str
    """Within the site, from its root: `/data/claims.json`."""
    data: bytes


def records(address: str, values: Iterable[Mapping[str, object]]) -> Artifact:
    """Lay records out as a JSON array, one a line: a change of one record changes one line."""
    lines = [_JSON.encode(value) for value in values]
    text = "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"
    return Artifact(address, text.encode("utf-8"))


def document(address: str, value: object) -> Artifact:
    """Lay a value out as JSON over many lines, two spaces deep."""
    text = _deep(value, "\n")
    return Artifact(address, f"{text}\n".encode())


def lines(address: str, values: Iterable[str]) -> Artifact:
    """Lay lines out as a text file."""
    return Artifact(address, "".join(f"{line}\n" for line in values).encode("utf-8"))


def _deep(value: object, line: str) -> str:
    """Give JSON over many lines; `line` begins one where the value does.

    The encoder of the library does so too, but slowly: only what it writes on one line is fast.
    """
    if isinstance(value, str):
        return encode_basestring(value)
    deeper = f"{line}  "
    if isinstance(value, Mapping) and value:
        parts = [f"{encode_basestring(key)}: {_deep(one, deeper)}" for key, one in value.items()]
        return f"{{{deeper}{f',{deeper}'.join(parts)}{line}}}"
    if isinstance(value, list | tuple) and value:
        parts = [_deep(one, deeper) for one in value]
        return f"[{deeper}{f',{deeper}'.join(parts)}{line}]"
    return _JSON.encode(value)


def _plain(value: object) -> object:
    """Give what JSON has no form for: dates of a source's own fields, and frozen mappings."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    message = f"no JSON form for {type(value).__name__}"
    raise TypeError(message)


_JSON = json.JSONEncoder(ensure_ascii=False, default=_plain)
