"""A case gives what the matrix, the facets and the envelope are made of."""

from collections.abc import Iterator

from third_reader.checks.readable import begun, readable
from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.document import CaseFacts, Envelope
from third_reader.model.site import Site
from third_reader.model.text import CiteSlot

INCOMPLETE = Code(
    "incomplete-case",
    "A case without these fields is missing from the matrix, from lists or has no envelope. Add "
    "them, or keep the page a draft until they are known.",
)

UNCITED = Code(
    "envelope-without-source",
    "The envelope says who wrote to whom and who read it: the gravest words of a case. At least "
    'one of its lines cites a source, as in `from: "A sender, in France [@evening-post-2021]"`.',
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Give one warning a case that lacks something, naming it all, or whose envelope cites nothing.

    Translations are not judged.
    """
    for document in site.documents:
        if document.case is None or document.translation or not readable(document):
            continue
        if begun(document):
            continue
        given = {key.partition(".")[0] for key, _ in document.keys}
        missing = [name for name in _missing(document.case) if name not in given]
        if missing:
            told = f"this case has no {', '.join(missing)}; readers and lists need them"
            yield INCOMPLETE.warning(document.at("title"), told)
        if document.case.envelope and not _cites(document.case.envelope):
            told = "the envelope cites nothing; add '[@…]' with a source to its lines"
            yield UNCITED.warning(document.at("envelope"), told)


def _cites(envelope: Envelope) -> bool:
    stops = (envelope.sender, envelope.through, envelope.recipient, envelope.reader)
    texts = [text for stop in stops if stop for text in (stop.who, stop.rest)]
    texts += [leg.text for leg in envelope.legs]
    return any(isinstance(piece, CiteSlot) for text in texts for piece in text)


def _missing(facts: CaseFacts) -> list[str]:
    fields: tuple[tuple[str, object], ...] = (
        ("platform", facts.platform),
        ("from", facts.origin),
        ("to", facts.to),
        ("mechanism", facts.mechanism),
        ("outcome", facts.outcome),
        ("envelope", facts.envelope),
    )
    return [name for name, value in fields if not value]
