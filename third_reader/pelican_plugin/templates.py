"""Compiled templates, kept in memory: Pelican makes an environment for each of its generators."""

from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """What has been compiled, by the key that Jinja gives it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was kept."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


JINJA: dict[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": [],
    "auto_reload": False,
    "bytecode_cache": Compiled(),
}
"""The settings of every environment: what is not escaped or not there never reaches a page."""


def warm(theme: Path) -> None:
    """Compile every template of a theme, to be found by later environments."""
    environment = Environment(loader=FileSystemLoader(theme / "templates"), **JINJA)  # noqa: S701  autoescape stands in JINJA
    for name in environment.list_templates():
        environment.get_template(name)


def explorables(theme: Path) -> frozenset[str]:
    """Give the slugs of the explainers that the theme has something to try for."""
    return frozenset(file.stem for file in (theme / "templates" / "explorables").glob("*.html"))
