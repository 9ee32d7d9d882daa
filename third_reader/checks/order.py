"""Orders of a page's days that cannot be: what dates alone show, never what words mean."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from third_reader.checks.readable import readable
from third_reader.evidence.days import first_day, issued, last_day, latest
from third_reader.model.blocks import Event, TimelineBlock
from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.document import Document
from third_reader.model.site import Site
from third_reader.model.source import Kind, Source
from third_reader.model.wording import quoted

EVENT_ORDER = Code(
    "event-order",
    "A timeline runs from the earliest event to the latest. One that goes back has a wrong day (a "
    "verdict before the arrest) or stands in the wrong place.",
)
NOT_YET = Code(
    "source-before-event",
    "A source cannot report what came after it. If every source of an event is older than the "
    "event, a day is wrong: that of the event, or `issued` of a source. A law may speak of days to "
    "come, so an event that cites one is not judged.",
)
CASE_NOT_YET = Code(
    "sources-before-case",
    "Every source that a case cites is older than the case's `when`: one of these days is wrong.",
)
REVIEW_ORDER = Code(
    "source-after-review",
    "A page cites a source that is younger than every day the page gives for itself (`date`, "
    "`updated`, `reviewed`): one of these days is wrong, or was not brought up to date.",
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Give a warning for each impossible order; each names both places."""
    for document in site.documents:
        if document.translation or not readable(document):
            continue
        for block in document.blocks:
            if isinstance(block, TimelineBlock):
                yield from _backwards(block)
                yield from _too_early(block, site)
        yield from _case(document, site)
        yield from _review(document, site)


def _backwards(block: TimelineBlock) -> Iterator[Diagnostic]:
    for before, after in pairwise(block.events):
        if last_day(after.when.end or after.when.start) < first_day(before.when.start):
            told = (
                f"this event, {after.when.iso()}, stands after that of {before.when.iso()} in line "
                f"{before.position.line}; mend a day, or put them in order"
            )
            yield EVENT_ORDER.warning(after.position, told)


def _too_early(block: TimelineBlock, site: Site) -> Iterator[Diagnostic]:
    for event in block.events:
        if any(key in site.sources and site.sources[key].kind is Kind.LAW for key in event.keys):
            continue
        youngest = _youngest(event.keys, site)
        if youngest and latest(youngest) < event.when.first_day():
            yield NOT_YET.warning(event.position, _older(event, youngest))


def _older(event: Event, youngest: Source) -> str:
    return (
        f"the event is of {event.when.iso()}, but its youngest source, {quoted(youngest.id, 40)}, "
        f"is of {issued(youngest)} ({youngest.position.short}); mend one of the days"
    )


def _case(document: Document, site: Site) -> Iterator[Diagnostic]:
    when = document.case.when if document.case else None
    youngest = _youngest((mark.item.key for mark in document.marks), site)
    if when and youngest and latest(youngest) < first_day(when):
        told = (
            f"'when' is {when.iso()}, but the youngest source of the case, "
            f"{quoted(youngest.id, 40)}, is of {issued(youngest)} ({youngest.position.short}); "
            "mend a day"
        )
        yield CASE_NOT_YET.warning(document.at("when"), told)


def _review(document: Document, site: Site) -> Iterator[Diagnostic]:
    days = [one for one in (document.date, document.reviewed, document.updated) if one]
    if not days:
        return
    for key in dict.fromkeys(mark.item.key for mark in document.marks):
        source = site.sources.get(key)
        if source and source.issued and first_day(source.issued) > max(days):
            told = (
                f"the page's latest day is {max(days)}, but it cites {quoted(key, 40)} of "
                f"{source.issued.iso()} ({source.position.short}); mend one of them"
            )
            name = "reviewed" if document.reviewed else "date"
            yield REVIEW_ORDER.warning(document.at(name), told)


def _youngest(keys: Iterable[str], site: Site) -> Source | None:
    """Give the youngest of some sources; None: there is none, or one of them is undated."""
    known = [site.sources[key] for key in keys if key in site.sources]
    if not known or any(one.issued is None for one in known):
        return None
    return max(known, key=lambda one: (latest(one), one.id))
