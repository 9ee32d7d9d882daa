"""`/data/events.ics`: the dated events of all pages as a calendar (RFC 5545).

A translation repeats its original's events, so only a page's first version is taken.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from third_reader.exports.artifact import Artifact
from third_reader.model.blocks import Event, EventDate
from third_reader.model.document import Document
from third_reader.model.site import Site
from third_reader.model.source import PartialDate

OCTETS = 75
"""Octets of a line without its end (RFC 5545, section 3.1)."""
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
"""Section 3.3.11; other controls have no place in a text."""


def export(site: Site) -> Iterable[Artifact]:
    """Give the calendar: each event lasts all of the days that it may have been on."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//The Third Reader//Events//EN"]
    for document, event, number in _ordered(site):
        lines += _entry(site, document, event, number)
    lines.append("END:VCALENDAR")
    text = "".join(f"{part}\r\n" for line in lines for part in folded(line))
    return (Artifact("/data/events.ics", text.encode("utf-8")),)


def folded(line: str) -> Iterator[str]:
    """Cut a line into pieces of at most 75 octets, none of them within a character."""
    piece, room = "", OCTETS
    for char in line:
        octets = len(char.encode("utf-8"))
        if octets > room:
            yield piece
            piece, room = " ", OCTETS - 1
        piece += char
        room -= octets
    yield piece


def day_after(when: EventDate) -> date | None:
    """Give the day after the last that an event may mean; None: the calendar ends there."""
    last = when.end or when.start
    try:
        if last.month is None:
            return date(last.year + 1, 1, 1)
        if last.day is None:
            return date(last.year + last.month // 12, last.month % 12 + 1, 1)
        return date(last.year, last.month, last.day) + timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def _ordered(site: Site) -> list[tuple[Document, Event, int]]:
    """Give events by their first day; the number counts those of one page and one date."""
    found = []
    for group in site.groups.values():
        seen: Counter[str] = Counter()
        for event in group[0].events:
            seen[event.when.iso()] += 1
            found.append((group[0], event, seen[event.when.iso()]))
    return sorted(found, key=lambda one: (one[1].when.first_day(), one[0].url, one[2]))


def _entry(site: Site, page: Document, event: Event, number: int) -> Iterator[str]:
    """Give one event; its id holds neither words nor place, so that both may be mended."""
    when = event.when
    name = uuid5(NAMESPACE_URL, f"{page.kind.value}/{page.slug}#{when.iso()}#{number}")
    after = day_after(when)
    stamp = _basic(page.updated or page.date or site.config.today)
    known = "" if _is_day(when.start) and when.end is None else f" ({when.iso()})"
    language = site.config.language(page.lang).tag
    yield "BEGIN:VEVENT"
    yield f"UID:{name}"
    yield f"DTSTAMP:{stamp}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(when.first_day())}"
    if after is not None:
        yield f"DTEND;VALUE=DATE:{_basic(after)}"
    yield f"SUMMARY;LANGUAGE={language}:{_text(event.plain + known)}"
    yield f"DESCRIPTION;LANGUAGE={language}:{_text(page.title)}"
    if site.config.url:
        yield f"URL:{site.config.url}{page.url}#{event.id}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _is_day(when: PartialDate) -> bool:
    return when.day is not None


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(words: str) -> str:
    kept = "".join(char for char in words if char == "\n" or char.isprintable())
    return kept.translate(ESCAPED)
