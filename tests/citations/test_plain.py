"""The short way to the plainest citations gives what the grammar gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from third_reader.citations.grammar import find_citations
from third_reader.citations.plain import plain_citations

PARTS = st.sampled_from(
    [
        *("[@a]", "[@a; @b]", "[@a;\n@b-c.d]", "[@x:y/z]", "[@a;@b]", "[@a, p. 3]", "@a", "[-@a]"),
        *(
            " ",
            "\n",
            ".",
            ",",
            ";",
            "；",
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            "word",
            "據",
            "5",
            "_",
            "-",
        ),
        *("https://", "me@example.org", "&amp;", "<b>", "\x0264\x03", "[see @a]", "（", "!"),
    ]
)


def grammar(text: str) -> object:
    return find_citations(text, is_reference=lambda _: False)


@given(st.lists(PARTS, max_size=8).map("".join))
def test_what_the_short_way_gives_the_grammar_gives_too(text: str) -> None:
    found = plain_citations(text)
    if found is not None:
        assert found == grammar(text)


@pytest.mark.parametrize(
    "text", ["It was read [@a].", "One [@a; @b-2019.x]. Two [@c].", "No mark at all.", "說[@a]。"]
)
def test_ordinary_texts_take_the_short_way(text: str) -> None:
    assert plain_citations(text) == grammar(text)
    assert plain_citations(text) is not None


@pytest.mark.parametrize(
    "text", ["[@a][@b]", "[@a](x)", "@a", "([@a])", "[@a, p. 3]", "a [b] [@c]"]
)
def test_all_others_go_to_the_grammar(text: str) -> None:
    assert plain_citations(text) is None
