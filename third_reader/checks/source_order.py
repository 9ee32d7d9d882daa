"""Orders of a source's days that cannot be: a relay before its origin, a copy before the source."""

from collections.abc import Iterator
from datetime import date

from third_reader.evidence.days import anywhere, earliest, issued, latest
from third_reader.evidence.lineage import parents
from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.site import Site
from third_reader.model.source import Source
from third_reader.model.wording import quoted

RELAY_ORDER = Code(
    "relay-before-origin",
    "A source cannot relay what was published after it: a day, or `derived-from`, is wrong. Where "
    "we read a later reprint, its `original-date` says when the words first came out.",
)
COPY_ORDER = Code(
    "copy-before-source",
    "A copy, or the day on which an address was `checked`, cannot be older than the source itself. "
    "One of the two days is wrong.",
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Give a warning for each impossible order; each names both days and both places."""
    for source in site.sources.values():
        yield from _relays(source, site)
        yield from _copies(source)


def _relays(source: Source, site: Site) -> Iterator[Diagnostic]:
    if source.issued is None:
        return
    for key in parents(source.id, site.sources):
        parent = site.sources[key]
        if parent.issued and latest(source) < earliest(parent):
            told = (
                f"{quoted(source.id, 40)} of {issued(source)} relays {quoted(key, 40)} of "
                f"{parent.issued.iso()} ({parent.position.short}), which is younger; "
                "mend one of them"
            )
            yield RELAY_ORDER.warning(source.position, told)


def _copies(source: Source) -> Iterator[Diagnostic]:
    if source.issued is None:
        return
    days: list[tuple[str, date | None]] = [("archived", one.date) for one in source.archived]
    for name, day in (*days, ("checked", source.checked)):
        if day is not None and anywhere(day) < earliest(source):
            told = (
                f"'{name}' is {day}, before {quoted(source.id, 40)} was issued, "
                f"{source.issued.iso()} ({source.position.short}); mend one of them"
            )
            yield COPY_ORDER.warning(source.position, told)
