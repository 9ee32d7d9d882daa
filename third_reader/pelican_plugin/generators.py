"""All that is no article or page of Pelican's: lists, sources, facets, exports, feeds."""

from itertools import chain
from pathlib import Path

from pelican.generators import Generator

from third_reader.exports import all_exports
from third_reader.exports.corrections import correction_feeds
from third_reader.exports.sitemap import sitemap
from third_reader.model.address import file_of
from third_reader.model.document import PageKind
from third_reader.model.site import Site
from third_reader.pelican_plugin.build import Build
from third_reader.pelican_plugin.writer import SiteWriter
from third_reader.publishing.images import bare
from third_reader.publishing.styles import more, stylesheet

FEEDS = {"cases": (PageKind.CASE,)}
"""Feeds by name: the kinds of pages that they hold."""


def used_pictures(site: Site) -> list[str]:
    """Give the addresses of the pictures that a page shows; others are not published."""
    shown = {link.target for one in site.documents for link in one.links if link.picture}
    return sorted(shown & site.pictures.keys())


class SiteGenerator(Generator):  # type: ignore[misc]  # pelican ships no types
    """Queue the pages that Pelican has no notion of, and write the exports."""

    def generate_output(self, writer: SiteWriter) -> None:
        """Give the writer everything that Pelican's own generators do not."""
        build = Build.of(self.settings)
        site = build.joined()
        writer.environment = self.env
        styles = Path(self.theme) / "styles"
        writer.style(stylesheet(styles), more(styles))
        written = {document.url for document in site.documents}
        for address, page in build.pages.items():
            if address not in written:
                writer.write_file(file_of(address), page.template, self.context)
        writer.beside = lambda: self._exports(writer, build)
        self._feeds(writer, build)

    def _exports(self, writer: SiteWriter, build: Build) -> None:
        site = build.joined()
        for address in used_pictures(site):
            writer.write_bytes(file_of(address), bare(site.pictures[address]))
        feeds = correction_feeds(site, build.catalogues)
        for artifact in chain(all_exports(site), sitemap(site, build.pages), feeds):
            writer.write_bytes(file_of(artifact.address), artifact.data)

    def _feeds(self, writer: SiteWriter, build: Build) -> None:
        site = build.joined()
        if not site.config.url:
            return
        articles = [
            *self.context["articles"],
            *chain.from_iterable(one.translations for one in self.context["articles"]),
        ]
        for language in site.config.languages:
            for name, kinds in FEEDS.items():
                folders = {kind.value for kind in kinds}
                listed = [
                    one
                    for one in articles
                    if one.lang == language.code and str(one.category) in folders
                ]
                listed.sort(key=lambda one: (one.date, one.slug), reverse=True)
                if listed:
                    path = f"{language.prefix}/feeds/{name}.atom.xml".lstrip("/")
                    writer.write_feed(listed, self.context, path=path)
