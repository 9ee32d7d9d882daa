"""Sources: CSL-YAML and CSL-JSON items become `Source` values, each with its position."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path as FilePath
from typing import cast

from third_reader.model.diagnostic import Code, Diagnostic, errors
from third_reader.model.position import Position
from third_reader.model.source import Copy, Kind, Name, ReadState, Source
from third_reader.model.wording import quoted
from third_reader.reading.csl_dates import csl_date, day, impossible
from third_reader.reading.csl_keys import near_misses
from third_reader.reading.judge import judge, position
from third_reader.reading.placeholders import placeholders
from third_reader.reading.targets import BAD_LINK, web_fault
from third_reader.reading.text import read_text
from third_reader.reading.yaml12 import Path, Yaml, parse_yaml

PAIR = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
"""JSON's way to write a character beyond U+FFFF, the one thing in it that YAML has not."""

OF_COPIES = ("archived", "checked", "no-copy-known")
PLACES = (("issued",), ("accessed",), *(("custom", one) for one in OF_COPIES))
"""Keys whose places are kept, since what is wrong with their days only the whole site shows."""

SHAPE = Code(
    "sources-shape",
    "A file of sources is a list of CSL items, each beginning with `- id:`, or a map whose "
    "`references` is that list.",
)
TWICE = Code(
    "duplicate-source",
    "Ids of sources are unique over all files, whatever their case; else a citation means either.",
)
UNDATED = Code(
    "source-without-date",
    "A source says when it was issued, as precisely as is known, or `custom.undated: true`.",
)
NOWHERE = Code(
    "source-without-place",
    "A source says where it can be found: `URL`, or `archive` and `call-number`.",
)


def read_sources(
    files: list[tuple[FilePath, str]],
) -> tuple[dict[str, Source], list[Diagnostic]]:
    """Read every file of sources; gives the usable ones by id, sorted, and what is wrong."""
    found: dict[str, Source] = {}
    folded: dict[str, Position] = {}
    diagnostics: list[Diagnostic] = []
    for file, shown in files:
        text, faults = read_text(file, shown)
        if file.suffix == ".json":
            text = PAIR.sub(lambda found: str(json.loads(f'"{found.group()}"')), text)
        yaml = parse_yaml(text, shown)
        diagnostics += faults + yaml.diagnostics + placeholders(text, shown)
        if yaml.diagnostics or errors(faults):
            continue
        for source in _items(yaml, shown, diagnostics):
            first = folded.setdefault(source.id.lower(), source.position)
            if first is not source.position:
                place = f"{first.path}:{first.line}"
                told = f"source {quoted(source.id)} stands already at {place}; keep one"
                diagnostics.append(TWICE.error(source.position, told))
            else:
                found[source.id] = source
    return dict(sorted(found.items())), diagnostics


def _items(yaml: Yaml, shown: str, diagnostics: list[Diagnostic]) -> Iterator[Source]:
    value, base = yaml.value, cast(Path, ())
    if isinstance(value, dict) and "references" in value:
        value, base = value["references"], ("references",)
    if value is None:
        return
    if not isinstance(value, list):
        told = "this is no list of sources; begin each with '- id: …'"
        diagnostics.append(SHAPE.error(Position(shown), told))
        return
    for number, item in enumerate(value):
        where = (*base, number)
        if not isinstance(item, dict):
            told = "this is no source; a source is a map that begins with 'id: …'"
            diagnostics.append(SHAPE.error(position(shown, yaml, where), told))
            continue
        faults = judge(item, "source", shown, yaml, where)
        faulty = {one.position for one in faults}
        faults += impossible(item, shown, yaml, where, faulty)
        faults += _further(item, shown, yaml, where, faulty)
        diagnostics += faults
        places = _places(shown, yaml, where)
        if not errors(faults):
            yield _source(item, places)
        elif isinstance(item.get("id"), str):
            yield replace(_source(_stand_in(item), places), refused=True)
    diagnostics += near_misses(value, shown, yaml, base)


def _places(shown: str, yaml: Yaml, where: Path) -> dict[str, Position]:
    """Give where `id` and the dates of a source stand, as far as they are there."""
    places = {"id": position(shown, yaml, (*where, "id"))}
    for path in PLACES:
        if at := yaml.keys.get((*where, *path)):
            places[path[-1]] = Position(shown, *at)
    return places


