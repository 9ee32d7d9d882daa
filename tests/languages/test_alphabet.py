"""Each language's own order of an index: letters, readings, strokes."""

import pytest

from third_reader.languages.alphabet import place, shelf


@pytest.mark.parametrize(
    ("words", "tag", "expected"),
    [
        ("WeChat", "en", "letter-w"),
        ("A mail that arrived", "en", "letter-m"),
        ("The message", "en", "letter-m"),
        ("Élan", "en", "letter-e"),
        ("“Billions of messages”", "en", "letter-b"),
        ("2019", "en", "digits"),
        ("高志剛", "en", "others"),
        ("A", "en", "letter-a"),
        ("高志刚", "zh-Hans", "letter-g"),
        ("微信", "zh-Hans", "letter-w"),
        ("中国", "zh-Hans", "letter-z"),
        ("阿联酋", "zh-Hans", "letter-a"),
        ("《网络安全法》", "zh-Hans", "letter-w"),
        ("囧", "zh-Hans", "others"),
        ("QQ", "zh-Hans", "letter-q"),
        ("高志剛", "zh-Hant", "strokes-10"),
        ("一段影片", "zh-Hant", "strokes-1"),
        ("十個月", "zh-Hant", "strokes-2"),
        ("中國", "zh-Hant", "strokes-4"),
        ("台灣", "zh-Hant", "strokes-5"),
        ("美國", "zh-Hant", "strokes-9"),
        ("微信", "zh-Hant", "strokes-13"),
        ("「鐵」", "zh-Hant", "strokes-21"),
        ("囧", "zh-Hant", "others"),
        ("", "en", "others"),
    ],
)
def test_words_stand_under_the_heading_of_their_language(
    words: str, tag: str, expected: str
) -> None:
    assert shelf(words, tag).id == expected


def test_an_index_reads_digits_letters_strokes_then_the_rest() -> None:
    words = ["囧", "高志剛", "中國", "QQ", "apple", "3", "一"]
    expected = ["3", "apple", "QQ", "一", "中國", "高志剛", "囧"]
    assert sorted(words, key=lambda one: place(one, "zh-Hant")) == expected


def test_case_and_accents_do_not_part_words() -> None:
    words = ["Zoom", "émigré", "Email", "e-mail"]
    ordered = sorted(words, key=lambda one: place(one, "en"))
    assert ordered == ["e-mail", "Email", "émigré", "Zoom"]
