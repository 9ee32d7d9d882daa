"""`/data/datapackage.json`: all data as one package (Data Package 2.0, Frictionless).

It describes the other files, so it is made from them and not from the site alone.
"""

import csv
import hashlib
from collections.abc import Iterable, Mapping
from io import StringIO
from pathlib import PurePosixPath
from typing import Any

from third_reader.exports.artifact import Artifact, document
from third_reader.exports.dictionary import schema
from third_reader.model.dataset import DATA, LICENCE, LICENCE_ADDRESS
from third_reader.model.site import Site

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_MEDIA = {
    "bib": "application/x-bibtex",
    "csv": "text/csv",
    "ics": "text/calendar",
    "json": "application/json",
    "ris": "application/x-research-info-systems",
}
_TYPES = {"integer": "integer", "boolean": "boolean", "array": "array", "object": "object"}
"""JSON Schema to Table Schema; what is not here is a string."""


def datapackage(site: Site, artifacts: Iterable[Artifact]) -> tuple[Artifact, ...]:
    """Give the description of those of the artifacts that stand in `/data/` itself."""
    listed = sorted(artifacts, key=lambda one: one.address)
    resources = [_resource(one) for one in listed if _is_data(one.address)]
    if not resources:
        return ()
    days = [day for one in site.documents if (day := one.updated or one.date)]
    described: dict[str, object] = {
        "$schema": _PROFILE,
        "name": "third-reader",
        "title": site.config.name,
        "description": "Cases of messages that crossed a border and were read on the way: "
        "their claims, the grade of each, and the sources that they rest on.",
        **({"homepage": f"{site.config.url}/data/"} if site.config.url else {}),
        **({"version": max(days).isoformat()} if days else {}),
        "licenses": [
            {
                "name": LICENCE,
                "path": LICENCE_ADDRESS,
                "title": "Creative Commons Attribution 4.0 International",
            }
        ],
        "contributors": [{"title": site.config.name, "roles": ["author"]}],
        "resources": resources,
    }
    return (document(f"{DATA}datapackage.json", described),)


def _is_data(address: str) -> bool:
    if not address.startswith(DATA):
        return False
    path = PurePosixPath(address)
    return f"{path.parent}/" == DATA and path.suffix.lstrip(".") in _MEDIA


def _resource(artifact: Artifact) -> dict[str, object]:
    path = PurePosixPath(artifact.address)
    kind = path.suffix.lstrip(".")
    known = schema(path.stem)
    described = known.get("description")
    return {
        "name": f"{path.stem}-{kind}",
        "path": path.name,
        **({"title": known["title"], "description": described} if known else {}),
        "format": kind,
        "mediatype": _MEDIA[kind],
        "encoding": "utf-8",
        "bytes": len(artifact.data),
        "hash": f"sha256:{hashlib.sha256(artifact.data).hexdigest()}",
        **({"type": "table", "schema": _columns(artifact, known)} if kind == "csv" else {}),
        **({"jsonSchema": f"schema/{path.name}"} if known and kind == "json" else {}),
    }


def _columns(artifact: Artifact, known: Mapping[str, Any]) -> dict[str, object]:
    """Give the Table Schema of a CSV: the columns that it has, as its JSON's schema tells them."""
    header = next(csv.reader(StringIO(artifact.data.decode())))
    fields = known["items"]["properties"] if known else {}
    fields = {**fields, **fields.get("grades", {}).get("properties", {})}
    return {"fields": [_field(name, fields) for name in header], "missingValues": [""]}


def _field(name: str, fields: Mapping[str, Mapping[str, Any]]) -> dict[str, object]:
    stem, _, lang = name.partition("-")
    told = fields.get(name) or fields.get(stem, {})
    words = str(told.get("description", ""))
    if name not in fields and told:
        words = f"In the language `{lang}`. {words}"
    kind = _TYPES.get(str(told.get("type")), "string")
    if kind in {"array", "object"}:
        words = f"{words} Joined with `; `." if kind == "array" else words
        kind = "string"
    return {"name": name, "type": kind, **({"description": words} if words else {})}
