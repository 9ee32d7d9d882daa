"""`new-source`: a record of a source with what its address alone tells; nothing is fetched."""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from third_reader.authoring.new_case import NotNewError
from third_reader.model.wording import quoted
from third_reader.reading.judge import schema
from third_reader.reading.sources import read_sources
from third_reader.reading.tree import read_tree

DEFAULT = "new.yaml"
FILE = re.compile(r"[a-z0-9][a-z0-9-]{0,79}\.yaml")
DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")
COPY = re.compile(r"https?://web\.archive\.org/web/(\d{4})(\d\d)(\d\d)\d*[a-z_]*/(https?://.+)")
"""A copy in the Wayback Machine: the day it was kept, and whose address it is a copy of."""
WORDS = re.compile(r"[a-z0-9]+")
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Address:
    """What an address alone tells."""

    url: str
    host: str
    issued: date | None
    copy: tuple[str, date] | None
    """An archived copy of it and its day, if that is what was given."""


def new_source(content: Path, given: str, name: str, today: date) -> tuple[str, Path]:
    """Append a record to a file of `sources/`, `new.yaml` if none is named; gives its id and file.

    Raises NotNewError when the address or the file's name cannot be taken or the source is there
    already, OSError when a file cannot be read or written.
    """
    address = parse_address(given)
    known, _ = read_sources(read_tree(content, ()).sources)
    for source in known.values():
        if source.url and source.url.rstrip("/") == address.url.rstrip("/"):
            message = f"{source.position}: this address is there already, as {quoted(source.id)}"
            raise NotNewError(message)
    if name and not FILE.fullmatch(name):
        message = f"{quoted(name)} is no file of sources; name one as FILE=my-case.yaml"
        raise NotNewError(message)
    file = content / "sources" / (name or DEFAULT)
    key = _key(address, {one.lower() for one in known})
    _append(file, "".join(f"{line}\n" for line in _record(key, address, today)))
    return key, file


def _append(file: Path, record: str) -> None:
    before = file.read_text(encoding="utf-8") if file.is_file() else ""
    if before and not re.search(r"^- ", before, re.MULTILINE):
        message = f"{file}: this is no list of sources, each beginning with '- id:'"
        raise NotNewError(message)
    file.parent.mkdir(exist_ok=True)
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    with file.open("a", encoding="utf-8") as stream:
        stream.write(gap + record)


def parse_address(given: str) -> Address:
    """Read an address; raises NotNewError for one that a source may not have."""
    found = COPY.fullmatch(given)
    url = found[4] if found else given
    if not re.search(str(schema("source")["properties"]["URL"]["pattern"]), url):
        message = f"{quoted(given)} is no address of a source; give one as URL=https://…"
        raise NotNewError(message)
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError as fault:
        raise NotNewError(f"{quoted(given)} is no address: {fault}") from fault
    day = DAY.search(parts.path)
    copy = _day(*found.group(1, 2, 3)) if found else None
    return Address(url, host, _day(*day.groups()) if day else None, (given, copy) if copy else None)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _key(address: Address, taken: Collection[str]) -> str:
    """Make an id: the host's name, then the day, or else the last words of the path."""
    host = "-".join(WORDS.findall(address.host.rpartition(".")[0])) or "source"
    tail = str(address.issued or "")
    if not tail:
        last = unquote(urlsplit(address.url).path).lower().rstrip("/").rpartition("/")[2]
        tail = "-".join(WORDS.findall(last.partition(".")[0]))[:LONGEST_NAME].strip("-")
    key = f"{host}-{tail}".strip("-")
    number = 2
    while (made := key if number == 2 else f"{key}-{number - 1}") in taken:
        number += 1
    return made


def _record(key: str, address: Address, today: date) -> Iterator[str]:
    kinds = ", ".join(schema("source")["properties"]["custom"]["properties"]["kind"]["enum"])
    yield f"- id: {key}"
    yield "  type: webpage  # TODO: or article-newspaper, report, legal_case, legislation …"
    yield '  title: "TODO: the title, as it was published"'
    yield f"  container-title: {address.host}  # TODO: who publishes it, by name; and 'author'"
    if address.issued:
        yield f"  issued: {address.issued}  # TODO: from the address alone; look at the page"
    yield f"  URL: {json.dumps(address.url, ensure_ascii=False)}"
    yield "  # TODO: language: en, zh-Hans …"
    yield "  custom:"
    yield f"    kind: party-claim  # TODO: {kinds}"
    yield "    read: none  # TODO: whole or part, once you have; and 'accessed', the day"
    if not address.copy:
        yield f"    no-copy-known: {today}  # TODO: if you know of one, write 'archived' instead"
    if not address.issued:
        yield "    undated: true  # TODO: take this out and write 'issued', if it has a date"
    if address.copy:
        url, day = address.copy
        yield f"    archived: [{{url: {json.dumps(url)}, date: {day}}}]"
