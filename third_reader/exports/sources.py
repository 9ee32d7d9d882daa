"""`/data/sources.json` and `/sources/<id>.json`: every source as CSL-JSON (CSL 1.0.2)."""

import re
from collections.abc import Iterable, Mapping

from third_reader.exports.artifact import Artifact, document, records
from third_reader.model.address import cite_anchor
from third_reader.model.site import Place, Site
from third_reader.model.source import PartialDate, Source

_DATES = ("accessed", "available-date", "event-date", "issued", "original-date", "submitted")
_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?:/\d{4}(?:-\d{2}(?:-\d{2})?)?)?")


def export(site: Site) -> Iterable[Artifact]:
    """Give all sources by id, and each with its lineage and the places that cite it."""
    ordered = [site.sources[key] for key in sorted(site.sources)]
    yield records("/data/sources.json", map(item, ordered))
    for source in ordered:
        yield document(f"/sources/{source.id}.json", item_in_use(site, source))


def item(source: Source) -> dict[str, object]:
    """Give a source as a CSL-JSON item: every field that was written, dates as date-parts."""
    fields = {key: _date(key, value) for key, value in source.csl.items()}
    if source.issued:
        ends = [source.issued, *([source.issued_end] if source.issued_end else [])]
        kept = fields["issued"] if isinstance(fields.get("issued"), Mapping) else {}
        rest = {
            key: value for key, value in _mapping(kept).items() if key not in ("raw", "literal")
        }
        fields["issued"] = {**rest, "date-parts": [_parts(end) for end in ends]}
    return {"id": source.id, **{key: fields[key] for key in sorted(fields) if key != "id"}}


def item_in_use(site: Site, source: Source) -> dict[str, object]:
    """Give a source's item with what the site computes of it, under `custom`."""
    fields = item(source)
    custom = _mapping(fields.get("custom", {}))
    computed = {
        "origins": list(site.origins.get(source.id, ())),
        "relayed-by": list(site.relays.get(source.id, ())),
        "cited": [_cited(site, place) for place in site.cited.get(source.id, ())],
    }
    return {**fields, "custom": {**custom, **computed}}


def _cited(site: Site, place: Place) -> dict[str, object]:
    page, mark = place.document, place.document.marks[place.mark]
    return {
        "page": page.url,
        "lang": page.lang,
        "anchor": cite_anchor(place.mark),
        "claim": mark.claim,
        "url": f"{site.config.url}{page.url}#{cite_anchor(place.mark)}",
    }


def _date(key: str, value: object) -> object:
    """Give a date that stands in a string, as YAML may write it, as CSL's date-parts."""
    words = str(value)
    if key not in _DATES or isinstance(value, Mapping) or not _ISO.fullmatch(words):
        return value
    return {"date-parts": [[int(part) for part in end.split("-")] for end in words.split("/")]}


def _parts(when: PartialDate) -> list[int]:
    return [part for part in (when.year, when.month, when.day) if part is not None]


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
