"""Each case has the other side's answer, or says that none was found and when."""

from collections.abc import Iterator

from third_reader.checks.readable import begun, readable, sources_lost
from third_reader.evidence.answers import Answer, answer
from third_reader.model.diagnostic import Code, Diagnostic, errors
from third_reader.model.document import Document
from third_reader.model.site import Site

NO_ANSWER = Code(
    "no-answer",
    "A case accuses somebody: a state, a company. Cite what they say themselves (a source of kind "
    "`party-claim`), or write into an `unknown` block that no answer was seen, with the year of "
    "that look: `- What does the company say? In what we read until May 2026 no answer stands.` "
    "Write so only if somebody has looked.",
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Give one warning a case that has neither.

    Judged are originals with claims in which nothing is wrong that reading found, nor in a source
    that they cite: what a case lacks is a question for when it can be read.
    """
    if sources_lost(site):
        return
    for document in site.documents:
        if (
            _whole(document)
            and _all_read(document, site)
            and answer(document, site.sources) is Answer.MISSING
        ):
            told = (
                "the other side has no word in this case; cite a 'party-claim', or say with a date "
                "in an 'unknown' block that no answer was found"
            )
            yield NO_ANSWER.warning(document.at("title"), told)


def _whole(document: Document) -> bool:
    original = document.case is not None and not document.translation
    return (
        original
        and readable(document)
        and not begun(document)
        and bool(document.claims)
        and not errors(document.diagnostics)
    )


def _all_read(document: Document, site: Site) -> bool:
    """Tell whether no source that a page cites was refused: it may be the answer."""
    cited = (site.sources.get(mark.item.key) for mark in document.marks)
    return not any(source is not None and source.refused for source in cited)
