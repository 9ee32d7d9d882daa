"""Code and spaces that do not break, within a citation, are read as Pandoc reads them."""

from pathlib import Path

import pytest

from tests.reading.making import read_page

WRITTEN = {
    "[@a, `passim`]": ("", "passim"),
    "[@a, `12`]": ("", "12"),
    "[@a, p. `12`]": ("", "p. 12"),
    "[@a, p. 3 `passim`]": ("3", "passim"),
    "[@a, 3 `b` c]": ("3", "b c"),
    "[@a p.\\ 3]": ("3", ""),
    "@a [p.\\ 3]": ("3", ""),
}


@pytest.mark.parametrize("text", WRITTEN)
def test_code_is_no_locator(tmp_path: Path, text: str) -> None:
    (mark,) = read_page(tmp_path, f"Words {text}.\n").marks
    assert (mark.item.locator, mark.item.suffix) == WRITTEN[text]


def test_a_backslash_before_a_space_keeps_words_together(tmp_path: Path) -> None:
    assert "a\xa0b" in "".join(map(str, read_page(tmp_path, "Four a\\ b.\n").body))
