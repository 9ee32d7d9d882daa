"""Judge a value by its JSON Schema, in an author's words and with positions.

`jsonschema-rs` knows at once what keeps its schema, as nearly every value does. Of all others
`jsonschema`, which is slower and says where and what, has the word; it is imported for the first.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Any

import jsonschema_rs

from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.position import Position
from third_reader.model.wording import did_you_mean, quoted
from third_reader.reading.wishes import fault, kind_of, remedy, told, wanted
from third_reader.reading.yaml12 import Path, Yaml

KINDS = (
    *("case", "explainer", "page", "source"),
    *("vocabulary", "glossary", "chart", "correction"),
)

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

UNKNOWN_KEY = Code(
    "unknown-key",
    "A key that the format does not have: it would be lost. docs/format.md lists the keys.",
)
MISSING_KEY = Code("missing-key", "A key that the format requires is not there.")
WRONG_TYPE = Code(
    "wrong-type",
    "The value is of another type than the format asks for: a text may need quotes, a list its "
    "brackets or hyphens.",
)
BAD_DATE = Code("bad-date", "A date is written 2019-12-11 and exists in the calendar.")
BAD_VALUE = Code("bad-value", "The value is not one that the format allows here.")
NO_BASIS = Code(
    "person-without-basis",
    "Who is named needs a reason to be named, `named-because`, and a source that named the person "
    "first, `cite`. Without both, leave the name out.",
)


@lru_cache
def schema(kind: str) -> dict[str, Any]:
    """Give the schema of a kind, as it is published under `/data/schema/`."""
    text = (
        resources.files("third_reader.reading").joinpath(f"schemas/{kind}.json").read_text("utf-8")
    )
    found: dict[str, Any] = json.loads(text)
    return found


@lru_cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Give a pattern as in ECMAScript: `$` is the end alone, a digit is ASCII."""
    return re.compile(pattern.replace("$", r"\Z"), re.ASCII)


@lru_cache
def keeping(kind: str) -> jsonschema_rs.Draft202012Validator:
    """Give what tells whether a value keeps the schema of a kind."""
    return jsonschema_rs.Draft202012Validator(
        schema(kind), validate_formats=True, formats={"date": _is_day}
    )


def _is_day(text: str) -> bool:
    """Tell whether a text is a day of Python's calendar, as `jsonschema` asks; it has no year 0."""
    try:
        return DAY.fullmatch(text) is not None and bool(date.fromisoformat(text))
    except ValueError:
        return False


@lru_cache
def telling(kind: str) -> Any:
    """Give what tells how a value breaks the schema of a kind; patterns are as in ECMAScript."""
    from jsonschema import Draft202012Validator, FormatChecker, ValidationError, validators

    def pattern(_: Any, pattern: str, value: object, __: object) -> Iterator[ValidationError]:
        if isinstance(value, str) and not compiled(pattern).search(value):
            yield ValidationError("the pattern does not match")

    made: Any = validators.extend(Draft202012Validator, {"pattern": pattern})  # type: ignore[no-untyped-call]
    return made(schema(kind), format_checker=FormatChecker(["date"]))


def judge(value: object, kind: str, path: str, yaml: Yaml, base: Path = ()) -> list[Diagnostic]:
    """Give what is wrong with a value; `base` is where it stands in the YAML that holds it."""
    if keeping(kind).is_valid(value):
        return []
    found: list[Diagnostic] = []
    for error in telling(kind).iter_errors(value):
        found.extend(_told(error, path, yaml, base))
    return found


def _told(error: Any, path: str, yaml: Yaml, base: Path) -> Iterator[Diagnostic]:
    where: Path = (*base, *error.absolute_path)
    at = position(path, yaml, where)
    name = _name(where)
    rule = error.validator
    if rule == "additionalProperties":
        yield from _unknown_keys(error, path, yaml, where)
    elif rule == "required":
        yield _missing(error, at, where)
    elif rule == "type":
        why = f"{name} must be {wanted(error.validator_value)}, not {kind_of(error.instance)}"
        yield WRONG_TYPE.error(at, why + remedy(error.instance, error.schema))
    elif rule == "format" or (rule == "pattern" and error.schema.get("format") == "date"):
        if rule == "pattern" or error.schema.get("pattern") is None or _date_shaped(error.instance):
            yield BAD_DATE.error(
                at,
                f"{name} is {told(error.instance)}; write a day that exists, as 2019-12-11",
            )
    else:
        yield BAD_VALUE.error(at, fault(error, name))


def _name(where: Path) -> str:
    """Say which value it is: its key, or its place in the list of a key."""
    keys = [one for one in where if isinstance(one, str)]
    key = quoted(keys[-1]) if keys else "the front matter"
    return f"entry {where[-1] + 1} of {key}" if where and isinstance(where[-1], int) else key


def _date_shaped(value: object) -> bool:
    text = str(value)
    return len(text) == 10 and text[4] == text[7] == "-" and text.replace("-", "").isdigit()


def _unknown_keys(error: Any, path: str, yaml: Yaml, where: Path) -> Iterator[Diagnostic]:
    known = list(error.schema.get("properties", {}))
    patterns = error.schema.get("patternProperties", {})
    for key in error.instance:
        if key in known or any(compiled(pattern).search(key) for pattern in patterns):
            continue
        line, column = yaml.keys.get((*where, key), (1, 1))
        hint = did_you_mean(key, known) or (
            f"; allowed are {', '.join(known)}" if 0 < len(known) <= 8 else "; remove it or mend it"
        )
        yield UNKNOWN_KEY.error(
            Position(path, line, column), f"there is no key {quoted(key)} here{hint}"
        )


def _missing(error: Any, at: Position, where: Path) -> Diagnostic:
    missing = next(one for one in error.validator_value if f"'{one}' is" in error.message)
    if "people" in where and missing in {"named-because", "cite"}:
        who = told(error.instance.get("name", error.instance.get("id", "somebody")))
        why = (
            "why it may name them"
            if missing == "named-because"
            else "which source named them first"
        )
        return NO_BASIS.error(
            at, f"{who} is named without {quoted(missing)}; say {why}, or leave the name out"
        )
    return MISSING_KEY.error(at, f"{quoted(str(missing))} is missing; add it")


def position(path: str, yaml: Yaml, where: Path) -> Position:
    """Give where a value stands, or the nearest part above it."""
    while where and where not in yaml.values:
        where = where[:-1]
    line, column = yaml.values.get(where, (1, 1))
    return Position(path, line, column)
