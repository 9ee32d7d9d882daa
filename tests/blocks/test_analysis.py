"""`/// analysis`: our own reasoning, which needs no source."""

from tests.reading.making import found, html


def test_our_reasoning_needs_no_source(case) -> None:
    document = case("/// analysis\nWe think.\n\n- so [@a]\n\n```python\nx\n```\n///\n")
    assert found(document) == []
    shown = html(document.blocks[0].body)
    assert shown.startswith("<p>We think.</p><ul><li>so{1}</li></ul><pre")
    assert html(document.body) == "{block 0}"


def test_what_follows_it_needs_one_again(case) -> None:
    assert found(case("/// analysis\nWe think.\n///\n\nIt was so.\n")) == [
        "10:1 paragraph-without-source"
    ]


def test_it_takes_no_argument(case) -> None:
    assert found(case("/// analysis | ours\nWe think.\n///\n")) == ["6:1 block-argument"]
