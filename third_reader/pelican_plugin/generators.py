"""All that is no article or page of Pelican's: lists, sources, facets, the theme's files, feeds."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from pelican.generators import Generator

from third_reader.exports.sitemap import sitemap
from third_reader.model.address import card_address, file_of
from third_reader.pelican_plugin.book import Books
from third_reader.pelican_plugin.build import Build
from third_reader.pelican_plugin.feeds import Feeds
from third_reader.pelican_plugin.writer import SiteWriter
from third_reader.publishing.cards import card
from third_reader.publishing.styles import second, stylesheet
from third_reader.views.planned import Page
from third_reader.views.preview import site_preview


def theme_files(theme: Path, pages: Iterable[Page]) -> Iterator[tuple[str, Path]]:
    """Give the plain files of a theme by address; a script and what is tried only with a page.

    A style sheet of something to be tried goes with its script.
    """
    scripts = {page.script for page in pages}
    static = theme / "static"
    for file in sorted(static.rglob("*")):
        address = f"/{file.relative_to(static).as_posix()}"
        tried = address.startswith("/explorables/") or file.suffix == ".js"
        if file.is_file() and (not tried or f"{address.rpartition('.')[0]}.js" in scripts):
            yield address, file


class SiteGenerator(Generator):  # type: ignore[misc]  # pelican ships no types
    """Queue the pages that Pelican has no notion of, and write the exports."""

    def generate_output(self, writer: SiteWriter) -> None:
        """Give the writer everything that Pelican's own generators do not."""
        build = Build.of(self.settings)
        site = build.joined()
        writer.environment = self.env
        styles = Path(self.theme) / "styles"
        writer.style({"site": stylesheet(styles), **second(styles)})
        written = {document.url for document in site.documents}
        for address, page in build.pages.items():
            if address not in written:
                writer.write_file(file_of(address), page.template, self.context)
        writer.beside = lambda: self._of_pages(writer, build)
        writer.after = lambda: self._from_pages(writer, build)

    def _of_pages(self, writer: SiteWriter, build: Build) -> None:
        """Write what needs to know which pages there are, and none of their text."""
        site = build.joined()
        for artifact in sitemap(site, build.pages):
            writer.write_bytes(file_of(artifact.address), artifact.data)
        if site.config.url:
            self._cards(writer, build)
        for address, file in theme_files(Path(self.theme), build.pages.values()):
            writer.write_bytes(file_of(address), file.read_bytes())

    def _cards(self, writer: SiteWriter, build: Build) -> None:
        """Draw what other sites show of a link; only absolute addresses lead there."""
        name = build.joined().config.name
        writer.write_bytes(file_of(card_address("/")), card(site_preview(name)))
        for page in build.pages.values():
            if page.preview is not None:
                writer.write_bytes(file_of(card_address(page.address)), card(page.preview()))

    def _from_pages(self, writer: SiteWriter, build: Build) -> None:
        """Write what is made from pages as they were written."""
        if not build.joined().config.url:
            return
        feeds = Feeds(build.joined(), build.catalogues, writer.written)
        books = Books(build.joined(), build.catalogues, writer.written)
        for address, data in chain(feeds.written(build.pages.values()), books.written()):
            writer.write_bytes(file_of(address), data)
