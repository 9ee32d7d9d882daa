"""Read the body of a case; it begins on line 6."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reading.making import read_page
from third_reader.model.document import Document, PageKind


@pytest.fixture
def case(tmp_path: Path) -> Callable[[str], Document]:
    return lambda body: read_page(tmp_path, body, PageKind.CASE)
