"""`/// timeline`: a list of dated events."""

import re
from datetime import date
from xml.etree.ElementTree import Element

from third_reader.blocks.reader import Page, holds_more, items, unwrap
from third_reader.machinery.stamps import strip
from third_reader.model.blocks import Event, EventDate, TimelineBlock
from third_reader.model.diagnostic import Code
from third_reader.model.source import PartialDate
from third_reader.model.wording import quoted

DATE = r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?"
START = re.compile(rf"\s*{DATE}(?:\s*/\s*{DATE})?\s*[:：]\s*")

BAD_DATE = Code(
    "bad-event-date",
    "An event begins with a date that exists, as precise as it is known, and a colon: `2019: …`, "
    "`2019-12: …`, `2019-12-11: …`, or a span `2019-09-26/2019-10-05: …` that runs forwards.",
)
UNCITED = Code(
    "event-without-source", "An event is a statement: it carries a citation like any other."
)


def read(element: Element, page: Page) -> TimelineBlock:
    """Read the events of a block; items that are none are reported and left out."""
    found = (_event(item, page) for item in items(page, element))
    return TimelineBlock(tuple(event for event in found if event is not None))


def _event(item: Element, page: Page) -> Event | None:
    at = page.at(item)
    words = unwrap(item)
    missed = page.missed(item)
    when = _take_date(words)
    if when is None:
        if not holds_more(page, item):
            told = "does not begin with a date that exists, such as '2019-12-11:'"
            page.report(BAD_DATE.error(at, f"event {quoted(page.plain(words)[:30])} {told}"))
        page.rich(words)
        return None
    anchor = f"event-{page.count('event')}"
    page.name(anchor, at)
    plain = page.plain(words)
    text = page.rich(words)
    keys = page.keys(text)
    if not keys and not missed:
        page.report(UNCITED.error(at, f"event of {when.iso()} cites nothing; add its source"))
    return Event(anchor, when, text, plain, keys, at)


def _take_date(words: Element) -> EventDate | None:
    text = strip(words.text or "")
    match = START.match(text)
    if match is None:
        return None
    parts = [int(one) if one else None for one in match.groups()]
    start = partial_date(parts[0], parts[1], parts[2])
    end = partial_date(parts[3], parts[4], parts[5]) if parts[3] is not None else None
    if start is None or (parts[3] is not None and end is None):
        return None
    if end is not None and end.iso() < start.iso()[: len(end.iso())]:
        return None
    words.text = text[match.end() :]
    return EventDate(start, end)


def partial_date(year: int | None, month: int | None, day: int | None) -> PartialDate | None:
    """Give a date if it exists in the calendar, else None."""
    if year is None:
        return None
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return PartialDate(year, month, day)
