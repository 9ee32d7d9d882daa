"""Which feeds there are, and what each holds; their text is that of the pages as written."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urljoin

from third_reader.languages.catalogue import Catalogue
from third_reader.model.address import feed_address, list_feed
from third_reader.model.document import Document, PageKind
from third_reader.model.language import Language
from third_reader.model.site import Site
from third_reader.publishing.excerpt import excerpt
from third_reader.publishing.feeds import MOST, Entry, Feed, atom, json_feed
from third_reader.views.facet import FacetView
from third_reader.views.planned import Page

NOTES = frozenset({"notes"})
"""Notes of passages: each source stands at the end of the page too."""


@dataclass(slots=True)
class Feeds:
    """The feeds of a site that knows its own address."""

    site: Site
    catalogues: Mapping[str, Catalogue]
    read: Callable[[str], str]
    """Gives a page's HTML by its address."""
    _entries: dict[str, Entry] = field(default_factory=dict)

    def written(self, pages: Iterable[Page]) -> Iterator[tuple[str, bytes]]:
        """Give every feed as address within the site and content; none without an address."""
        if not self.site.config.url:
            return
        for language in self.site.config.languages:
            cases = self.site.of(PageKind.CASE, language.code)
            explainers = self.site.of(PageKind.EXPLAINER, language.code)
            yield from self._pair("all", (*cases, *explainers), "/", language)
            yield from self._pair("cases", cases, "/cases/", language)
        yield from self._facets(pages)

    def _pair(
        self, name: str, documents: tuple[Document, ...], page: str, language: Language
    ) -> Iterator[tuple[str, bytes]]:
        title = self._name(language)
        if name == "cases":
            title = f"{title}: {self.catalogues[language.code]('Cases')}"
        address = feed_address(name, language.prefix)
        if feed := self._feed(address, f"{language.prefix}{page}", title, documents, language):
            yield address, atom(feed)
            other = address.replace(".atom.xml", ".json")
            yield other, json_feed(replace(feed, address=f"{self.site.config.url}{other}"))

    def _facets(self, pages: Iterable[Page]) -> Iterator[tuple[str, bytes]]:
        documents = {one.url: one for one in self.site.documents}
        found: dict[str, tuple[Page, str, list[Document]]] = {}
        for page in pages:
            view = page.make() if page.template == "facet.html" else None
            if isinstance(view, FacetView):
                address = list_feed(page.address)
                _, _, listed = found.setdefault(address, (page, view.title, []))
                listed += (documents[one.href] for one in view.entries)
        for address, (page, words, listed) in found.items():
            language = self.site.config.language(page.lang)
            title = f"{self._name(language)}: {words}"
            if feed := self._feed(address, page.address, title, tuple(listed), language):
                yield address, atom(feed)

    def _feed(
        self,
        address: str,
        page: str,
        title: str,
        documents: tuple[Document, ...],
        language: Language,
    ) -> Feed | None:
        dated = sorted(
            (one for one in documents if one.date), key=lambda one: (_days(one), one.slug)
        )
        newest = dated[-MOST:][::-1]
        if not newest:
            return None
        url = self.site.config.url
        return Feed(
            address=f"{url}{address}",
            page=f"{url}{page}",
            title=title,
            author=self._name(language),
            lang=language.tag,
            entries=tuple(self._entry(one) for one in newest),
        )

    def _entry(self, document: Document) -> Entry:
        if document.url not in self._entries:
            base = f"{self.site.config.url}{document.url}"
            found = excerpt(self.read(document.url), without=NOTES)
            updated, published = _days(document)
            self._entries[document.url] = Entry(
                address=base,
                title=document.title,
                summary=document.summary,
                html=found.text(lambda address: urljoin(base, address)).strip(),
                published=published,
                updated=updated,
            )
        return self._entries[document.url]

    def _name(self, language: Language) -> str:
        t, name = self.catalogues[language.code], self.site.config.name
        return t("The Third Reader") if name == "The Third Reader" else name


def _days(document: Document) -> tuple[date, date]:
    """Give the days of the last change and of publication; the first is never the earlier."""
    published = document.date or date.min
    return max(document.updated or published, published), published
