"""`diff`: what a change does to the evidence, one line each (FEATURES, no. 20)."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from third_reader.exports.claims import claims
from third_reader.model.fault import MendableError
from third_reader.model.site import Config, Site
from third_reader.reading.site import read_site

UNCHANGED = "no claim changed"
CONTENT = ("cases", "explainers", "pages")
Where = tuple[str, str]
"""Address of a page in its first language, and id of a claim there."""


class NoBaseError(MendableError):
    """What was given to compare with holds no evidence that we know."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a state of the site rests on."""

    grades: Mapping[Where, str]
    words: Mapping[tuple[Where, str], str]
    """By claim and language code."""
    sources: frozenset[str] | None
    """None: the state does not say."""
    names: frozenset[str] | None


def diff(site: Site, base: Path) -> Iterator[str]:
    """Give the lines: claims added, dropped, reworded, regraded, then sources and names added.

    One line says so where there is nothing to tell. `base` is a content folder, a built site, or a
    `claims.json`; beside the last, `sources.json` and `cases.json` are read where they are. Raises
    NoBaseError, and OSError when a file cannot be read.
    """
    changes = list(_changes(_base(base, site.config), of_site(site)))
    yield from changes or (UNCHANGED,)


def _changes(old: Evidence, new: Evidence) -> Iterator[str]:
    name = _names(old.grades.keys() | new.grades.keys())
    for where in sorted(new.grades.keys() - old.grades.keys()):
        yield f"added {name[where]} {new.grades[where]}"
    for where in sorted(old.grades.keys() - new.grades.keys()):
        yield f"dropped {name[where]} {old.grades[where]}"
    for where, lang in sorted(new.words.keys() & old.words.keys()):
        before, after = old.words[where, lang], new.words[where, lang]
        if before != after:
            yield f"reworded {name[where]} [{lang}] “{before}” -> “{after}”"
    for where in sorted(new.grades.keys() & old.grades.keys()):
        if new.grades[where] != old.grades[where]:
            yield f"regraded {name[where]} {old.grades[where]} -> {new.grades[where]}"
    yield from _added("source", old.sources, new.sources)
    yield from _added("name", old.names, new.names)


def of_site(site: Site) -> Evidence:
    """Give the evidence of a site that has been read."""
    records = [
        record
        for document in site.documents
        if all((document.url, one.id) in site.grades for one in document.claims)
        for record in claims(site, document)
    ]
    people = (one for page in site.documents if page.case for one in page.case.people)
    return _evidence(records, site.sources, (one.name for one in people))


def _base(base: Path, config: Config) -> Evidence:
    if (base / "data" / "claims.json").is_file():
        return _published(base / "data" / "claims.json")
    if base.is_file():
        return _published(base)
    if any((base / folder).is_dir() for folder in CONTENT):
        return of_site(read_site(base, config))
    message = f"{base}: no content folder, no built site and no claims.json to compare with"
    raise NoBaseError(message)


def _published(file: Path) -> Evidence:
    records = _records(file)
    sources, cases = file.with_name("sources.json"), file.with_name("cases.json")
    try:
        ids = [str(one["id"]) for one in _records(sources)] if sources.is_file() else None
        people = (
            [one for case in _records(cases) for one in case["people"]] if cases.is_file() else None
        )
        names = None if people is None else [str(one["name"]) for one in people]
        return _evidence(records, ids, names)
    except (KeyError, TypeError) as fault:
        message = f"{file}: its records are not those of claims.json: {fault} is missing"
        raise NoBaseError(message) from fault


def _records(file: Path) -> list[dict[str, Any]]:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as fault:
        message = f"{file}: this is no JSON: {fault}"
        raise NoBaseError(message) from fault
    return found if isinstance(found, list) else []


def _evidence(
    records: Iterable[Mapping[str, Any]],
    sources: Iterable[str] | None,
    names: Iterable[str] | None,
) -> Evidence:
    grades: dict[Where, str] = {}
    words: dict[tuple[Where, str], str] = {}
    for record in records:
        lang = str(record["lang"])
        where = (urlsplit(str(record["url"])).path.removeprefix(f"/{lang}"), str(record["id"]))
        grades.setdefault(where, str(record["grade"]))
        words[where, lang] = str(record["text"])
    return Evidence(
        grades,
        words,
        None if sources is None else frozenset(sources),
        None if names is None else frozenset(names),
    )


def _names(found: Collection[Where]) -> dict[Where, str]:
    """Name each claim by its id, and by its page too where several pages have that id."""
    pages: dict[str, int] = {}
    for _, id_ in found:
        pages[id_] = pages.get(id_, 0) + 1
    return {(page, id_): id_ if pages[id_] == 1 else f"{id_} ({page})" for page, id_ in found}


def _added(word: str, old: frozenset[str] | None, new: frozenset[str] | None) -> Iterator[str]:
    if old is not None and new is not None:
        yield from (f"{word} added {one}" for one in sorted(new - old))
