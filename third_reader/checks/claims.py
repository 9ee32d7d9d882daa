"""Claims: each has a grade, and the receipt of an envelope points at claims of its page."""

from collections.abc import Iterator

from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.document import Document
from third_reader.model.site import Site
from third_reader.model.wording import did_you_mean, quoted

WITHOUT_SOURCE = Code(
    "claim-without-source",
    "A claim that cites nothing and carries no marker has no grade (FORMAT, section 5, rule 6). "
    "Cite a source, or mark it `.not-established`, `.inferred` or `.disputed`.",
)
TICK = Code(
    "tick-without-claim",
    "A tick of the envelope names the claim of this page that says so; this one names none.",
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Give claims that no rule grades, and ticks that lead nowhere."""
    for document in site.documents:
        missed = {one.position for one in document.diagnostics if one.code.startswith("citation-")}
        lines = {one.line for one in missed}
        for claim in document.claims:
            if not claim.keys and claim.marker is None and claim.position.line not in lines:
                told = (
                    f"claim {quoted(claim.id)} cites nothing, so it has no grade; "
                    "cite a source, or mark it '.not-established'"
                )
                yield WITHOUT_SOURCE.error(claim.position, told)
        yield from _ticks(document)


def _ticks(document: Document) -> Iterator[Diagnostic]:
    if document.case is None or document.case.envelope is None:
        return
    claims = {claim.id for claim in document.claims}
    for tick in document.case.envelope.ticks:
        if tick.claim not in claims:
            wish = did_you_mean(tick.claim, claims) or "; write a claim's id"
            told = (
                f"tick {quoted(tick.stage, 20)} names {quoted(tick.claim, 50)}, "
                f"which is no claim of this page{wish}"
            )
            yield TICK.error(tick.position, told)
