"""Dates of a source, in every form that CSL has, and what is wrong with them."""

from collections.abc import Iterator, Mapping
from datetime import date

from third_reader.model.diagnostic import Diagnostic
from third_reader.model.position import Position
from third_reader.model.source import PartialDate
from third_reader.model.wording import quoted
from third_reader.reading.judge import BAD_DATE, position
from third_reader.reading.yaml12 import Path, Yaml

FORMS = {
    "issued": "write one that exists, as 2019, 2019-12 or 2019-12-11",
    "accessed": "write one that exists, as 2019-12-11",
    "no-copy-known": "write a day or month that exists, as 2026-11-27 or 2026-11",
}


def impossible(
    item: Mapping[str, object], shown: str, yaml: Yaml, where: Path, faulty: set[Position]
) -> Iterator[Diagnostic]:
    """Give an error for each date that is in no calendar, where no fault was told of before."""
    custom = item.get("custom")
    ours = custom if isinstance(custom, dict) else {}
    dates = (
        (item.get("issued"), (*where, "issued")),
        (item.get("accessed"), (*where, "accessed")),
        (ours.get("no-copy-known"), (*where, "custom", "no-copy-known")),
    )
    for value, place in dates:
        at = position(shown, yaml, place)
        if value is None or at in faulty or _all_exist(value):
            continue
        name, written = str(place[-1]), _written(value)
        if not written and name == "issued" and ours.get("undated") is True:
            continue
        told = f"is {quoted(written)}, which does not exist" if written else "holds no date"
        yield BAD_DATE.error(at, f"{quoted(name)} {told}; {FORMS[name]}")


def csl_date(value: object) -> tuple[PartialDate | None, PartialDate | None]:
    """Read a CSL date in any of its forms (CSL 1.0.2, appendix "Dates"; EDTF level 0 strings)."""
    dates = [_partial(one) for one in _parts(value)]
    return (dates[0] if dates else None), (dates[1] if len(dates) > 1 else None)


def day(value: object) -> date | None:
    """Give a day as ISO 8601 writes it; None: it is none."""
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


def _all_exist(value: object) -> bool:
    """Tell whether a date exists; of a range that is open at one end, the other."""
    parts = [one for one in _parts(value) if one not in ([], [""])]
    return bool(parts) and all(_partial(one) for one in parts)


def _written(value: object) -> str:
    if isinstance(value, str | int | float):
        return str(value)
    return "/".join("-".join(map(str, one)) for one in _parts(value) if one)


def _parts(value: object) -> list[list[object]]:
    """Give the numbers of a date, or of both ends of a range, whatever they are worth."""
    if isinstance(value, list) and value:
        value = value[0] if len(value) == 1 else {"date-parts": [_map_parts(one) for one in value]}
    if isinstance(value, dict):
        parts = value.get("date-parts") or [_map_parts(value)]
        return [one for one in parts if isinstance(one, list)]
    return [_split(one) for one in str(value or "").split("/")]


def _map_parts(value: object) -> list[object]:
    if not isinstance(value, dict):
        return []
    return [value[key] for key in ("year", "month", "day") if key in value]


def _split(text: str) -> list[object]:
    return list(text.strip().partition("T")[0].split("-"))


def _partial(parts: list[object]) -> PartialDate | None:
    try:
        numbers = [int(str(one)) for one in parts[:3]]
        date(*([*numbers, 1, 1][:3]))
    except (TypeError, ValueError, OverflowError):
        return None
    return PartialDate(*numbers) if numbers else None
