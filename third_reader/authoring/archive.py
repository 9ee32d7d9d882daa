"""`archive`: copies in the Wayback Machine of sources without one, as a diff to be applied.

The Machine's two ways to be asked: Availability (https://archive.org/help/wayback_api.php) and the
CDX server (https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server).
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from third_reader.authoring.amending import Fields
from third_reader.authoring.asking import Answer
from third_reader.authoring.links import Network, Shelf, is_due
from third_reader.authoring.visiting import BUSY, same
from third_reader.model.source import Source
from third_reader.views.cards import is_web

MOST = 256 * 1024
"""Bytes of an answer that are read."""
ONE_DAY = timedelta(days=1)
"""One moment has two dates on Earth."""


@dataclass(frozen=True, slots=True)
class Machine:
    """Where the Wayback Machine is asked, and where its copies stand."""

    available: str = "https://archive.org/wayback/available"
    index: str = "https://web.archive.org/cdx/search/cdx"
    copies: str = "https://web.archive.org/web/"


class _BusyError(Exception):
    """The Machine asks us to come again later, or does not answer."""


def archive(shelf: Shelf, network: Network, machine: Machine = Machine()) -> Iterator[str]:
    """Ask for a copy of every source that has none, and give a line for each.

    Written down is only a copy that the Machine named and that then answered itself.
    """
    known = network.journal.read()
    due = [
        one
        for one in shelf.sources
        if is_web(one.url)
        and not one.archived
        and is_due(known.get(one.url, {}).get("day", ""), network.today)
        and not known.get(one.url, {}).get("copy")
    ]
    yield f"sources without a copy to ask for: {len(due)}"
    asked = _Asked(network, machine)
    for source in due:
        try:
            copy = asked.copy(source)
        except _BusyError as fault:
            yield f"stopped: {fault}; run it again to go on"
            return
        day = asked.day(copy) if copy else ""
        network.journal.add(source.url, {"copy": copy, "date": day, "day": str(network.today)})
        yield f"{'kept' if copy else 'no copy'}: {source.id}: {copy or source.url}"


def copy_fields(shelf: Shelf, results: Mapping[str, Mapping[str, str]]) -> Mapping[str, Fields]:
    """Give what sources are to say, by id; whoever has a copy no longer says that none is known."""
    found: dict[str, dict[str, object]] = {}
    for source in shelf.sources:
        result = results.get(source.url, {})
        if source.archived or "copy" not in result:
            continue
        if result["copy"]:
            found[source.id] = {"archived": [{"url": result["copy"], "date": result["date"]}]}
            if source.no_copy_known:
                found[source.id]["no-copy-known"] = None
        else:
            found[source.id] = {"no-copy-known": result["day"]}
    return found


class _Asked:
    """Asks the Machine, one request after the other, as slowly as it likes."""

    def __init__(self, network: Network, machine: Machine) -> None:
        self._network = network
        self._machine = machine
        self._ready = 0.0

    def copy(self, source: Source) -> str:
        """Give the address of a copy; empty: there is none."""
        near = f"{_first(source) or self._network.today:%Y%m%d}"
        for way in (self._available, self._indexed):
            address = way(source.url, near)
            if address and self._fits(address, source) and self._get(address).code == 200:
                return address
        return ""

    def day(self, copy: str) -> str:
        """Give the day of a copy, which its address tells."""
        return _day(self._parts(copy)[0])

    def _available(self, url: str, near: str) -> str:
        query = urlencode({"url": url, "timestamp": near})
        answer = _json(self._get(f"{self._machine.available}?{query}", MOST))
        try:
            closest = answer["archived_snapshots"]["closest"]
            good = closest["available"] is True and str(closest["status"]) == "200"
            return re.sub("^http://(?=web)", "https://", str(closest["url"])) if good else ""
        except (KeyError, TypeError):
            return ""

    def _indexed(self, url: str, near: str) -> str:
        query = urlencode(
            {
                "url": url,
                "output": "json",
                "fl": "timestamp,original",
                "filter": "statuscode:200",
                "closest": near,
                "sort": "closest",
                "limit": "1",
            }
        )
        answer = _json(self._get(f"{self._machine.index}?{query}", MOST))
        try:
            stamp, original = answer[1]
        except (IndexError, KeyError, TypeError, ValueError):
            return ""
        return f"{self._machine.copies}{stamp}/{original}"

    def _fits(self, address: str, source: Source) -> bool:
        """Tell whether an address is that of a copy of this source, made after it was issued."""
        stamp, original = self._parts(address)
        first = _first(source)
        day = _day(stamp)
        return bool(day) and same(original, source.url) and (not first or day >= str(first))

    def _parts(self, address: str) -> tuple[str, str]:
        found = re.fullmatch(
            r"(\d{14})[a-z_]*/(https?://\S+)", address.removeprefix(self._machine.copies)
        )
        return (found[1], found[2]) if found else ("", "")

    def _get(self, address: str, most: int = 0) -> Answer:
        clock, pace = self._network.clock, self._network.pace
        for _ in range(pace.tries):
            clock.wait(max(0.0, self._ready - clock.elapsed()))
            answer = self._network.ask(address, most)
            asked = (answer.wait or pace.busy) if answer.code in BUSY else pace.gap
            if asked > pace.longest:
                break
            self._ready = clock.elapsed() + asked
            if answer.code and answer.code not in BUSY:
                return answer
        raise _BusyError(answer.fault or f"the archive answers {answer.code}")


def _first(source: Source) -> date | None:
    """Give the day before the first one that a source may be of."""
    when = source.issued
    return date(when.year, when.month or 1, when.day or 1) - ONE_DAY if when else None


def _day(stamp: str) -> str:
    try:
        return str(date(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:8])))
    except ValueError:
        return ""


def _json(answer: Answer) -> Any:
    try:
        return json.loads(answer.body)
    except ValueError:
        return None
