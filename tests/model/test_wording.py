"""What messages show of an author's words, and what they suggest."""

import time
from itertools import permutations

import pytest

from third_reader.model.wording import MOST_WORDS, did_you_mean, nearest, quoted, suggestions


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("wechat", "'wechat'"),
        ("", "''"),
        ("高志剛", "'高志剛'"),
        ("a b", "'a b'"),
        ("two\nlines", "'two\\u{a}lines'"),
        ("a\u202eb", "'a\\u{202e}b'"),
        ("a\u200bb\u2066", "'a\\u{200b}b\\u{2066}'"),
        ("\x1b[31m", "'\\u{1b}[31m'"),
        ("\U000e0041", "'\\u{e0041}'"),
        ("\ud800", "'\\u{d800}'"),
        ("x" * 80, f"'{'x' * 80}'"),
        ("x" * 81, f"'{'x' * 79}…'"),
        ("x" * 10_000, f"'{'x' * 79}…'"),
    ],
)
def test_a_value_is_quoted_cut_and_harmless(text: str, shown: str) -> None:
    assert quoted(text) == shown


@pytest.mark.parametrize("text", ["\u202e" * 80, "x" * 78 + "\u202e", "x" * 72 + "\n\n\n"])
def test_a_cut_counts_escapes_and_splits_none(text: str) -> None:
    shown = quoted(text)[1:-1]
    assert len(shown) <= 80
    assert shown.count("{") == shown.count("}")


def test_a_shorter_cut_can_be_asked_for() -> None:
    assert quoted("abcdef", 4) == "'abc…'"


def test_the_nearest_is_suggested() -> None:
    keys = ["rfa-2020-08-18-gao", "taiwan-news-3987949", "bitter-winter"]
    assert did_you_mean("rfa-2020-08-19-gao", keys) == "; did you mean 'rfa-2020-08-18-gao'?"


def test_nothing_is_suggested_where_two_are_as_near() -> None:
    for keys in permutations(["rfa-2020-08-18-gao", "rfa-2020-08-17-gao", "other"]):
        assert did_you_mean("rfa-2020-08-19-gao", keys) == ""


def test_order_of_candidates_and_repetition_do_not_count() -> None:
    for candidates in permutations(["wechat", "wechat", "weibo", "qq"]):
        assert nearest("wehcat", candidates) == "wechat"


@pytest.mark.parametrize("word", ["", "zzz", "x" * 5000])
def test_what_is_near_to_nothing_gets_no_suggestion(word: str) -> None:
    assert nearest(word, ["wechat", "x" * 81, "weibo"]) is None
    assert nearest(word, []) is None


def test_case_alone_is_no_difference_unless_two_differ_by_it() -> None:
    assert nearest("WeChat", ["wechat", "weibo"]) == "wechat"
    assert nearest("WECHAT", ["wechat", "WeChat"]) is None


def test_suggestions_are_those_of_single_words() -> None:
    found = suggestions(["wecha", "zz"], ["wechat"])
    assert found == {"wecha": "; did you mean 'wechat'?", "zz": ""}


def test_a_flood_of_words_is_answered_in_time() -> None:
    candidates = [f"source-{number:05}" for number in range(2000)]
    begun = time.process_time()
    found = suggestions((f"sorce-{number:05}-x" for number in range(5000)), candidates)
    assert len(found) == 5000
    assert time.process_time() - begun < 20
    assert not any(list(found.values())[MOST_WORDS:])
