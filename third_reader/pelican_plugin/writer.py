"""Pelican's writer, with our views: pages are queued, then rendered in two processes."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment
from pelican.writers import Writer

from third_reader.exports.headers import meta_policy
from third_reader.machinery.pair import pair
from third_reader.model.address import file_of
from third_reader.pelican_plugin.build import Build
from third_reader.pelican_plugin.templates import in_language
from third_reader.publishing.files import Files
from third_reader.views.chrome import chrome


class SiteWriter(Writer):  # type: ignore[misc]  # pelican ships no types
    """Queue what generators ask for, and render it when all have spoken."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        """Join the run that the settings belong to."""
        super().__init__(output_path, settings=settings)
        self._build = Build.of(settings)
        self._build.flush = self.flush
        self._queue: list[str] = []
        self._root = Path(output_path)
        self._files = Files(self._root)
        self._stylesheets: dict[str, str] = {}
        """By name: `site` is that of every page."""
        self.environment: Environment | None = None
        """Set by our generator: Jinja with the theme's templates."""
        self._spoken: dict[str, Environment] = {}
        """The same by code of language, for each that has been written in."""
        self.beside: Callable[[], None] | None = None
        """Set by our generator: what is written while the other process renders."""
        self.after: Callable[[], None] | None = None
        """Set by our generator: what is made from the pages once they are written."""

    def write_file(
        self, name: str, template: object, context: object, *_: object, **__: object
    ) -> None:
        """Queue a file; its page is known by its name."""
        del template, context
        if name:
            self._queue.append(name)

    def style(self, sheets: Mapping[str, str]) -> None:
        """Write the stylesheets, under names that change with them; an empty one is left out."""
        self._stylesheets = {name: self._styled(name, css) for name, css in sheets.items() if css}

    def _styled(self, name: str, css: str) -> str:
        data = css.encode()
        file = f"static/{name}.{hashlib.sha256(data).hexdigest()[:12]}.css"
        self.write_bytes(file, data)
        return f"/{file}"

    def write_bytes(self, name: str, data: bytes) -> None:
        """Write a file that is not rendered."""
        self._files.write(name, data)

    def flush(self) -> None:
        """Render and write every queued page."""
        by_file = {file_of(address): address for address in self._build.pages}
        addresses = sorted({by_file[name] for name in self._queue})
        self._queue.clear()
        pair(self._write, addresses, self.beside)
        if self.after is not None:
            self.after()

    def written(self, address: str) -> str:
        """Give a page that was written, by its address."""
        return (self._root / file_of(address)).read_text(encoding="utf-8")

    def _write(self, addresses: Sequence[str]) -> list[None]:
        build = self._build
        site = build.joined()
        for address in addresses:
            page = build.pages[address]
            around = chrome(
                site,
                address,
                page.lang,
                build.catalogues,
                build.pages.keys(),
                tuple(self._stylesheets[one] for one in page.sheets if one in self._stylesheets),
                meta_policy("none" if not page.script else "search" if page.asks else "own"),
                page.script,
            )
            template = self._in(page.lang).get_template(page.template)
            text = template.render(view=page.make(), site=around)
            self.write_bytes(file_of(address), text.encode())
        return [None] * len(addresses)

    def _in(self, lang: str) -> Environment:
        if self.environment is None:
            message = "our generator has not run"
            raise RuntimeError(message)
        if lang not in self._spoken:
            self._spoken[lang] = in_language(self.environment, self._build.catalogues[lang])
        return self._spoken[lang]
