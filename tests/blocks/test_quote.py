"""`/// quote | source`: the words in their own language, then a translation."""

import pytest

from tests.reading.making import found, html, messages


def test_a_quotation_has_its_original_its_translation_and_a_mark(case) -> None:
    document = case("/// quote | lin-2020\n我的**信**\n\nMy letter\n///\n")
    assert found(document) == []
    (block,) = document.blocks
    assert "信" in html(block.original)
    assert html(block.translation) == "<p>My letter</p>"
    assert document.marks[block.mark].item.key == "lin-2020"
    assert document.marks[block.mark].position.column == 13


def test_a_line_divides_longer_parts(case) -> None:
    document = case("/// quote | a\nOne\n\nTwo\n\n***\n\nThree\n///\n")
    assert found(document) == []
    assert html(document.blocks[0].original) == "<p>One</p><p>Two</p>"
    assert html(document.blocks[0].translation) == "<p>Three</p>"


def test_a_quotation_in_the_pages_language_needs_no_translation(case) -> None:
    document = case("/// quote | a\nOne\n///\n")
    assert found(document) == []
    assert document.blocks[0].translation == ()


@pytest.mark.parametrize("argument", ["@a", "a, p. 3", "a"])
def test_the_source_may_be_written_as_in_a_bracket(case, argument: str) -> None:
    document = case(f"/// quote | {argument}\nOne\n\nTwo\n///\n")
    assert document.marks[0].item.key == "a"
    assert document.marks[0].item.locator == ("3" if "p." in argument else "")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("/// quote\nOne\n\nTwo\n///\n", "6:1 block-argument"),
        ("/// quote | a; @b\nOne\n\nTwo\n///\n", "6:13 quote-source"),
        ("/// quote | !\nOne\n\nTwo\n///\n", "6:13 quote-source"),
        ("/// quote | a\n///\n", "6:13 quote-parts"),
        ("/// quote | a\nOne\n\nTwo\n\nThree\n///\n", "6:13 quote-parts"),
        ("/// quote | a\n1\n\n***\n\n2\n\n***\n\n3\n///\n", "6:13 quote-parts"),
    ],
)
def test_a_faulty_quotation_is_told(case, body: str, expected: str) -> None:
    document = case(body)
    assert found(document) == [expected], messages(document)
    assert document.blocks == ()
