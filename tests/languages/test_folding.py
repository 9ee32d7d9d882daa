"""What is searched for is found by words without accents and by pairs of characters."""

from hypothesis import given
from hypothesis import strategies as some

from third_reader.languages.folding import folded, tokens


def test_case_accents_and_width_make_no_difference() -> None:
    assert folded("ＷｅＣｈａｔ in Ürümqi") == "wechat in urumqi"
    assert folded("한국어 微信") == "한국어 微信"


def test_words_are_parted_at_signs_and_chinese_into_pairs() -> None:
    assert tokens("tencent’s 5 min") == {"tencent", "s", "5", "min"}
    assert tokens("在微信app裡") == {"在微", "微信", "信", "app", "裡"}


@given(some.text(some.characters(codec="utf-8")))
def test_folding_again_changes_nothing(words: str) -> None:
    assert folded(folded(words)) == folded(words)


@given(some.text("太原微信志剛", min_size=2))
def test_any_two_neighbours_are_a_token(words: str) -> None:
    assert {words[at : at + 2] for at in range(len(words) - 1)} <= tokens(words)
