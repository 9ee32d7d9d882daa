"""A file that the site publishes beside its pages, and the layouts that such files have."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Artifact:
    """One published file."""

    address: str
    """Within the site, from its root: `/data/claims.json`."""
    data: bytes


def records(address: str, values: Iterable[Mapping[str, object]]) -> Artifact:
    """Lay records out as a JSON array, one a line: a change of one record changes one line."""
    lines = [_json(value, indent=None) for value in values]
    text = "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"
    return Artifact(address, text.encode("utf-8"))


def document(address: str, value: object) -> Artifact:
    """Lay a value out as JSON over many lines, two spaces deep."""
    return Artifact(address, f"{_json(value, indent=2)}\n".encode())


def lines(address: str, values: Iterable[str]) -> Artifact:
    """Lay lines out as a text file."""
    return Artifact(address, "".join(f"{line}\n" for line in values).encode("utf-8"))


def _json(value: object, indent: int | None) -> str:
    return _LAYOUTS[indent].encode(value)


def _plain(value: object) -> object:
    """Give what JSON has no form for: dates of a source's own fields, and frozen mappings."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    message = f"no JSON form for {type(value).__name__}"
    raise TypeError(message)


_LAYOUTS = {
    indent: json.JSONEncoder(ensure_ascii=False, indent=indent, default=_plain)
    for indent in (None, 2)
}
