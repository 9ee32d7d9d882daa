"""A CSL item as plain words: what both formats of reference managers are written from."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}(?:/[0-9]{4}(?:-[0-9]{2}){0,2})?")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a reference manager keeps of a source; what is not known is empty."""

    id: str
    type: str
    """CSL's type."""
    authors: tuple[tuple[str, str], ...]
    """Family and given name; of a body its name, and nothing."""
    title: str
    title_en: str
    container: str
    publisher: str
    issued: str
    """ISO 8601, as precise as it is known; a span has a slash."""
    accessed: str
    url: str
    number: str
    language: str
    kind: str
    """What sort of witness it is: our own word."""
    note: str


def reference(csl: Mapping[str, object]) -> Reference:
    """Give the words of a CSL item as `sources.item` makes it."""
    custom = csl.get("custom")
    ours = custom if isinstance(custom, Mapping) else {}
    return Reference(
        id=_words(csl.get("id")),
        type=_words(csl.get("type")),
        authors=tuple(_authors(csl.get("author"))),
        title=_words(csl.get("title")),
        title_en=_words(ours.get("title-en")),
        container=_words(csl.get("container-title")),
        publisher=_words(csl.get("publisher")),
        issued=_date(csl.get("issued")),
        accessed=_date(csl.get("accessed")),
        url=_words(csl.get("URL")),
        number=_words(csl.get("number")) or _words(csl.get("call-number")),
        language=_words(csl.get("language")),
        kind=_words(ours.get("kind")),
        note=_words(csl.get("note")),
    )


def _words(value: object) -> str:
    return "" if value is None else str(value).strip()


def _authors(value: object) -> Iterable[tuple[str, str]]:
    for name in value if isinstance(value, list | tuple) else ():
        if isinstance(name, Mapping):
            family = _words(name.get("literal")) or _words(name.get("family"))
            given = _words(name.get("given"))
            if family or given:
                yield (family, given) if family else (given, "")


def _date(value: object) -> str:
    """Give CSL's date-parts, or a date as YAML reads it, in ISO 8601; empty: it is no date."""
    parts = value.get("date-parts") if isinstance(value, Mapping) else None
    if not isinstance(parts, list | tuple):
        words = _words(value) if not isinstance(value, Mapping) else ""
        return words if _ISO.fullmatch(words) else ""
    ends = [list(map(str, end)) for end in parts if isinstance(end, list | tuple) and end]
    if not all(part.isdecimal() and len(part) <= 4 for end in ends for part in end):
        return ""
    return "/".join("-".join(_padded(end)) for end in ends)


def _padded(end: Iterable[str]) -> Iterable[str]:
    return (f"{int(part):0{2 if place else 4}d}" for place, part in enumerate(end))
