"""Ticks are round, and hold what is drawn; dates stand where time has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from third_reader.languages.catalogue import catalogue
from third_reader.languages.load import language
from third_reader.views.scale import axis, label, ticks

T = catalogue(language("en", first=True))


@pytest.mark.parametrize(
    ("low", "high", "stops"),
    [
        (0, 1402, (0, 500, 1000, 1500)),
        (0, 100, (0, 20, 40, 60, 80, 100)),
        (0, 7, (0, 2, 4, 6, 8)),
        (0, 0.3, (0, 0.1, 0.2, 0.3)),
        (0, 0.00031, (0, 0.0001, 0.0002, 0.0003, 0.0004)),
        (-3, 8, (-5, 0, 5, 10)),
        (0, 0, (0, 0.2, 0.4, 0.6, 0.8, 1)),
        (0, 5, (0, 1, 2, 3, 4, 5)),
    ],
)
def test_ticks_are_round_numbers(low: float, high: float, stops: tuple[float, ...]) -> None:
    assert ticks(low, high) == stops


@given(some.floats(-1e6, 1e6), some.floats(1e-3, 1e6))
def test_ticks_hold_the_range_and_are_few(low: float, width: float) -> None:
    stops = ticks(low, low + width)
    near = (stops[1] - stops[0]) * 1e-6
    assert stops[0] <= low + near
    assert stops[-1] >= low + width - near
    assert 2 <= len(stops) <= 6


def test_months_stand_where_time_has_them() -> None:
    found = axis(["2016-12", "2019-06", "2025-03"], T)
    assert found.labels == ("2016", "2018", "2020", "2022", "2024", "2026")
    assert [round(10 * place, 2) for place in found.places] == [0.96, 3.46, 9.21]


def test_years_stand_on_their_ticks() -> None:
    found = axis(["2019", "2020", "2021"], T)
    assert found.labels == ("2019", "2020", "2021")
    assert found.places == (0, 0.5, 1)


def test_a_short_time_is_told_in_months() -> None:
    found = axis(["2020-01-18", "2020-03", "2020-05-14"], T)
    assert found.labels == ("Jan 2020", "Mar 2020", "May 2020", "Jul 2020")
    assert found.places[0] < found.places[1] < found.places[2] < 1


def test_what_is_no_time_follows_one_after_the_other() -> None:
    found = axis(["2018-H1", "2018-H2", "2019-H1"], T)
    assert found.places == (0, 0.5, 1)
    assert found.labels == ("2018-H1", "2018-H2", "2019-H1")
    assert len(axis([f"x{n}" for n in range(13)], T).labels) == 7
    assert axis(["x"], T).places == (0.5,)
    assert axis(["1", "4.5"], T).labels == ("1", "2", "3", "4", "5")


def test_labels_are_words_and_no_month_is_a_day() -> None:
    assert [label(one, T) for one in ("2016-12", "2022/2023", "2019-02-31", "FY24-Q1")] == [
        *("Dec 2016", "2022–2023", "2019-02-31", "FY24-Q1"),
    ]
