"""A source on the web has a copy elsewhere, or says when none was known."""

from collections.abc import Iterator

from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.site import Site
from third_reader.model.wording import quoted

COPY_NOT_STATED = Code(
    "copy-not-stated",
    "What stands on the web vanishes. A source with a `URL` says where a copy is kept (`archived` "
    "under `custom`), or on which day or in which month none was known to us (`no-copy-known` "
    "under `custom`). `make archive` asks the Wayback Machine for copies of all that have none.",
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Give one warning a source that says neither."""
    for source in site.sources.values():
        if source.url and not source.archived and source.no_copy_known is None:
            told = (
                f"source {quoted(source.id)} has no copy; add 'archived', or 'no-copy-known' "
                "with the day or month on which none was known"
            )
            yield COPY_NOT_STATED.warning(source.position, told)
