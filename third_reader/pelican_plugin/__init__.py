"""The one room that knows Pelican: it reads our pages into Pelican's content and writes our views."""

from third_reader.pelican_plugin.plugin import JINJA, register

__all__ = ["JINJA", "register"]
