"""What to look at first: pages long unchecked, claims that lost their evidence, sources adrift."""

from collections.abc import Iterator
from datetime import date, timedelta

from third_reader.checks.sources import lost
from third_reader.model.document import Document, PageKind
from third_reader.model.site import Site

OLD = timedelta(days=365)


def stale(site: Site) -> Iterator[str]:
    """Give a line for each: pages by day of review, the oldest first; then claims and sources.

    Translations are left out: their original says when the evidence was looked at.
    """
    pages = [one for one in site.documents if one.kind is not PageKind.PAGE and not one.translation]
    for page in sorted(pages, key=lambda one: (_checked(one), one.path)):
        yield f"{page.path}: {_told(page, site.config.today)}"
    yield from _claims(site)
    yield from _sources(site)


def _claims(site: Site) -> Iterator[str]:
    for document in site.documents:
        for claim in document.claims:
            if lost(claim, site):
                yield f"{claim.position}: claim '{claim.id}' has no source left"


def _sources(site: Site) -> Iterator[str]:
    gone = [one for one in site.sources.values() if one.status == "gone"]
    for source in gone:
        copy = "with a copy" if source.archived else "without a copy"
        yield f"{source.position}: source '{source.id}' is gone, {copy}"
    for source in site.sources.values():
        if source.status != "gone" and source.checked is None and source.url:
            yield f"{source.position}: source '{source.id}' was never checked"


def _checked(page: Document) -> date:
    return page.reviewed or date.min


def _told(page: Document, today: date) -> str:
    if page.reviewed is None:
        return "never reviewed"
    old = ", more than a year ago" if today - page.reviewed > OLD else ""
    return f"reviewed {page.reviewed}{old}"
