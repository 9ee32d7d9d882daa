"""Withheld names in what is about to be published: the last look, over every file of the output.

The input has been looked through in every way that a name can be hidden in. Here it is asked what
came of it: words of templates and settings, and what only stands together on a page. A line that
stands on many pages is looked at once.
"""

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZipFile

from third_reader.checks.withheld.matching import Finder
from third_reader.checks.withheld.report import NAME, shown_without
from third_reader.model.diagnostic import Diagnostic
from third_reader.model.position import Position

MARKUP = (".html", ".xhtml", ".xml", ".opf", ".ncx")
BOOKS = (".epub", ".zip")
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".sig")
"""Pixels alone are written into them."""
TAG = re.compile(r"<[^<>]*>")
VALUE = re.compile(r'="([^"]*)"')
TOLD = "a withheld name would be published here; find what brings it in: a setting, a template"


class Published:
    """Looks through files of the output, one after the other."""

    def __init__(self, finder: Finder) -> None:
        """Begin with nothing seen."""
        self._finder = finder
        self._seen: set[int] = set()

    def scan(self, path: str, data: bytes) -> Diagnostic | None:
        """Give an error if a file, or its path, holds a withheld name."""
        for line, words in _lines(path, data):
            if self._holds(words):
                return NAME.error(Position(shown_without(path, self._finder), line), TOLD)
        return None

    def _holds(self, words: str) -> bool:
        known = hash(words)
        if known in self._seen:
            return False
        self._seen.add(known)
        return self._finder.plainly(words)


def _lines(path: str, data: bytes) -> Iterator[tuple[int, str]]:
    """Give the words of a file with their lines: text without tags, then what attributes say."""
    yield 1, unquote(path)
    if path.endswith(BOOKS):
        with ZipFile(BytesIO(data)) as book:
            for entry in book.infolist():
                yield from ((1, words) for _, words in _lines(entry.filename, book.read(entry)))
    elif not path.endswith(PICTURES):
        markup = path.endswith(MARKUP)
        for number, line in enumerate(data.decode("utf-8", "replace").split("\n"), 1):
            yield number, unescape(TAG.sub(" ", line)) if markup else line
            if markup:
                yield from ((number, unescape(unquote(one))) for one in VALUE.findall(line))
