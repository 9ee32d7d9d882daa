"""Pelican's writer, with our views: pages are queued, then rendered in two processes."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
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
from third_reader.views.chrome import Surroundings


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
        self._build.sums = self._files.sums
        self._stylesheets: dict[str, str] = {}
        """By name: `site` is that of every page."""
        self.environment: Environment | None = None
        """Set by our generator: Jinja with the theme's templates."""
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
        sums = pair(partial(self._write, self._shown()), addresses, self.beside)
        self._files.sums |= zip(map(file_of, addresses), sums, strict=True)
        if self.after is not None:
            self.after()

    def written(self, address: str) -> str:
        """Give a page that was written, by its address."""
        return (self._root / file_of(address)).read_text(encoding="utf-8")

    def _shown(self) -> "_Shown":
        environment, catalogues = self.environment, self._build.catalogues
        if environment is None:
            message = "our generator has not run"
            raise RuntimeError(message)
        return _Shown(
            Surroundings(self._build.joined(), catalogues, self._build.pages.keys()),
            {code: in_language(environment, t) for code, t in catalogues.items()},
        )

    def _write(self, shown: "_Shown", addresses: Sequence[str]) -> list[str]:
        for address in addresses:
            page = self._build.pages[address]
            around = shown.around.of(
                address,
                page.lang,
                tuple(self._stylesheets[one] for one in page.sheets if one in self._stylesheets),
                meta_policy("none" if not page.script else "search" if page.asks else "own"),
                page.script,
            )
            template = shown.templates[page.lang].get_template(page.template)
            text = template.render(view=page.make(), site=around)
            self.write_bytes(file_of(address), text.encode())
        return [self._files.sums[file_of(address)] for address in addresses]


@dataclass(frozen=True, slots=True)
class _Shown:
    """What all pages of a run are rendered with."""

    around: Surroundings
    templates: Mapping[str, Environment]
    """By code of language."""
