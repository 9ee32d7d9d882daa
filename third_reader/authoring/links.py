"""`links`: which sources are still where they were, as a diff that a person reads and applies."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from third_reader.authoring.amending import Fields, NotAmendedError, patch
from third_reader.authoring.asking import Ask
from third_reader.authoring.visiting import Clock, Pace, Verdict, visit
from third_reader.machinery.journal import Journal
from third_reader.model.source import Source
from third_reader.reading.sources import read_sources
from third_reader.reading.tree import read_tree
from third_reader.views.cards import is_web

AGAIN = timedelta(days=30)
"""An address is not asked again within this time."""
OFFLINE = 5
"""When none of so many addresses is answered from the beginning on, the network is at fault."""


@dataclass(frozen=True, slots=True)
class Network:
    """How the network is asked, and what it has said already."""

    ask: Ask
    clock: Clock
    journal: Journal
    today: date
    pace: Pace = field(default_factory=Pace)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The sources of a tree, and the files that they stand in."""

    sources: tuple[Source, ...]
    files: tuple[tuple[Path, str], ...]
    """Each with its path as diagnostics name it."""


def read_shelf(content: Path) -> Shelf:
    """Read the sources of a tree, whatever else is wrong with it; raises OSError."""
    files = read_tree(content, ()).sources
    return Shelf(tuple(read_sources(files)[0].values()), tuple(files))


def links(shelf: Shelf, network: Network) -> Iterator[str]:
    """Ask after every address that is due, and give a line for each; what is known is kept.

    Where there is no network nothing is kept: else all sources would be out of reach.
    """
    ids: dict[str, list[str]] = {}
    for source in shelf.sources:
        if is_web(source.url):
            ids.setdefault(source.url, []).append(source.id)
    checked = {one.url: str(one.checked or "") for one in shelf.sources}
    known = network.journal.read()
    due = [
        one
        for one in ids
        if is_due(max(checked[one], known.get(one, {}).get("day", "")), network.today)
    ]
    yield f"addresses to ask: {len(due)} of {len(ids)}"
    answered = False
    for address, verdict in _heard(visit(due, network.ask, network.clock, network.pace)):
        answered = True
        if verdict.status:
            result = {"status": verdict.status, "day": str(network.today), "why": verdict.why}
            network.journal.add(address, result)
        why = f" ({verdict.why})" if verdict.why else ""
        yield f"{verdict.status or 'not known'}: {', '.join(ids[address])}: {address}{why}"
    if due and not answered:
        yield "stopped: no host answered, so nothing is known of any; is there a network?"


def _heard(found: Iterator[tuple[str, Verdict]]) -> Iterator[tuple[str, Verdict]]:
    """Hold back what was silent until somebody has answered, and all of it if nobody does."""
    silent: list[tuple[str, Verdict]] = []
    for one in found:
        silent.append(one)
        if one[1].answered:
            yield from silent
            yield from found
            return
        if len(silent) == OFFLINE:
            return


def link_fields(shelf: Shelf, results: Mapping[str, Mapping[str, str]]) -> dict[str, Fields]:
    """Give what sources are to say, by id: those of which something younger is known."""
    found: dict[str, Fields] = {}
    for source in shelf.sources:
        result = results.get(source.url, {})
        status, day = result.get("status", ""), result.get("day", "")
        if status and day > str(source.checked or ""):
            found[source.id] = {"status": status, "checked": day}
    return found


def patches(shelf: Shelf, wanted: Mapping[str, Fields]) -> tuple[str, list[str]]:
    """Give one diff over all files of sources, and a line for each that cannot be changed."""
    made, refused = [], []
    for file, shown in shelf.files:
        try:
            made.append(patch(file, shown, wanted))
        except NotAmendedError as fault:
            refused.append(f"{shown}: {fault}")
    return "".join(made), refused


def is_due(day: str, today: date) -> bool:
    """Tell whether an address that was last asked on a day (ISO 8601, or empty) is to be asked."""
    try:
        return today - date.fromisoformat(day) >= AGAIN
    except ValueError:
        return True


def told(lines: Iterable[str], text: str, file: Path) -> Iterator[str]:
    """Write the diff into a file and give what to say of it."""
    yield from lines
    if text:
        file.write_bytes(text.encode())
        yield f"{file} has the changes; read them, then: git apply {file}"
    else:
        file.unlink(missing_ok=True)
        yield "nothing to change"
