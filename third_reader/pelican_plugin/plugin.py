"""Where Pelican calls us: every signal of the plugin stands here.

Receivers are held weakly, so they are functions of this module.
"""

from pelican import Pelican, signals
from pelican.readers import Readers

from third_reader.pelican_plugin.build import Build
from third_reader.pelican_plugin.generators import SiteGenerator
from third_reader.pelican_plugin.reader import DocumentReader
from third_reader.pelican_plugin.templates import JINJA
from third_reader.pelican_plugin.writer import SiteWriter


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(begin)
    signals.readers_init.connect(read_markdown)
    signals.get_writer.connect(write_views)
    signals.finalized.connect(end)


def begin(pelican: Pelican) -> type[SiteGenerator]:
    """Start a run: Pelican asks for generators before all else, and again at each reload."""
    pelican.settings["JINJA_ENVIRONMENT"] = JINJA
    Build.of(pelican.settings).begin()
    return SiteGenerator


def read_markdown(readers: Readers) -> None:
    """Read `.md` files as documents, and nothing else as a page."""
    readers.reader_classes.clear()
    readers.reader_classes["md"] = DocumentReader


def write_views(_: Pelican) -> type[SiteWriter]:
    """Write with our views."""
    return SiteWriter


def end(pelican: Pelican) -> None:
    """Write what is queued, once every generator has spoken."""
    Build.of(pelican.settings).end()
