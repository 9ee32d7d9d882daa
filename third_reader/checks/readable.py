"""What was read well enough to be judged further, so that one cause gives one line."""

from pathlib import PurePosixPath

from third_reader.model.document import Document
from third_reader.model.site import Site
from third_reader.reading.placeholders import TODO
from third_reader.reading.sources import SHAPE
from third_reader.reading.text import CHARACTER, NOT_UTF8, TOO_LARGE
from third_reader.reading.tree import LANGUAGE
from third_reader.reading.yaml12 import DUPLICATE, LIMIT, REFUSED, SYNTAX

FILE_LOST = frozenset(
    code.name for code in (SHAPE, CHARACTER, NOT_UTF8, TOO_LARGE, DUPLICATE, LIMIT, REFUSED, SYNTAX)
)
"""Kinds of error after which nothing of a file of sources is known."""


def readable(document: Document) -> bool:
    """Tell whether a page's front matter and language are known; if not, reading has said why."""
    return bool(document.title) and not any(
        one.code == LANGUAGE.name for one in document.diagnostics
    )


def begun(document: Document) -> bool:
    """Tell whether a page says itself that parts of it are still to be written."""
    return any(one.code == TODO.name for one in document.diagnostics)


def sources_lost(site: Site) -> bool:
    """Tell whether a file of sources could not be read: an unknown key may well stand in it."""
    return any(
        one.code in FILE_LOST and "sources" in PurePosixPath(one.position.path).parts[:-1]
        for one in site.diagnostics
    )