def _stand_in(item: Mapping[str, object]) -> Mapping[str, object]:
    """Give what can be known of a faulty source, so that nothing that cites it is blamed too."""
    custom = item.get("custom")
    derived = _list(custom, "derived-from") if isinstance(custom, dict) else []
    known = {"kind": Kind.ANALYSIS.value, "read": ReadState.WHOLE.value, "derived-from": derived}
    return {"id": item["id"], "title": "", "custom": known}


def _further(
    item: Mapping[str, object], shown: str, yaml: Yaml, where: Path, faulty: set[Position]
) -> Iterator[Diagnostic]:
    """Judge what a schema cannot say plainly; `faulty` is where it has found faults."""
    at = position(shown, yaml, (*where, "id"))
    name = f"source {quoted(key)}" if (key := _text(item, "id")) else "this source"
    custom = item.get("custom")
    undated = isinstance(custom, dict) and custom.get("undated") is True
    told_of = [key for key in item if position(shown, yaml, (*where, key)) in faulty]
    if not undated and "issued" not in item:
        told = f"{name} has no 'issued'; add it, or custom 'undated: true'"
        yield UNDATED.error(at, told)
    for where_, url in _addresses(item, where):
        if position(shown, yaml, where_) not in faulty and (fault := web_fault(url)):
            told = f"address {quoted(url)} {fault}"
            yield BAD_LINK.error(position(shown, yaml, where_), told)
    if "URL" not in told_of and not any(item.get(k) for k in ("URL", "archive", "call-number")):
        told = f"{name} cannot be found; add 'URL', or 'archive' and 'call-number'"
        yield NOWHERE.error(at, told)


def _addresses(item: Mapping[str, object], where: Path) -> Iterator[tuple[Path, str]]:
    """Give the addresses that readers see of a source, and where each stands."""
    if isinstance(url := item.get("URL"), str):
        yield (*where, "URL"), url
    custom = item.get("custom")
    for number, copy in enumerate(_list(custom, "archived") if isinstance(custom, dict) else []):
        if isinstance(copy, dict) and isinstance(url := copy.get("url"), str):
            yield (*where, "custom", "archived", number, "url"), url


def _source(item: Mapping[str, object], places: dict[str, Position]) -> Source:
    custom = cast(Mapping[str, object], item["custom"])
    start, end = csl_date(item.get("issued"))
    read = custom.get("read")
    return Source(
        id=str(item["id"]),
        kind=Kind(str(custom["kind"])),
        title=str(item["title"]),
        title_short=_text(item, "title-short"),
        title_en=_text(custom, "title-en"),
        author=tuple(_name(one) for one in _list(item, "author")),
        container=_text(item, "container-title"),
        publisher=_text(item, "publisher"),
        issued=start,
        issued_end=end,
        url=_text(item, "URL"),
        call_number=", ".join(
            one for one in (_text(item, "archive"), _text(item, "call-number")) if one
        ),
        language=_text(item, "language"),
        derived_from=tuple(str(one) for one in _list(custom, "derived-from")),
        archived=tuple(_copy(one) for one in _list(custom, "archived")),
        status=_text(custom, "status"),
        checked=day(custom.get("checked")),
        read=ReadState(str(read)) if read else None,
        note=_text(custom, "note"),
        csl=item,
        position=places["id"],
        no_copy_known=csl_date(custom.get("no-copy-known"))[0],
        accessed=csl_date(item.get("accessed"))[0],
        places=tuple(places.items()),
    )


def _text(item: Mapping[str, object], key: str) -> str:
    value = item.get(key)
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""


def _list(item: Mapping[str, object], key: str) -> list[object]:
    value = item.get(key)
    return value if isinstance(value, list) else []


def _name(value: object) -> Name:
    if isinstance(value, dict):
        return Name(_text(value, "family"), _text(value, "given"), _text(value, "literal"))
    return Name(literal=str(value))


def _copy(value: object) -> Copy:
    item = cast(Mapping[str, object], value)
    return Copy(str(item["url"]), day(item.get("date")) or date.min)
