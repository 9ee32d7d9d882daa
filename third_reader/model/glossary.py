"""The glossary: what words mean, in each language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from third_reader.model.position import Position


@dataclass(frozen=True, slots=True)
class Word:
    """A term in one language."""

    term: str
    definition: str
    """Plain text, a sentence or two; empty: this language has none."""


@dataclass(frozen=True, slots=True)
class Term:
    """One entry."""

    id: str
    words: Mapping[str, Word]
    """By language code, as in the site's order; what is made from another language is included."""
    written: frozenset[str]
    """Codes of the languages that an author wrote a term for."""
    defined: frozenset[str]
    """Codes of the languages that an author wrote a definition for."""
    position: Position

    def word(self, lang: str) -> tuple[str, Word]:
        """Give the term in a language, or in the first that has it, with that language's code."""
        if lang in self.words:
            return lang, self.words[lang]
        return next(iter(self.words.items()), ("", Word(self.id.replace("-", " "), "")))


@dataclass(frozen=True, slots=True)
class Glossary:
    """All entries, by id, sorted."""

    terms: Mapping[str, Term] = field(default_factory=dict)
    lost: bool = False
    """Its file could not be read, so nothing is said of terms that are not in it."""


@dataclass(frozen=True, slots=True)
class TermUse:
    """A `[[term]]` on a page."""

    term: str
    bare: bool
    """It has no words of its own: the glossary's stand for it."""
    position: Position
