"""Headings: their classes, and those that stand in something else."""

import pytest

from tests.reading.making import found, html


def test_a_heading_keeps_an_allowed_class(page) -> None:
    document = page("# A {.note}\n\n## B {.wide #b .lead}\n")
    assert found(document) == []
    assert html(document.body) == (
        '<h2 id="a" class="note">A</h2><h2 id="b" class="wide lead">B</h2>'
    )
    assert found(page("# A {.x}\n")) == ["4:3 attribute"]


@pytest.mark.parametrize(
    "body",
    [
        *("> # A\n", "- # A\n", "1. # A\n", "a\n\n:   # A\n", "- b\n    - # A\n"),
        *("/// unknown\n- # A\n///\n", "/// claims\n- # A [@a] {#x}\n///\n"),
        *("/// analysis\n# A\n///\n", "/// quote | a\n# A\n\nB\n///\n"),
        "/// disagree | B?\n- # A [@a]\n- C [@a]\n///\n",
    ],
)
def test_a_first_heading_within_something_is_a_second(page, body: str) -> None:
    document = page(body)
    assert found(document) == []
    assert "<h2>A" in html(document.body) + repr(document.blocks)
