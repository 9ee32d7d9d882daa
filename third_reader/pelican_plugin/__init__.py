"""The one room that knows Pelican: our pages as its content, our views as its output."""

from third_reader.pelican_plugin.plugin import register

__all__ = ["register"]
