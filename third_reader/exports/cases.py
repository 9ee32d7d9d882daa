"""`/data/cases.json` and `/data/cases.csv`: every case's front matter, resolved."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain

from third_reader.exports.artifact import Artifact, records
from third_reader.exports.table import table
from third_reader.languages.catalogue import Catalogue, catalogue
from third_reader.model.claim import Grade
from third_reader.model.document import CaseFacts, Document, Envelope, PageKind, Person
from third_reader.model.site import Site

Labels = Mapping[str, str]
_COLUMNS = ("slug", "lang", "date", "reviewed", "updated", "platform", "mechanism", "outcome")
_MORE_COLUMNS = ("from", "to", "when", "claims")


def export(site: Site) -> Iterable[Artifact]:
    """Give all cases, by slug."""
    slugs = sorted(slug for kind, slug in site.groups if kind is PageKind.CASE)
    words = {language.code: catalogue(language) for language in site.config.languages}
    found = [case(site, site.groups[PageKind.CASE, slug], words) for slug in slugs]
    yield records("/data/cases.json", found)
    yield _table(site, found)


def case(
    site: Site, versions: tuple[Document, ...], words: Mapping[str, Catalogue]
) -> dict[str, object]:
    """Give one case: what its original says, with title, summary and address in each language."""
    original = next((page for page in versions if not page.translation), versions[0])
    keys = {mark.item.key for mark in original.marks} & site.sources.keys()
    return {
        "slug": original.slug,
        "lang": original.lang,
        "title": {page.lang: page.title for page in versions},
        "summary": {page.lang: page.summary for page in versions},
        "url": {page.lang: f"{site.config.url}{page.url}" for page in versions},
        "date": _day(original.date),
        "reviewed": _day(original.reviewed),
        "updated": _day(original.updated),
        "translated": {page.lang: _day(page.translated) for page in versions if page.translated},
        **(_facts(site, original, original.case, words) if original.case else {}),
        "claims": len(original.claims),
        "grades": _grades(site, original),
        "sources": sorted(keys),
    }


def _facts(
    site: Site, page: Document, facts: CaseFacts, words: Mapping[str, Catalogue]
) -> dict[str, object]:
    countries = dict.fromkeys(filter(None, (facts.origin, *facts.to)))
    return {
        "platform": facts.platform or None,
        "mechanism": list(facts.mechanism),
        "outcome": facts.outcome or None,
        "from": facts.origin or None,
        "to": list(facts.to),
        "when": facts.when.iso() if facts.when else None,
        "labels": {
            "platform": _labels(site, "platforms", [facts.platform]),
            "mechanism": _labels(site, "mechanisms", facts.mechanism),
            "outcome": _labels(site, "outcomes", [facts.outcome]),
            "country": {code: _country(site, code, words) for code in countries},
        },
        "people": [_person(page, person) for person in facts.people],
        "envelope": _envelope(facts.envelope) if facts.envelope else None,
    }


def _labels(site: Site, facet: str, ids: Iterable[str]) -> dict[str, Labels]:
    known = site.vocabulary.words.get(facet, {})
    return {one: dict(known[one]) for one in ids if one in known}


def _country(site: Site, code: str, words: Mapping[str, Catalogue]) -> Labels:
    """Give a place's name in each language: the vocabulary's, or else its country's."""
    known = site.vocabulary.words.get("countries", {})
    own = known.get(code) or known.get(code.partition("-")[0], {})
    return {lang: own.get(lang) or t.country(code) for lang, t in words.items()}


def _person(page: Document, person: Person) -> dict[str, object]:
    return {
        "id": person.id,
        "name": person.name,
        "native": person.native,
        "native-hans": person.native_hans,
        "role": person.role,
        "named-because": person.named_because,
        "cite": [page.marks[index].item.key for index in person.marks],
    }


def _envelope(envelope: Envelope) -> dict[str, object]:
    return {
        "from": envelope.sender.plain,
        "through": envelope.through.plain if envelope.through else None,
        "to": envelope.recipient.plain,
        "also-read-by": envelope.reader.plain,
        "read-at": [
            {
                "point": leg.point.value,
                "status": "established" if leg.established else "claimed",
                "text": leg.plain,
            }
            for leg in envelope.legs
        ],
        "ticks": {tick.stage: tick.claim for tick in envelope.ticks},
    }


def _grades(site: Site, page: Document) -> dict[str, int]:
    counts = Counter(site.grades[page.url, claim.id].grade for claim in page.claims)
    return {grade.value: counts[grade] for grade in Grade}


def _table(site: Site, found: list[dict[str, object]]) -> Artifact:
    codes = [language.code for language in site.config.languages]
    by_language = [f"{field}-{code}" for field in ("title", "url") for code in codes]
    grades = [grade.value for grade in Grade]
    columns = (*_COLUMNS, *_MORE_COLUMNS, *by_language, *grades, "sources")
    return table("/data/cases.csv", columns, [_row(one, columns) for one in found])


def _row(record: Mapping[str, object], columns: Iterable[str]) -> dict[str, object]:
    parts = {
        f"{field}-{code}": words
        for field in ("title", "url")
        for code, words in _items(record[field])
    }
    known = dict(chain(record.items(), parts.items(), _items(record["grades"])))
    return {column: known.get(column) for column in columns}


def _items(value: object) -> Iterable[tuple[str, object]]:
    return value.items() if isinstance(value, Mapping) else ()


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
