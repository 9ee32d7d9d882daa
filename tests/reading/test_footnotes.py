"""Footnotes that readers would not find."""

from tests.reading.making import found, messages


def test_a_footnote_that_is_defined_twice_is_an_error(page) -> None:
    document = page("A[^1] [^2]\n\n[^1]: B [@a]\n\n[^2]: C\n[^1]: D\n")
    assert found(document) == ["9:7 footnote-twice"]
    assert "footnote '1' is defined twice" in messages(document)


def test_a_footnote_that_nothing_refers_to_is_told(page) -> None:
    document = page("A[^a]\n\n[^a]: B, and more[^b]\n\n[^b]: C\n[^c]: D\n")
    assert found(document) == ["9:7 footnote-unused"]
    assert "nothing refers to footnote 'c'" in messages(document)
    # What was said of a page is not said of the next.
    assert found(page("A[^a]\n\n[^a]: B\n")) == []


def test_a_hundred_thousand_empty_lines_round_code_are_read_in_time(page) -> None:
    gap = "\n" * 50_000
    assert found(page(f"A\n{gap}```\ncode\n```\n{gap}B\n")) == []
