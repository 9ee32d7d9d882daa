"""The list, `withheld.yaml`, and the key that it was made with. No message repeats a word of it."""

import hmac
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from third_reader.model.diagnostic import Code, Diagnostic, errors
from third_reader.model.position import Position
from third_reader.reading.yaml12 import Yaml, parse_yaml

SHORTEST = 16
"""Bytes of a salt and of a key, at least."""
FIELDS = frozenset({"salt", "names", "check"})
HASH = re.compile(r"[0-9a-f]{64}")
SALT = re.compile(rf"(?:[0-9a-fA-F]{{2}}){{{SHORTEST},}}")

FILE = Code(
    "withheld-file",
    "`withheld.yaml` has a `salt` (hex, 16 bytes or more), `names` (a sorted list of 64 hex digits "
    "each, in quotes) and perhaps `check`; never a name in plain words. Let the tool write it.",
)
KEY = Code(
    "withheld-key",
    "Withheld names are looked for with the key in `WITHHELD_KEY`, of 16 bytes or more, that the "
    "list was made with. Without it none is looked for; maintainers and the publish job hold it.",
)


@dataclass(frozen=True, slots=True)
class Withheld:
    """The list: what may stand nowhere, as keyed hashes."""

    position: Position
    salt: bytes = field(repr=False)
    names: frozenset[bytes] = field(repr=False)
    check: bytes | None = field(default=None, repr=False)
    """The hash of the salt alone, by which a wrong key is known; None: not given."""


def parse_withheld(
    text: str, path: str = "withheld.yaml"
) -> tuple[Withheld | None, tuple[Diagnostic, ...]]:
    """Read the list; None if it has errors. `path` is how diagnostics name the file."""
    yaml = parse_yaml(text, path)
    if yaml.diagnostics:
        at = yaml.diagnostics[0].position
        return None, (FILE.error(at, "this is not YAML that a list is written in; mend it here"),)
    found = tuple(_faults(yaml, path))
    if errors(found) or not isinstance(yaml.value, Mapping):
        return None, found
    given = yaml.value
    names = frozenset(bytes.fromhex(one) for one in given["names"])
    check = bytes.fromhex(given["check"]) if "check" in given else None
    return Withheld(Position(path), bytes.fromhex(given["salt"]), names, check), found


def _faults(yaml: Yaml, path: str) -> Iterator[Diagnostic]:
    def at(*where: str | int) -> Position:
        return Position(path, *yaml.values.get(where, yaml.keys.get(where, (1, 1))))

    given = yaml.value
    if not isinstance(given, Mapping):
        yield FILE.error(
            at(), "this is no list of withheld names; it is a map of 'salt' and 'names'"
        )
        return
    for key in given:
        if key not in FIELDS:
            place = Position(path, *yaml.keys.get((key,), (1, 1)))
            yield FILE.error(place, "there is no such field; allowed are salt, names, check")
    if not _matches(SALT, given.get("salt")):
        told = f"'salt' must be {SHORTEST} bytes or more as hex digits, in quotes"
        yield FILE.error(at("salt"), told)
    if "check" in given and not _matches(HASH, given["check"]):
        yield FILE.error(at("check"), "'check' must be 64 lower-case hex digits, in quotes")
    yield from _name_faults(given.get("names"), at)


def _name_faults(names: object, at: Callable[..., Position]) -> Iterator[Diagnostic]:
    if not isinstance(names, list):
        yield FILE.error(at("names"), "'names' must be a list of hashes")
        return
    plain = [number for number, one in enumerate(names) if not _matches(HASH, one)]
    for number in plain:
        told = "this is no hash of 64 lower-case hex digits in quotes; never write a name here"
        yield FILE.error(at("names", number), told)
    if not plain and names != sorted(names):
        told = "'names' is not sorted, so it shows in which order names came; sort it"
        yield FILE.warning(at("names"), told)


def _matches(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def key_faults(withheld: Withheld, key: bytes | None, *, strict: bool) -> tuple[Diagnostic, ...]:
    """Give what is wrong with the key; nothing: names can be looked for.

    None or empty: there is none, which is an error only in a strict build.
    """
    if not key:
        told = "WITHHELD_KEY is not set, so withheld names are not looked for; set it"
        found = KEY.error if strict else KEY.warning
        return (found(withheld.position, told),)
    if len(key) < SHORTEST:
        told = (
            f"WITHHELD_KEY has less than {SHORTEST} bytes; set the key that this list was made with"
        )
        return (KEY.error(withheld.position, told),)
    if withheld.check is not None and not hmac.compare_digest(
        hmac.digest(key, withheld.salt, "sha256"), withheld.check
    ):
        told = "WITHHELD_KEY is not the key that this list was made with; set that one"
        return (KEY.error(withheld.position, told),)
    return ()
