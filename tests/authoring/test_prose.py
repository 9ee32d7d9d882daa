"""Sentences are cut as a reader would, and their level follows the published formula."""

import pytest

from third_reader.authoring.prose import grade_level, lengths, middle, split, syllables


@pytest.mark.parametrize(
    ("passage", "count"),
    [
        ("One. Two! Three? “Four.” (Five.) Six", 6),
        ("Dr. Li told the U.S. court, e.g. in No. 4, that v. Smith was wrong.", 1),
        ("It cost 3.5 million on 3 Jan. 2019. Then it rose.", 2),
        ("J. K. Lee left … and came back.", 1),
        ("他被判刑十個月。「為什麼？」她問。沒有人回答！", 4),
        ("See web.archive.org. It is there.", 2),
        ("", 0),
    ],
)
def test_sentences(passage: str, count: int) -> None:
    found = list(split(passage))
    assert len(found) == count, found
    assert "".join(found).replace(" ", "") == passage.replace(" ", "")


def test_the_length_of_a_sentence_is_words_or_characters() -> None:
    assert lengths(["The court gave ten months.", "他被判刑十個月。"]) == [5, 7]
    assert (middle([1, 4, 9]), middle([1, 4]), middle([])) == (4, 2.5, 0)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(("cat", 1), ("message", 2), ("people", 2), ("watched", 1), ("wanted", 2)),
        *(("passages", 3), ("the", 1), ("horses", 2), ("surveillance", 3), ("2019", 1)),
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_level_is_that_of_flesch_and_kincaid() -> None:
    # 6 words of 6 syllables in 1 sentence; then 4 words of 8 syllables in 2.
    assert grade_level(["The cat sat on the mat."]) == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert grade_level(["Wanted: letters.", "Paper rivers."]) == pytest.approx(
        0.39 * 2 + 11.8 * 2 - 15.59
    )
    assert grade_level([]) == 0
