"""`corrections.yaml`: what pages said, and what they say now."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path as FilePath

from third_reader.model.correction import Correction
from third_reader.model.diagnostic import Code, Diagnostic, errors
from third_reader.model.position import Position
from third_reader.reading.judge import judge, position
from third_reader.reading.text import read_text
from third_reader.reading.yaml12 import parse_yaml

SHAPE = Code(
    "corrections-shape",
    "`corrections.yaml` is a list of entries, each beginning with `- page:` (FORMAT, section 1).",
)


def read_corrections(
    file: tuple[FilePath, str] | None,
) -> tuple[tuple[Correction, ...], list[Diagnostic]]:
    """Give the entries, the newest first and of one day as written, and what is wrong.

    Raises OSError when the file cannot be read.
    """
    if file is None:
        return (), []
    text, faults = read_text(*file)
    shown = file[1]
    yaml = parse_yaml(text, shown)
    diagnostics = faults + yaml.diagnostics
    if errors(diagnostics) or yaml.value is None:
        return (), diagnostics
    if not isinstance(yaml.value, list):
        told = "this is no list of corrections; begin each with '- page: …'"
        return (), [*diagnostics, SHAPE.error(Position(shown), told)]
    found: list[Correction] = []
    for number, entry in enumerate(yaml.value):
        at = position(shown, yaml, (number,))
        if not isinstance(entry, dict):
            told = "this is no correction; write a map that begins with '- page: …'"
            diagnostics.append(SHAPE.error(at, told))
            continue
        wrong = judge(entry, "correction", shown, yaml, (number,))
        diagnostics += wrong
        if not errors(wrong):
            found.append(_correction(entry, position(shown, yaml, (number, "page"))))
    return tuple(sorted(found, key=lambda one: one.date, reverse=True)), diagnostics


def _correction(entry: Mapping[str, object], at: Position) -> Correction:
    return Correction(
        page=str(entry["page"]),
        date=date.fromisoformat(str(entry["date"])),
        was=_line(entry["was"]),
        now=_line(entry.get("now", "")),
        claim=str(entry.get("claim", "")),
        why=_line(entry.get("why", "")),
        withdrawn=entry.get("withdrawn") is True,
        position=at,
    )


def _line(value: object) -> str:
    """Give a text on one line."""
    return " ".join(str(value).split())
