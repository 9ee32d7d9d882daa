"""Shorter ways to read a page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reading import making
from third_reader.model.document import Document, PageKind

ReadPage = Callable[..., Document]


@pytest.fixture
def page(tmp_path: Path) -> ReadPage:
    """Read a body under `pages/`, where nothing must be cited; it begins on line 4."""

    def read(body: str, **given: str) -> Document:
        return making.read_page(tmp_path, body, PageKind.PAGE, **given)

    return read


@pytest.fixture
def case(tmp_path: Path) -> ReadPage:
    """Read the body of a case; it begins on line 6."""

    def read(body: str, **given: str) -> Document:
        return making.read_page(tmp_path, body, PageKind.CASE, **given)

    return read
