"""Diagnostics as lines: for people, for GitHub's annotations, for programs."""

import json
from collections.abc import Callable, Iterable, Mapping

from third_reader.model.diagnostic import Diagnostic


def text(diagnostic: Diagnostic) -> str:
    """Give the line that compilers print."""
    return str(diagnostic)


def github(diagnostic: Diagnostic) -> str:
    """Give an annotation (GitHub, "Workflow commands": `::error file=,line=,col=::message`)."""
    at = diagnostic.position
    place = f"file={_property(at.path)},line={at.line},col={at.column}"
    message = _data(f"{diagnostic.message} [{diagnostic.code}]")
    return f"::{diagnostic.severity} {place}::{message}"


def as_json(diagnostic: Diagnostic) -> str:
    """Give one JSON object."""
    at = diagnostic.position
    return json.dumps(
        {
            "path": at.path,
            "line": at.line,
            "column": at.column,
            "severity": diagnostic.severity.value,
            "message": diagnostic.message,
            "code": diagnostic.code,
        },
        ensure_ascii=False,
    )


FORMATS: Mapping[str, Callable[[Diagnostic], str]] = {
    "text": text,
    "github": github,
    "json": as_json,
}


def lines(diagnostics: Iterable[Diagnostic], form: str) -> list[str]:
    """Give a line for each diagnostic, in their order."""
    return [FORMATS[form](one) for one in diagnostics]


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
