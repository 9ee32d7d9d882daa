"""Stamps: whatever stands around them, a text comes back whole and each knows its place."""

from hypothesis import given
from hypothesis import strategies as st

from third_reader.machinery.stamps import (
    ANY,
    FIRST,
    LAST,
    Clean,
    Stamps,
    code_mark,
    code_number,
    strip,
)

WORDS = st.text(st.characters(exclude_categories=["Co", "Cs"]), max_size=12)
PIECES = st.lists(st.tuples(WORDS, st.integers(1, 999), st.integers(1, 99)), min_size=1, max_size=8)


def stamped(pieces: list[tuple[str, int, int]]) -> tuple[Stamps, str]:
    """Put a stamp before each piece."""
    stamps = Stamps()
    return stamps, "".join(stamps.new(line, column) + words for words, line, column in pieces)


@given(PIECES)
def test_a_text_comes_back_as_it_was(pieces) -> None:
    _, text = stamped(pieces)
    assert strip(text) == Clean(text).text == "".join(words for words, _, _ in pieces)


@given(PIECES)
def test_the_first_stamp_tells_where_a_text_began(pieces) -> None:
    stamps, text = stamped(pieces)
    assert stamps.first(text) == pieces[0][1:]
    assert stamps.first(strip(text)) is None


@given(PIECES)
def test_a_clean_text_knows_where_each_character_stood(pieces) -> None:
    _, text = stamped(pieces)
    clean = Clean(text)
    for index, char in enumerate(clean.text):
        assert text[clean.stamped(index)] == char


@given(PIECES, st.integers(0, 100))
def test_the_nearest_stamp_is_as_far_as_it_says(pieces, index: int) -> None:
    stamps, text = stamped(pieces)
    clean = Clean(text)
    near = clean.near(min(index, len(clean.text)))
    assert near is not None
    stamp, distance = near
    assert clean.stamped(min(index, len(clean.text)) + distance) > text.index(stamp)
    assert stamps.place(stamp) in [piece[1:] for piece in pieces]


def test_a_text_without_stamps_has_no_nearest() -> None:
    assert Clean("words").near(2) is None
    assert Clean("").near(0) is None


def test_stamps_end_where_their_room_does() -> None:
    stamps = Stamps()
    made = [stamps.new(number, 1) for number in range(LAST - FIRST + 1)]
    assert all(made)
    assert stamps.new(1, 1) == ""
    assert stamps.place(made[-1]) == (LAST - FIRST, 1)


@given(st.integers(0, 65_533))
def test_a_code_mark_tells_its_number_among_stamps_and_spaces(number: int) -> None:
    mark = code_mark(number)
    assert code_number(mark) == code_number(f" {Stamps().new(1, 1)}{mark}\n") == number
    assert code_number(f"x{mark}") is None
    assert ANY.fullmatch(mark)


def test_code_marks_end_where_their_room_does() -> None:
    assert code_mark(0x10FFFE - 0x100000) == ""
