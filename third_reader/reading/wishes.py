"""What a value is to be instead, in an author's words, as its JSON Schema says."""

from collections.abc import Iterable, Mapping
from typing import Any

from third_reader.model.wording import did_you_mean, quoted

TYPES = {
    "string": "a text", "array": "a list", "object": "a map", "integer": "a whole number",
    "boolean": "true or false",
}  # fmt: skip
PLAIN: dict[type, str] = {
    str: "a text", list: "a list", dict: "a map", int: "a number", float: "a number",
    bool: "true or false", type(None): "nothing",
}  # fmt: skip

ADDRESS = "write the whole address, from https:// or http:// on, without spaces"
LETTERS = "write small letters a–z, digits"
FORMS = {
    r"^\d{4}-\d{2}-\d{2}$": "write a day, as 2019-12-11",
    r"^\d{4}-\d{2}(-\d{2})?$": "write a day or a month, as 2026-11-27 or 2026-11",
    r"^\d{4}(-\d{2}(-\d{2})?)?$": "write it as 2019, 2019-12 or 2019-12-11",
    r"^-?\d{1,4}(-\d{1,2}(-\d{1,2})?)?([T/].*)?$": "write it as 2019, 2019-12 or 2019-12-11",
    r"^https?://\S+$": ADDRESS,
    r"^https?://[^\s/@\\]+([/?#]\S*)?$": f"{ADDRESS}, and no name or password before the host",
    r"^[a-z0-9][a-z0-9-]{0,79}$": f"{LETTERS} and hyphens, at most 80, as gao-zhigang",
    r"^[a-z0-9][a-z0-9.:_-]*$": f"{LETTERS} and . : _ -, as example-2021",
    r"^[a-z]{2,3}(-[a-z0-9]+)*$": "write the language in small letters, as en or zh-hant",
    r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$": "write a country as CN, a part of one as CN-SX",
    r"^/": "write the address within the site, as /cases/gao-zhigang/",
    r'^[^"&<>\n]+$': 'write it on one line, without ", &, < and >',
}
"""What the patterns of the schemas ask for."""
NO_FORM = "it does not have the form that the format asks for"


def told(value: object) -> str:
    """Give a value as a message shows it: what is short as it was written, else what it is."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, bool):
        return quoted(str(value).lower())
    return quoted(str(value)) if isinstance(value, int | float) else kind_of(value)


def kind_of(value: object) -> str:
    """Give what sort of value it is."""
    return PLAIN.get(type(value), "something else")


def wanted(types: str | Iterable[str]) -> str:
    """Give what the schema's `type` asks for."""
    names = [types] if isinstance(types, str) else types
    return " or ".join(TYPES.get(one, one) for one in names)


def remedy(value: object, schema: Mapping[str, Any]) -> str:
    """Give what to do about a value of another type, to follow what is wrong."""
    if value is None:
        return "; write it, or take the key out"
    kind = schema.get("type")
    if schema.get("pattern") in FORMS:
        return f"; {FORMS[schema['pattern']]}"
    if kind == "string":
        return "; write one text" if isinstance(value, list | dict) else "; put it in quotes"
    if kind == "array":
        items = schema.get("items", {})
        if items.get("type") == "object":
            return f"; write a list of {_entry(items)}"
        return (
            "; begin its entries with hyphens"
            if isinstance(value, dict)
            else "; put brackets round it: [a, b]"
        )
    if kind == "object" and (keys := schema.get("required") or list(schema.get("properties", {}))):
        return f"; write a map, with {', '.join(map(quoted, keys))}"
    return ""


def _entry(items: Mapping[str, Any]) -> str:
    """Give an entry of a list as it is begun, with the keys that it needs."""
    keys = items.get("required", [])
    return f"'- {{{', '.join(f'{key}: …' for key in keys)}}}'" if keys else "maps"


def fault(error: Any, name: str) -> str:
    """Give what is wrong with a value that may not be here, and what it is to be instead."""
    if error.validator == "uniqueItems":
        return f"one of {name} stands twice; take one out"
    if error.validator in {"minItems", "minProperties"}:
        return f"{name} may not be empty; write one, or take the key out"
    if error.instance is None:
        return f"{name} is empty; write it, or take the key out"
    return f"{name} is {told(error.instance)}; {_wish(error)}"


def _wish(error: Any) -> str:
    rule, value = error.validator, error.validator_value
    if rule == "enum":
        given = error.instance
        hint = did_you_mean(given, value) if isinstance(given, str) else ""
        return (hint.removeprefix("; ") + " " if hint else "") + f"allowed are {', '.join(value)}"
    if rule == "minLength":
        return (
            "it may not be empty"
            if value == 1
            else f"it has {len(error.instance)} characters; write at least {value}"
        )
    if rule == "maxLength":
        return f"it has {len(error.instance)} characters; write at most {value}"
    if rule == "pattern":
        return FORMS.get(value, NO_FORM)
    if rule == "anyOf":
        return _any_of(value)
    return NO_FORM


def _any_of(schemas: Iterable[Mapping[str, Any]]) -> str:
    """Give the form that one of several schemas has a name for, else the types that may be."""
    for one in schemas:
        if one.get("pattern") in FORMS:
            return FORMS[one["pattern"]]
    kinds = [TYPES[one["type"]] for one in schemas if one.get("type") in TYPES]
    return f"write {' or '.join(kinds)}" if kinds else NO_FORM
