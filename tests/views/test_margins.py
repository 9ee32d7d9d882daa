"""Notes stand within 200 px of their marks, as far as that can be known without a browser."""

from third_reader.views.margins import STEPS, TEXT_WIDTH, Wanted, down, full, lines, width


def note(line: int, last: int | None = None, *, high: int = 4, new: bool = True) -> Wanted:
    """Make a note whose marks stand in some lines of the text."""
    return Wanted(line * TEXT_WIDTH, (line if last is None else last) * TEXT_WIDTH, high, new)


def test_a_han_character_is_as_wide_as_two_letters() -> None:
    assert width("<b>abc</b>") == 3
    assert width("高志剛 a") == 8
    assert lines("a" * 41, "b") == 4


def test_notes_are_full_until_one_below_would_stray() -> None:
    assert full([note(0), note(1)], 4 * TEXT_WIDTH) == (True, True)
    crowded = full([note(0, high=6) for _ in range(6)], 40 * TEXT_WIDTH)
    assert not all(crowded)
    assert crowded[-1]


def test_notes_do_not_keep_the_next_passage_waiting() -> None:
    assert full([note(0)] * 4, 4 * TEXT_WIDTH) == (True, False, False, False)
    assert full([note(0, high=9)], TEXT_WIDTH) == (True,)


def test_a_source_given_before_is_not_given_again() -> None:
    assert full([note(0, new=False)], TEXT_WIDTH) == (False,)


def test_a_note_goes_down_to_its_mark() -> None:
    assert down([note(0)], [True], 4 * TEXT_WIDTH) == 0
    assert down([note(8, new=False)], [False], 9 * TEXT_WIDTH) == 8


def test_notes_stay_beside_their_text() -> None:
    assert down([note(3, high=5)], [True], 3 * TEXT_WIDTH) == 0


def test_a_source_cited_at_both_ends_stands_between() -> None:
    found = down([note(0, 10, new=False)], [False], 11 * TEXT_WIDTH)
    assert 2 <= found <= 6
    assert found in STEPS


def test_no_notes_need_no_room() -> None:
    assert down([], [], 0) == 0
