"""Words are counted as a reader meets them, the quick way and the other one alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from third_reader.reading.counting import WORD, counted_words

TEXTS = {
    "": 0,
    "One two, three -- four.": 4,
    "It's half-way; 3.5 km": 4,
    "_Emphasis_ and *more*": 3,
    "Said [@rfa-2020-08-18-gao, p. 3] at once": 3,
    "A [link](/cases/gao/) here": 3,
    "A claim. {#ten-months .inferred}": 2,
    "/// claims\n\n- One.\n\n///": 1,
    "高志剛 wrote": 4,
    "ひらがな": 4,
    "naïve café": 2,
}


@pytest.mark.parametrize("text", TEXTS)
def test_words_and_characters_count(text: str) -> None:
    assert counted_words(text) == TEXTS[text]


@given(st.text(alphabet="aZ9 \t\n\x0b\x1c_-.'*#", max_size=40))
def test_ascii_is_counted_as_all_else_is(text: str) -> None:
    assert counted_words(text) == len(WORD.findall(text))
