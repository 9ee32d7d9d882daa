"""Controlled words: what a case names is in the vocabulary, which has labels for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.document import CaseFacts, Document
from third_reader.model.position import Position
from third_reader.model.site import Site
from third_reader.model.wording import quoted, suggestions
from third_reader.reading.names import SLUG, device

UNKNOWN_WORD = Code(
    "unknown-word",
    "A platform, mechanism, outcome or country that `data/vocabulary.yaml` does not have, so there "
    "is no label to show. Mend the id, or add it there with a label for each language.",
)
NO_ID = "is no id; write lower-case letters, digits and hyphens"


@dataclass(frozen=True, slots=True)
class Use:
    """One word where front matter uses it."""

    facet: str
    """As the vocabulary names it: `platforms`."""
    key: str
    """Where it stands: `to.0`."""
    word: str
    document: Document


def check(site: Site) -> Iterator[Diagnostic]:
    """Give each word that its facet lacks; of a facet that the vocabulary lacks, only its form."""
    words = site.vocabulary.words if site.vocabulary.position else {}
    uses = [
        use
        for document in site.documents
        if document.case is not None
        for use in _uses(document, document.case)
    ]
    yield from (
        UNKNOWN_WORD.error(use.document.at(use.key), f"{quoted(use.word, 60)} {NO_ID}")
        for use in uses
        if use.facet not in words and not _has_form(use)
    )
    unknown = [use for use in uses if use.facet in words and not _known(use, words[use.facet])]
    hints = {
        facet: suggestions((use.word for use in unknown if use.facet == facet), words[facet])
        for facet in dict.fromkeys(use.facet for use in unknown)
    }
    places = {use.document.path: dict(use.document.keys) for use in unknown}
    for use in unknown:
        path = use.document.path
        wish = hints[use.facet][use.word] or "; mend it, or add it to data/vocabulary.yaml"
        told = f"{quoted(use.word, 60)} is not among the vocabulary's {use.facet}{wish}"
        at = Position(path, *places[path].get(use.key, (1, 1)))
        yield UNKNOWN_WORD.error(at, told)


def _uses(document: Document, facts: CaseFacts) -> Iterator[Use]:
    given = (
        ("platforms", "platform", facts.platform),
        *(("mechanisms", f"mechanism.{n}", one) for n, one in enumerate(facts.mechanism)),
        ("outcomes", "outcome", facts.outcome),
        ("countries", "from", facts.origin),
        *(("countries", f"to.{n}", one) for n, one in enumerate(facts.to)),
    )
    return (Use(facet, key, word, document) for facet, key, word in given if word)


def _has_form(use: Use) -> bool:
    """Tell whether a word can be a part of an address, as ids of the vocabulary are."""
    return use.facet == "countries" or (
        SLUG.fullmatch(use.word) is not None and not device(use.word)
    )


def _known(use: Use, words: Mapping[str, object]) -> bool:
    """Tell whether a word is there; of a part of a country (ISO 3166-2), whether its country is."""
    country = use.word.partition("-")[0] if use.facet == "countries" else use.word
    return use.word in words or country in words
