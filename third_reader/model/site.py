"""The whole site as one value, frozen: what checks, views and exports are functions of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from third_reader.model.claim import Graded
from third_reader.model.correction import Correction
from third_reader.model.diagnostic import Diagnostic
from third_reader.model.document import Document, PageKind
from third_reader.model.glossary import Glossary
from third_reader.model.language import Language
from third_reader.model.position import Position
from third_reader.model.source import Source


@dataclass(frozen=True, slots=True)
class Mirror:
    """Another copy of the site, as the publisher names it."""

    name: str
    address: str
    """Begins with `https://` or `http://`."""

    @property
    def hidden(self) -> bool:
        """Tell whether it is an onion service: shown as text, for another browser would ask DNS."""
        host = self.address.partition("://")[2].partition("/")[0].partition(":")[0]
        return host.endswith(".onion")


@dataclass(frozen=True, slots=True)
class Config:
    """What the publisher sets."""

    name: str
    url: str
    """Without a slash at its end; empty: not known, and nothing absolute is written."""
    contact: str
    """An e-mail address for reports; empty: none."""
    languages: tuple[Language, ...]
    """The first one's addresses have no prefix."""
    today: date
    """The day of the build: of SOURCE_DATE_EPOCH, or today in UTC."""
    strict: bool = False
    drafts: bool = False
    onion: str = ""
    """The site's own address as an onion service, without a slash at its end; empty: none."""
    mirrors: tuple[Mirror, ...] = ()
    hsts: int = 0
    """Seconds for which browsers shall ask this host by https alone; 0: they are not told."""
    caching: str = "no-store"
    """`Cache-Control` of all but files whose names change with them."""

    def language(self, code: str) -> Language:
        """Give the language of a code; raises KeyError."""
        for language in self.languages:
            if language.code == code:
                return language
        raise KeyError(code)

    def language_at(self, address: str) -> Language:
        """Give the language of an address within the site: the one whose prefix it has."""
        others = [
            one for one in self.languages if one.prefix and address.startswith(f"{one.prefix}/")
        ]
        return others[0] if others else self.languages[0]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Controlled words: facet, then id, then language code, to a label."""

    words: Mapping[str, Mapping[str, Mapping[str, str]]]
    """Facets are `platforms`, `mechanisms`, `outcomes`, `countries`."""
    position: Position | None = None
    """None: the tree has no vocabulary, so ids are not judged."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a source is cited."""

    document: Document
    mark: int
    """Index in the document's `marks`; its anchor is `cite-{mark + 1}`."""


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that the content says, joined."""

    config: Config
    documents: tuple[Document, ...]
    """Sorted by kind, slug and the order of languages."""
    sources: Mapping[str, Source]
    """By id, sorted."""
    vocabulary: Vocabulary
    origins: Mapping[str, tuple[str, ...]]
    """By id of a source: the ids of what it goes back to, sorted; itself if it relays nothing."""
    relays: Mapping[str, tuple[str, ...]]
    """By id of a source: the ids of those that relay it directly, sorted."""
    grades: Mapping[tuple[str, str], Graded]
    """By address of the page and id of the claim."""
    cited: Mapping[str, tuple[Place, ...]]
    """By key: every place that cites it, in the order of documents and marks."""
    pictures: Mapping[str, Path]
    """The pictures of the tree by address, `/images/x.png`: their files."""
    drafts: frozenset[str]
    """Addresses of the drafts that were left out."""
    diagnostics: tuple[Diagnostic, ...]
    """What reading found; the checks find the rest."""

    groups: Mapping[tuple[PageKind, str], tuple[Document, ...]]
    """By kind and slug: the page in all its languages, in the order of languages."""
    shelves: Mapping[tuple[PageKind, str], tuple[Document, ...]]
    """By kind and language code: the pages, by slug."""
    corrections: tuple[Correction, ...] = ()
    """The newest first."""
    glossary: Glossary = field(default_factory=Glossary)
    texts: Mapping[str, Path] = field(default_factory=dict)
    """By address of a page that was written by hand: its file."""

    moved: Mapping[str, str] = field(default_factory=dict)
    """By an address that a page had before: where it is now."""

    def of(self, kind: PageKind, lang: str) -> tuple[Document, ...]:
        """Give the pages of one kind in one language, by slug."""
        return self.shelves.get((kind, lang), ())

    def versions(self, document: Document) -> tuple[Document, ...]:
        """Give the page in all its languages, itself included, in the order of languages."""
        return self.groups[document.kind, document.slug]
