"""Fenced code is shown wherever it stands, or it is an error."""

import pytest

from tests.reading.making import found, html, messages

CODE = '<pre tabindex="0"><code>word\n</code></pre>'


def test_code_in_a_footnote_is_shown_with_what_follows_it(page) -> None:
    document = page("A[^1]\n\n[^1]: B\n\n    ```\n    word\n    ```\n\n    More\n\nAfter\n")
    assert found(document) == []
    shown = html(document.body)
    assert f"<p>B</p>{CODE}<p>More" in shown
    assert shown.index("After") < shown.index("<p>B")


@pytest.mark.parametrize("name", ["unknown", "disagree | Why?"])
def test_code_in_an_item_is_shown(page, name: str) -> None:
    item = "- One [@a]\n\n    ```\n    word\n    ```\n- Two [@b]\n"
    document = page(f"/// {name}\n{item}///\n")
    assert found(document) == []
    (block,) = document.blocks
    first = block.items[0] if name == "unknown" else block.sides[0]
    assert html(first) == f"<p>One{{1}}</p>{CODE}"


def test_code_that_would_be_lost_is_an_error(page) -> None:
    document = page("A\n\n    ```\n    word\n    ```\n")
    assert found(document) == ["6:1 lost-code"]
    assert "begin its fence at the beginning of a line" in messages(document)
    assert found(page("```\nword\n")) == ["4:1 unclosed-code"]
