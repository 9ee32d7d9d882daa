"""`/data/schema/*.json`: what each export and each kind of front matter holds (JSON Schema)."""

import json
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from third_reader.exports.artifact import Artifact
from third_reader.model.site import Site

FOLDER = "/data/schema"


def export(_: Site) -> Iterable[Artifact]:
    """Give the schemas of the exports by name, and those of what editors write."""
    for name, text in _texts("third_reader.exports"):
        yield Artifact(f"{FOLDER}/{name}", text)
    for name, text in _texts("third_reader.reading"):
        yield Artifact(f"{FOLDER}/{name}", text)


def schema(name: str) -> dict[str, Any]:
    """Give the schema of an export by its name, `claims`; empty if it has none."""
    file = files("third_reader.exports") / "schemas" / f"{name}.json"
    found: dict[str, Any] = json.loads(file.read_bytes()) if file.is_file() else {}
    return found


def _texts(package: str) -> list[tuple[str, bytes]]:
    folder = files(package) / "schemas"
    return sorted((file.name, file.read_bytes()) for file in folder.iterdir())
