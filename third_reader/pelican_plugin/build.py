"""One run of Pelican, as our parts of it share it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from third_reader.languages.catalogue import Catalogue, catalogue
from third_reader.machinery.aside import Aside
from third_reader.model.address import file_of
from third_reader.model.diagnostic import errors
from third_reader.model.document import Document
from third_reader.model.site import Site
from third_reader.pelican_plugin.exporting import export
from third_reader.pelican_plugin.templates import drawings, explorables
from third_reader.publishing.seal import seal
from third_reader.reading.site import read_site
from third_reader.reading.tree import shown_path
from third_reader.settings import config_of
from third_reader.views.pages import all_pages
from third_reader.views.planned import Page

SETTING = "THIRD_READER_BUILD"
PLUGIN = "third_reader.pelican_plugin"


@dataclass(slots=True)
class Build:
    """What a run knows. `site` is given by our own command; else it is read when the run begins."""

    root: Path
    site: Site | None = None
    pages: dict[str, Page] = field(default_factory=dict)
    """By address."""
    catalogues: Mapping[str, Catalogue] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    """By path as diagnostics show it."""
    flush: Callable[[], None] | None = None
    """Writes what is queued; set by the writer."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    digest: str = ""
    """Of the finished site, in hex; empty before."""
    sums: Mapping[str, str] = field(default_factory=dict)
    """Digests of the files that our writer wrote, by name; set by the writer."""
    exporting: Aside[dict[str, str]] | None = None
    """The exports, which another process writes; None: not begun."""

    @staticmethod
    def of(settings: dict[str, Any]) -> "Build":
        """Give the run that belongs to these settings; one is begun if there is none."""
        build = settings.get(SETTING)
        if not isinstance(build, Build):
            build = settings[SETTING] = Build(Path(settings["PATH"]))
        build.settings = settings
        return build

    def begin(self) -> None:
        """Make what all generators need. Raises ValueError when the content has errors."""
        if self.site is None:
            self.site = read_site(self.root, config_of(dict(self.settings)))
            found = errors(self.site.diagnostics)
            if found:
                message = "\n".join(str(one) for one in found)
                raise ValueError(message)
        self.catalogues = {one.code: catalogue(one) for one in self.site.config.languages}
        output = Path(self.settings["OUTPUT_PATH"])
        self.exporting = Aside(partial(export, self.site, self.catalogues, output))
        theme = Path(self.settings["THEME"])
        made = all_pages(self.site, self.catalogues, explorables(theme), drawings(theme))
        self.pages = {one.address: one for one in made}
        self.documents = {one.path: one for one in self.site.documents}

    def stop(self) -> None:
        """Leave no process behind, whatever went wrong."""
        if self.exporting is not None:
            self.exporting.stop()

    def joined(self) -> Site:
        """Give the site; raises RuntimeError before the run has begun."""
        if self.site is None:
            message = "the run has not begun"
            raise RuntimeError(message)
        return self.site

    def document(self, file: str) -> Document | None:
        """Give the document of a file; None: it was left out."""
        return self.documents.get(shown_path(Path(file), self.root))

    def end(self) -> None:
        """Write what is queued, and seal what was written."""
        if self.flush is not None:
            self.flush()
        exported = self.exporting.finish() if self.exporting is not None else {}
        pages = (file_of(address) for address in self.pages)
        self.digest = seal(Path(self.settings["OUTPUT_PATH"]), pages, self._known(exported))

    def _known(self, exported: Mapping[str, str]) -> dict[str, str]:
        """Give the digests of files that are as they were written.

        Not of one that was written by both processes; and of none where another plugin may have
        changed them.
        """
        if self.settings.get("PLUGINS") != [PLUGIN]:
            return {}
        both = self.sums.keys() & exported.keys()
        return {name: one for name, one in {**self.sums, **exported}.items() if name not in both}
