"""Dates of a page: they are there, in order, and not in the future."""

from collections.abc import Iterator

from third_reader.checks.readable import begun, readable
from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.document import Document, PageKind
from third_reader.model.site import Site

NOT_REVIEWED = Code(
    "not-reviewed",
    "A case or an explainer says when the whole page was last checked against its sources: "
    "`reviewed`, a day.",
)
DATE_ORDER = Code(
    "date-order",
    "A page cannot have been checked or changed before it was there: one of the days is wrong.",
)
FUTURE = Code(
    "future-date",
    "A day that has not come yet. A page dated in the future is not published until then; any "
    "other day must be one that has been.",
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Give warnings on days that are missing, out of order, or still to come."""
    for document in site.documents:
        if readable(document):
            yield from _reviewed(document)
            yield from _order(document, site)
            yield from _future(document, site)


def _reviewed(document: Document) -> Iterator[Diagnostic]:
    judged = document.kind is not PageKind.PAGE and not document.translation
    judged = judged and not begun(document)
    if judged and document.reviewed is None and "reviewed" not in dict(document.keys):
        told = "'reviewed' is missing; add the day this page was last checked against its sources"
        yield NOT_REVIEWED.warning(document.at("title"), told)


def _order(document: Document, site: Site) -> Iterator[Diagnostic]:
    if document.date is None or document.date > site.config.today:
        return
    for name, day in (("reviewed", document.reviewed), ("updated", document.updated)):
        if day is not None and day < document.date:
            told = f"'{name}' is {day}, before the page's 'date' {document.date}; mend one of them"
            yield DATE_ORDER.warning(document.at(name), told)


def _future(document: Document, site: Site) -> Iterator[Diagnostic]:
    days = (
        ("date", document.date),
        ("reviewed", document.reviewed),
        ("updated", document.updated),
        ("translated", document.translated),
    )
    for name, day in days:
        if day is not None and day > site.config.today:
            wish = "the page waits until then" if name == "date" else "mend it"
            told = f"'{name}' is {day}, later than the day of this build; {wish}"
            yield FUTURE.warning(document.at(name), told)
