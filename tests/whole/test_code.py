"""Code on a page runs, and prints what the page says that it prints."""

import contextlib
import io
import re
from pathlib import Path

import pytest

PAGES = sorted((Path(__file__).parents[2] / "content" / "explainers").glob("*.md"))
FENCE = re.compile(r"^```python\n(.*?)^```\n(?:\n```text\n(.*?)^```$)?", re.DOTALL | re.MULTILINE)
BLOCKS = [
    pytest.param(page, code[1], code[2], id=f"{page.stem}-{number}")
    for page in PAGES
    for number, code in enumerate(FENCE.finditer(page.read_text(encoding="utf-8")), 1)
]


def test_every_python_block_is_found() -> None:
    written = sum(page.read_text(encoding="utf-8").count("\n```python\n") for page in PAGES)
    assert len(BLOCKS) == written > 0


@pytest.mark.parametrize(("page", "code", "printed"), BLOCKS)
def test_a_block_prints_what_its_page_says(page: Path, code: str, printed: str | None) -> None:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(code, {})  # noqa: S102  our own page's example, run to check what it prints
    if printed is not None:
        assert out.getvalue() == printed
        return
    text = page.read_text(encoding="utf-8").replace(code, "")
    numbers = [word for word in out.getvalue().split() if len(word) >= 8]
    assert numbers
    assert [word for word in numbers if word not in text] == []
