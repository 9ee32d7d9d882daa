"""`/// disagree | question`: two positions or more, each cited."""

import pytest

from tests.reading.making import found, html


def test_a_disagreement_has_its_question_and_positions(case) -> None:
    body = (
        '/// disagree | How did "they" get it?\n- One says so [@a].\n- Two denies it [@b].\n///\n'
    )
    document = case(body)
    assert found(document) == []
    (block,) = document.blocks
    assert (block.id, block.question) == ("disagree-1", 'How did "they" get it?')
    assert [html(one) for one in block.sides] == ["One says so.{1}", "Two denies it.{2}"]
    assert "disagree-1" in document.anchors


def test_each_has_its_own_anchor(case) -> None:
    body = "/// disagree | Q?\n- One [@a]\n- Two [@b]\n///\n\n"
    assert [one.id for one in case(body * 2).blocks] == ["disagree-1", "disagree-2"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("/// disagree | Q?\n- One [@a]\n///\n", ["6:16 disagree-one-side"]),
        ("/// disagree | Q?\n///\n", ["6:16 block-list", "6:16 disagree-one-side"]),
        ("/// disagree | Q?\n- One\n- Two [@a]\n///\n", ["7:3 position-without-source"]),
        ("/// disagree\n- One [@a]\n- Two [@b]\n///\n", ["6:1 block-argument"]),
        ("/// disagree | Q [@a]?\n- One [@a]\n- Two [@b]\n///\n", ["6:16 question-cites"]),
        ("/// disagree | Q?\n- One [@a, @b]\n- Two [@b]\n///\n", ["7:7 citation-separator"]),
    ],
)
def test_a_faulty_disagreement_is_told(case, body: str, expected: list[str]) -> None:
    assert found(case(body)) == expected
