"""A shorter way to read a page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reading import making
from third_reader.model.document import Document


@pytest.fixture
def page(tmp_path: Path) -> Callable[[str], Document]:
    """Read a body under `pages/`; it begins on line 4."""
    return lambda body: making.read_page(tmp_path, body)
