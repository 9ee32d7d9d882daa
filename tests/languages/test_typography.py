"""Straight quotation marks become curly ones in English text, and nowhere else."""

import pytest

from third_reader.languages.typography import typographic


@pytest.mark.parametrize(
    ("straight", "curly"),
    [
        ("Gao's phone", "Gao’s phone"),
        ('He says "never".', "He says “never”."),
        ('"Back door" or "back end"', "“Back door” or “back end”"),
        ("<b>'From'</b> it", "<b>‘From’</b> it"),
        ('<em>x</em>" she', "<em>x</em>” she"),
        ("the '90s", "the ’90s"),
        ('("so")', "(“so”)"),
        ("the judges' words", "the judges’ words"),
    ],
)
def test_words_get_curly_marks(straight: str, curly: str) -> None:
    assert typographic(straight, "en") == curly


def test_tags_and_code_stay_as_they_are() -> None:
    html = '<a href="/x/">x</a> <code>print("a", \'b\')</code>'
    assert typographic(html, "en") == html


def test_chinese_is_left_alone() -> None:
    assert typographic('他說"好"', "zh-Hant") == '他說"好"'
