"""The languages that the site is read in: a folder each, and the words of its interface."""

from third_reader.languages.load import codes, language

__all__ = ["codes", "language"]
