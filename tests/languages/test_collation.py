"""Lists go by letters, by strokes or by pinyin, as their language does."""

import pytest

from third_reader.languages.collation import STROKES, collated, heading


def ordered(tag: str, *words: str) -> list[str]:
    return sorted(words, key=lambda one: collated(one, tag))


def test_english_goes_by_letters_accents_and_case_aside() -> None:
    assert ordered("en", "lineage", "MD5", "lèse-majesté", "key") == [
        *("key", "lèse-majesté", "lineage", "MD5"),
    ]
    assert heading("élan", "en") == "E"
    assert heading("2FA", "en") == "#"


def test_traditional_chinese_goes_by_strokes_after_latin_letters() -> None:
    assert ordered("zh-Hant", "端對端加密", "朋友圈", "SIM 卡", "小程式", "一方之詞") == [
        *("SIM 卡", "一方之詞", "小程式", "朋友圈", "端對端加密"),
    ]


@pytest.mark.parametrize(
    ("word", "strokes"),
    [("一", 1), ("小", 3), ("公", 4), ("有", 6), ("訊", 10), ("端", 14), ("雜", 18), ("籲", 32)],
)
def test_a_heading_of_traditional_chinese_is_the_number_of_strokes(word: str, strokes: int) -> None:
    # Past 27 strokes Big5 has too few characters to part.
    assert heading(word, "zh-Hant") == min(strokes, len(STROKES))


def test_simplified_chinese_goes_by_pinyin() -> None:
    assert ordered("zh-Hans", "朋友圈", "服务器", "端到端加密", "VPN") == [
        *("VPN", "端到端加密", "服务器", "朋友圈"),
    ]
    assert [heading(one, "zh-Hans") for one in ("端", "服", "朋", "vpn", "做")] == [
        *("D", "F", "P", "V", "Z"),
    ]


def test_a_rare_character_stands_at_the_end_under_other() -> None:
    assert ordered("zh-Hans", "𠮷", "做") == ["做", "𠮷"]
    assert heading("𠮷", "zh-Hans") == "#"
    assert heading("𠮷", "zh-Hant") == "#"
