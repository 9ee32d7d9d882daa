"""Where blocks begin and end, and where they may not stand."""

import pytest

from tests.reading.making import found, html, messages

FAULTS = {
    "/// clams\n- One [@a]\n///\n": ("6:1 unknown-block", "did you mean 'claims'?"),
    "/// wholly\nOne [@a]\n///\n": ("6:1 unknown-block", "the blocks are analysis, chart, claims,"),
    "/// analysis\nOne\n": ("6:1 unclosed-block", "end it with a line '///'"),
    "//// analysis\nOne\n///\n": ("6:1 unclosed-block", "end it with a line '////'"),
    "One [@a]\n\n///\n": ("8:1 stray-block-end", "none is open"),
    "//// analysis\nA\n\n/// claims\n- One [@a] {#x}\n///\n////\n": (
        "9:1 misplaced-block",
        "block 'claims' stands in 'analysis'",
    ),
    "- One [@a]\n\n    /// claims\n    - Two [@a] {#x}\n    ///\n": (
        "8:5 misplaced-block",
        "in a list or a quotation",
    ),
    "/// claims\n    - One [@a] {#x}\n///\n": ("7:5 indented-block", "begin it at the beginning"),
    "/// claims\n\t- One [@a] {#x}\n///\n": ("7:2 indented-block", "option of block 'claims'"),
    "/// claims\n    attrs: {onclick: x}\n- One [@a] {#x}\n///\n": (
        "7:5 indented-block",
        "block 'claims' takes no options; remove this line",
    ),
    "> /// quote | a\n> One [@a]\n": ("6:3 misplaced-block", "in a list or a quotation"),
}


@pytest.mark.parametrize("body", FAULTS)
def test_a_misused_line_of_slashes_is_told(case, body: str) -> None:
    expected, words = FAULTS[body]
    document = case(body)
    assert expected in found(document)
    assert words in messages(document)


def test_of_an_indented_block_one_thing_is_told_and_its_items_are_read(case) -> None:
    body = "    - One [@a] {#x}\n    - Two [@a] {#y}\n- Three [@a] {#z}\n"
    document = case(f"/// claims\n{body}///\n")
    assert found(document) == ["7:5 indented-block"]
    nested = case("/// safety\n    /// analysis\n    One\n    ///\n///\n")
    assert found(nested) == ["7:5 misplaced-block"]


def test_text_may_stand_directly_around_a_block(case) -> None:
    document = case("One [@a]\n/// analysis\nOurs\n///\nTwo [@b]\n")
    assert found(document) == []
    assert html(document.blocks[0].body) == "<p>Ours</p>"
    assert html(document.body).count("<p>") == 2


@pytest.mark.parametrize(
    "body",
    [
        "```\n/// claims\n```\n",
        "See // one [@a]\n",
        "`/// claims` [@a]\n",
        "https://a.example///claims [@a]\n",
    ],
)
def test_slashes_elsewhere_are_text(case, body: str) -> None:
    document = case(body)
    assert found(document) == []
    assert document.blocks == ()


def test_marks_of_blocks_and_text_count_down_the_page(case) -> None:
    document = case(
        "One [@a].\n\n/// claims\n- Two [@b] {#two}\n///\n\nThree [@c].\n\n"
        "/// timeline\n- 2019: Four [@d].\n///\n\n/// quote | e\n原文\n\nFive\n///\n\nSix [@f].\n"
    )
    assert found(document) == []
    assert [mark.item.key for mark in document.marks] == ["a", "b", "c", "d", "e", "f"]
    assert [mark.group for mark in document.marks] == [0, 1, 2, 3, 4, 5]
