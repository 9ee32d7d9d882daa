"""A glossary term in the language of a page."""

from dataclasses import dataclass

from third_reader.model.address import term_address
from third_reader.model.glossary import Term
from third_reader.views.shared import Shared


@dataclass(frozen=True, slots=True)
class Definition:
    """A term as its readers meet it on a page."""

    words: str
    lang: str
    """BCP 47 tag of its words and definition; empty: as the page."""
    definition: str
    href: str
    """Its entry in the glossary."""


def definition(term: Term, shared: Shared) -> Definition:
    """Give a term in the language of a page, or in the first that has it."""
    lang, word = term.word(shared.language.code)
    tag = "" if lang in {shared.language.code, ""} else shared.site.config.language(lang).tag
    href = term_address(term.id, shared.language.prefix)
    return Definition(word.term, tag, word.definition, href)
