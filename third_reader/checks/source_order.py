"""Days of a source that cannot be: a relay before its origin, a copy before it, a look to come."""

from collections.abc import Iterator
from datetime import date

from third_reader.checks.dates import FUTURE
from third_reader.evidence.days import anywhere, earliest, first_day, issued, last_day, latest
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
    "A copy, or the day on which an address was read (`accessed`), `checked` or looked for in "
    "archives (`no-copy-known`), cannot be older than the source itself. One of the two days is "
    "wrong.",
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Give a warning for each impossible day; an order names both days and both places."""
    for source in site.sources.values():
        yield from _relays(source, site)
        yield from _days(source, site.config.today)


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


def _days(source: Source, today: date) -> Iterator[Diagnostic]:
    """Judge the days of a source, its copies and those who looked; some may be months or years.

    A month or year in which a source was issued may be to come: magazines are dated ahead.
    """
    dated = source.issued if source.issued and source.issued.day else None
    days = [("archived", one.date) for one in source.archived] + [("checked", source.checked)]
    spans = [("issued", dated), ("accessed", source.accessed)]
    spans.append(("no-copy-known", source.no_copy_known))
    found = [(name, day, day, str(day)) for name, day in days if day is not None]
    found += [(name, first_day(one), last_day(one), one.iso()) for name, one in spans if one]
    for name, first, last, written in found:
        if first > anywhere(today):
            told = f"'{name}' is {written}, later than the day of this build; mend it"
            yield FUTURE.warning(source.at(name), told)
        elif source.issued and anywhere(last) < earliest(source):
            yield _too_early(source, name, written)


def _too_early(source: Source, name: str, day: str) -> Diagnostic:
    when = source.issued.iso() if source.issued else ""
    told = (
        f"'{name}' is {day}, before {quoted(source.id, 40)} was issued, "
        f"{when} ({source.at('issued').short}); mend one of them"
    )
    return COPY_ORDER.warning(source.at(name), told)
