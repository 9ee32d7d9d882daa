"""The short way through a JSON Schema: whether a value keeps it, and no word on what is wrong.

Nearly every value keeps its schema, and to walk it for a report is most of what judging costs.
The rules are those of `jsonschema`, for the keywords that our schemas use; to it goes every value
that breaks one. Tests hold the two together.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from math import inf
from typing import Any

Rule = Callable[[Any], bool]
Schema = Mapping[str, Any]

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
TYPES: dict[str, type] = {
    "string": str, "array": list, "object": dict, "integer": int, "boolean": bool,
}  # fmt: skip
WORDS = frozenset({"$schema", "$defs", "title", "description"})
"""Keywords that ask for nothing."""


def rule(schema: Schema, root: Schema | None = None) -> Rule:
    """Give what tells whether a value keeps a schema; `root` is the one that it stands in.

    Raises KeyError for a keyword that it does not know.
    """
    whole = schema if root is None else root
    if unknown := schema.keys() - KNOWN:
        raise KeyError(*unknown)
    rules = [make(schema, whole) for keys, make in MAKERS if not keys.isdisjoint(schema)]

    def keeps(value: Any) -> bool:
        return all(one(value) for one in rules)

    return rules[0] if len(rules) == 1 else keeps


@lru_cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Give a pattern as in ECMAScript: `$` is the end alone, a digit is ASCII."""
    return re.compile(pattern.replace("$", r"\Z"), re.ASCII)


def _type(schema: Schema, _: Schema) -> Rule:
    given = schema["type"]
    types = tuple(TYPES[one] for one in ([given] if isinstance(given, str) else given))

    def keeps(value: Any) -> bool:
        if isinstance(value, bool):
            return bool in types
        whole = isinstance(value, float) and value.is_integer() and int in types
        return isinstance(value, types) or whole

    return keeps


def _length(schema: Schema, _: Schema) -> Rule:
    least, most = schema.get("minLength", 0), schema.get("maxLength", inf)
    return lambda value: not isinstance(value, str) or least <= len(value) <= most


def _pattern(schema: Schema, _: Schema) -> Rule:
    search = compiled(schema["pattern"]).search
    return lambda value: not isinstance(value, str) or search(value) is not None


def _format(schema: Schema, _: Schema) -> Rule:
    return {"date": _is_day}[schema["format"]]


def _is_day(value: Any) -> bool:
    if not isinstance(value, str):
        return True
    try:
        return DAY.fullmatch(value) is not None and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _number(schema: Schema, _: Schema) -> Rule:
    least, most = schema.get("minimum", -inf), schema.get("maximum", inf)

    def keeps(value: Any) -> bool:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return not number or least <= value <= most

    return keeps


def _enum(schema: Schema, _: Schema) -> Rule:
    texts = frozenset(schema["enum"])
    return lambda value: isinstance(value, str) and value in texts


def _const(schema: Schema, _: Schema) -> Rule:
    truth = bool(schema["const"])
    return lambda value: value is truth


def _list(schema: Schema, whole: Schema) -> Rule:
    least, most = schema.get("minItems", 0), schema.get("maxItems", inf)
    item = rule(schema.get("items", {}), whole)

    def keeps(value: Any) -> bool:
        if not isinstance(value, list):
            return True
        return least <= len(value) <= most and all(map(item, value))

    return keeps


def _unique(_: Schema, __: Schema) -> Rule:
    """Judge the texts of a list: our schemas allow nothing else in one whose items differ."""

    def keeps(value: Any) -> bool:
        texts = [one for one in value if isinstance(one, str)] if isinstance(value, list) else ()
        return len(set(texts)) == len(texts)

    return keeps


def _map(schema: Schema, whole: Schema) -> Rule:
    own = {key: rule(one, whole) for key, one in schema.get("properties", {}).items()}
    alike = [
        (re.compile(pattern).search, rule(one, whole))
        for pattern, one in schema.get("patternProperties", {}).items()
    ]
    given = schema.get("additionalProperties", True)
    other = rule(given, whole) if isinstance(given, Mapping) else lambda _: given

    def keeps(value: Any) -> bool:
        if not isinstance(value, dict):
            return True
        for key, one in value.items():
            rules = [own[key]] if key in own else []
            rules += [keeps for search, keeps in alike if search(key)]
            if not all(keeps(one) for keeps in rules or (other,)):
                return False
        return True

    return keeps


def _required(schema: Schema, _: Schema) -> Rule:
    keys = frozenset(schema["required"])
    return lambda value: not isinstance(value, dict) or keys <= value.keys()


def _size(schema: Schema, _: Schema) -> Rule:
    least = schema["minProperties"]
    return lambda value: not isinstance(value, dict) or len(value) >= least


def _any(schema: Schema, whole: Schema) -> Rule:
    rules = [rule(one, whole) for one in schema["anyOf"]]
    return lambda value: any(keeps(value) for keeps in rules)


def _if(schema: Schema, whole: Schema) -> Rule:
    holds, then, otherwise = (rule(schema[key], whole) for key in ("if", "then", "else"))
    return lambda value: then(value) if holds(value) else otherwise(value)


def _reference(schema: Schema, whole: Schema) -> Rule:
    return rule(whole["$defs"][schema["$ref"].removeprefix("#/$defs/")], whole)


MAKERS: tuple[tuple[frozenset[str], Callable[[Schema, Schema], Rule]], ...] = (
    (frozenset({"type"}), _type),
    (frozenset({"enum"}), _enum),
    (frozenset({"const"}), _const),
    (frozenset({"minLength", "maxLength"}), _length),
    (frozenset({"pattern"}), _pattern),
    (frozenset({"format"}), _format),
    (frozenset({"minimum", "maximum"}), _number),
    (frozenset({"items", "minItems", "maxItems"}), _list),
    (frozenset({"uniqueItems"}), _unique),
    (frozenset({"required"}), _required),
    (frozenset({"minProperties"}), _size),
    (frozenset({"properties", "patternProperties", "additionalProperties"}), _map),
    (frozenset({"anyOf"}), _any),
    (frozenset({"if", "then", "else"}), _if),
    (frozenset({"$ref"}), _reference),
)
"""By the keywords that a rule is made of."""
KNOWN = WORDS.union(*(keys for keys, _ in MAKERS))
