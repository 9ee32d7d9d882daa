"""The whole site as a book: what stands in it, and where its links lead there."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from urllib.parse import unquote, urljoin, urlsplit
from uuid import NAMESPACE_URL, uuid5

from third_reader.citations.labels import reference
from third_reader.languages.catalogue import Catalogue
from third_reader.model.address import book_address
from third_reader.model.blocks import EventDate
from third_reader.model.dataset import LICENCE_ADDRESS
from third_reader.model.document import Document, PageKind
from third_reader.model.language import Language
from third_reader.model.site import Site
from third_reader.model.source import Source
from third_reader.publishing.epub import Book, Chapter, epub
from third_reader.publishing.excerpt import Excerpt, excerpt
from third_reader.publishing.images import bare
from third_reader.views.cards import is_web

NOTES = frozenset({"notes"})
NOTE = re.compile(r"n\d+-(.+)")
SOURCES = "sources.xhtml"
TITLE = "title.xhtml"


@dataclass(slots=True)
class Books:
    """The book of each language."""

    site: Site
    catalogues: Mapping[str, Catalogue]
    read: Callable[[str], str]
    """Gives a page's HTML by its address."""

    def written(self) -> Iterator[tuple[str, bytes]]:
        """Give each language's book, as address within the site and content."""
        for language in self.site.config.languages:
            documents = [one for one in self.site.documents if one.lang == language.code]
            if documents:
                t = self.catalogues[language.code]
                made = _Binding(self.site, language, t, {}, {})
                made.read(documents, self.read)
                yield book_address(language.prefix), epub(made.bound(documents))


@dataclass(slots=True)
class _Binding:
    """One book in the making."""

    site: Site
    language: Language
    t: Catalogue
    files: dict[str, str]
    """Address of a page to its chapter's file."""
    excerpts: dict[str, Excerpt]
    """By address of the page."""
    pictures: set[str] = field(default_factory=set)
    """Addresses of the pictures that chapters show."""

    def read(self, documents: list[Document], page: Callable[[str], str]) -> None:
        """Read every page, so that links can find their anchors."""
        for one in documents:
            self.files[one.url] = f"{one.kind.value}-{one.slug}.xhtml"
            self.excerpts[one.url] = excerpt(page(one.url), without=NOTES, marked=True)

    def bound(self, documents: list[Document]) -> Book:
        """Give the book: title, pages by their kind, sources."""
        t, config = self.t, self.site.config
        name = t("The Third Reader") if config.name == "The Third Reader" else config.name
        sections = {
            PageKind.CASE: t("Cases"),
            PageKind.EXPLAINER: t("Explainers"),
            PageKind.PAGE: t("About"),
        }
        chapters = [Chapter(TITLE, "", name, self._title())]
        chapters += [
            Chapter(self.files[one.url], sections[one.kind], one.title, self._text(one))
            for one in documents
        ]
        if self.site.sources:
            chapters.append(Chapter(SOURCES, "", t("Sources"), self._sources()))
        address = f"{config.url or name}{book_address(self.language.prefix)}"
        return Book(
            id=f"urn:uuid:{uuid5(NAMESPACE_URL, address)}",
            title=name,
            author=name,
            lang=self.language.tag,
            contents=t("Contents"),
            rights=f"CC BY 4.0, {LICENCE_ADDRESS}",
            day=config.today,
            chapters=tuple(chapters),
            pictures={one[1:]: bare(self.site.pictures[one]) for one in sorted(self.pictures)},
        )

    def _title(self) -> str:
        t, config = self.t, self.site.config
        told = [
            t("Cases of messages that crossed a border and were read on the way."),
            t("Built {day}", day=t.day(config.today)),
        ]
        lines = [f"<p>{escape(words)}</p>" for words in told]
        if config.url:
            address = escape(f"{config.url}{self.language.prefix}/")
            lines.append(f'<p><a href="{address}">{address}</a></p>')
        lines.append(f'<p><a href="{LICENCE_ADDRESS}">CC BY 4.0</a></p>')
        return "\n".join(lines)

    def _text(self, document: Document) -> str:
        own = self.excerpts[document.url]
        return own.text(lambda address: self._resolved(address, document.url, own))

    def _resolved(self, address: str, page: str, own: Excerpt) -> str:
        """Give where a link leads in the book, or on the web; nothing: nowhere."""
        if address.startswith("#"):
            return self._anchor(address[1:], own)
        if urlsplit(address).scheme:
            return address
        if address in self.site.pictures:
            self.pictures.add(address)
            return address[1:]
        parts = urlsplit(urljoin(page, address))
        path = unquote(parts.path)
        if path in self.files:
            there = self._anchor(unquote(parts.fragment), self.excerpts[path])
            return f"{self.files[path]}{there}"
        start = f"{self.language.prefix}/sources/"
        source = path.removeprefix(start).rstrip("/") if path.startswith(start) else ""
        if source in self.site.sources:
            return f"{SOURCES}#s-{source}"
        return f"{self.site.config.url}{address}" if self.site.config.url else ""

    def _anchor(self, name: str, there: Excerpt) -> str:
        """Give an anchor that the book has: of a note, its source at the end of the chapter."""
        if note := NOTE.fullmatch(name):
            name = f"s-{note[1]}"
        return f"#{name}" if name and name in there.ids else ""

    def _sources(self) -> str:
        lines = [self._source(one) for one in self.site.sources.values()]
        return "\n".join(("<ul>", *lines, "</ul>"))

    def _source(self, source: Source) -> str:
        t, shown = self.t, reference(source, self.language)
        lang = f' lang="{escape(shown.title_tag)}"' if shown.foreign else ""
        issued = EventDate(source.issued, source.issued_end) if source.issued else None
        told = [
            escape(shown.who),
            f"<cite{lang}>{escape(shown.title)}</cite>",
            escape(shown.title_en),
            escape(shown.container or shown.publisher),
            t.when(issued) if issued else t("undated"),
            _linked(source.url),
            escape(source.call_number),
        ]
        words = escape(t(", ")).join(filter(None, told))
        return f'<li id="s-{escape(source.id)}">{words}</li>'


def _linked(url: str) -> str:
    """Give an address as a link; an onion service's as text."""
    words = escape(url)
    return f'<a href="{words}">{words}</a>' if is_web(url) else words
