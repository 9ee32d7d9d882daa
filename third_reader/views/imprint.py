"""What a page says of itself: its days, whether it is behind, how to cite it."""

from dataclasses import dataclass
from datetime import date, timedelta

from third_reader.model.document import Document
from third_reader.views.shared import Shared

STALE = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a page states."""

    before: str
    iso: str
    words: str
    after: str


def days(document: Document, shared: Shared) -> tuple[Day, ...]:
    """Give the days that a page states: published, checked, last changed."""
    t = shared.t
    corrections = (one.date for one in shared.site.corrections if one.page == document.url)
    stated = (
        (t("Published {day}"), document.date),
        (t("Checked against its sources {day}"), document.reviewed),
        (t("Last changed {day}"), document.updated if document.updated != document.date else None),
        (t("Corrected {day}"), max(corrections, default=None)),
    )
    return tuple(_day(words, day, shared) for words, day in stated if day)


def checked(document: Document, shared: Shared) -> Day | None:
    """Give the day that a page was last checked against its sources; None: it does not say."""
    if document.reviewed is None:
        return None
    return _day(shared.t("Checked against its sources {day}"), document.reviewed, shared)


def _day(words: str, day: date, shared: Shared) -> Day:
    before, _, after = words.partition("{day}")
    return Day(before, day.isoformat(), shared.t.day(day), after)


def stale(document: Document, shared: Shared) -> str:
    """Say that a page was not checked for long; empty: it was."""
    checked = document.reviewed or document.date
    if checked is None or shared.site.config.today - checked <= STALE:
        return ""
    return shared.t("Not checked against its sources for more than a year.")


def behind(document: Document, shared: Shared) -> str:
    """Say that a translation is behind its original; empty: it is not."""
    original = shared.site.versions(document)[0]
    if original is document or original.updated is None:
        return ""
    brought = document.translated or document.date
    if brought is not None and original.updated <= brought:
        return ""
    return shared.t(
        "This translation is behind its original, which changed on {day}.",
        day=shared.t.day(original.updated),
    )


def citation(document: Document, shared: Shared) -> str:
    """Say how to cite a page, with its address and the day of the build."""
    t, config = shared.t, shared.site.config
    day = document.updated or document.date
    told = [site_name(shared), t("“{title}”", title=document.title)]
    if day:
        told.append(t.day(day))
    told.append(t("built {day}", day=t.day(config.today)))
    return t(", ").join((*told, shared.absolute(document.url)))


def site_name(shared: Shared) -> str:
    """Give the site's name in its language, unless the publisher chose another."""
    name = shared.site.config.name
    return shared.t("The Third Reader") if name == "The Third Reader" else name
