"""Dates of a page are there, in order, and not to come."""

from datetime import date

import pytest

from tests.checks.making import lines, page, site
from third_reader.checks.dates import check
from third_reader.model.document import PageKind

PATH = "content/cases/gao.md"


def test_a_page_with_its_dates_in_order_is_fine() -> None:
    today = date(2026, 11, 24)
    assert lines(check(site([page(reviewed=today, updated=today)]))) == []


@pytest.mark.parametrize("kind", [PageKind.CASE, PageKind.EXPLAINER])
def test_a_case_and_an_explainer_say_when_they_were_reviewed(kind: PageKind) -> None:
    (found,) = check(site([page(kind=kind, reviewed=None)]))
    assert str(found) == (
        f"content/{kind.value}/gao.md:2:8: warning: 'reviewed' is missing; "
        "add the day this page was last checked against its sources [not-reviewed]"
    )


def test_pages_translations_and_what_reading_has_told_are_not_asked_for_it() -> None:
    told = page(reviewed=None, keys=(("reviewed", (5, 9)),))
    others = [page("a", PageKind.PAGE, reviewed=None), page("b", lang="zh-hant", reviewed=None)]
    assert lines(check(site([told, *others, page("c", title="", reviewed=None)]))) == []


@pytest.mark.parametrize("name", ["reviewed", "updated"])
def test_nothing_was_checked_or_changed_before_it_was_there(name: str) -> None:
    keys = ((name, (6, 11)),)
    (found,) = check(
        site([page(keys=keys, **{"reviewed": date(2026, 11, 20), name: date(2026, 11, 19)})])
    )
    assert str(found) == (
        f"{PATH}:6:11: warning: '{name}' is 2026-11-19, before the page's 'date' 2026-11-20; "
        "mend one of them [date-order]"
    )


@pytest.mark.parametrize("name", ["date", "reviewed", "updated", "translated"])
def test_a_day_to_come_is_a_warning(name: str) -> None:
    (found,) = check(site([page(**{name: date(2026, 11, 25)})]))
    assert (found.code, found.severity.value) == ("future-date", "warning")
    assert f"'{name}' is 2026-11-25, later than the day of this build" in found.message
