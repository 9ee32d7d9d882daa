"""A source on the web has a copy, or says when none was known."""

from datetime import date

import pytest

from tests.checks.making import lines, site, source
from third_reader.checks.copies import check
from third_reader.model.source import Copy, PartialDate

KEPT = (Copy("https://copy.example/", date(2026, 1, 1)),)


def test_a_source_that_says_nothing_of_copies_is_a_warning() -> None:
    assert lines(check(site([], [source("rfa", no_copy_known=None)]))) == [
        "content/sources/a.yaml:1:7: warning: source 'rfa' has no copy; add 'archived', or "
        "'no-copy-known' with the day or month on which none was known [copy-not-stated]"
    ]


@pytest.mark.parametrize(
    "given",
    [
        {"archived": KEPT, "no_copy_known": None},
        {"no_copy_known": PartialDate(2026, 11)},
        {"no_copy_known": None, "url": "", "call_number": "Shelf 4"},
    ],
    ids=["a copy", "a month", "no address"],
)
def test_a_source_that_says_it_is_none(given: dict[str, object]) -> None:
    assert lines(check(site([], [source("rfa", **given)]))) == []
