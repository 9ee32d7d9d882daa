"""`/// unknown`: open questions, which need no source."""

from tests.reading.making import found, html


def test_open_questions_need_no_source_and_may_have_one(case) -> None:
    document = case("/// unknown\n- What?\n- Why, as @a asks?\n///\n")
    assert found(document) == []
    (block,) = document.blocks
    assert (block.id, [html(one) for one in block.items]) == (
        "unknown-1",
        ["What?", "Why, as {1} asks?"],
    )
    assert "unknown-1" in document.anchors


def test_only_a_list_may_stand_in_it(case) -> None:
    assert found(case("/// unknown\nWhat?\n///\n")) == ["7:1 block-list"]
    assert found(case("/// unknown\n///\n")) == ["6:1 block-list"]
