"""Citations: each key is a source, and what looks like a citation of a source is one."""

from collections.abc import Iterator

from third_reader.checks.readable import sources_lost
from third_reader.model.citation import Mark
from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.site import Site
from third_reader.model.wording import quoted, suggestions

UNKNOWN_SOURCE = Code(
    "unknown-source",
    "A citation names a source that is in no file under `sources/`, so nobody could follow it. "
    "Mend the key, or add the source.",
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Give an error for each mark without a source, and for each near miss whose key is one."""
    for document in site.documents:
        for suspect in document.suspects:
            if suspect.miss.only_if_known in site.sources:
                yield Diagnostic(suspect.position, suspect.miss.code, suspect.miss.message)
    if not sources_lost(site):
        yield from _unknown(site)


def _unknown(site: Site) -> Iterator[Diagnostic]:
    marks = [
        mark
        for document in site.documents
        for mark in document.marks
        if mark.item.key not in site.sources
    ]
    hints = suggestions((mark.item.key for mark in marks), site.sources)
    for mark in marks:
        yield UNKNOWN_SOURCE.error(mark.position, _told(mark, hints[mark.item.key]))


def _told(mark: Mark, hint: str) -> str:
    wish = hint or "; add it under sources/ or mend the key"
    return f"no source has the id {quoted(mark.item.key, 60)}{wish}"
