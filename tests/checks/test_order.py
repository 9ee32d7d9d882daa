"""Orders of days that cannot be: each warning names both places (FEATURES, no. 25)."""

from collections.abc import Iterable
from datetime import date

import pytest

from tests.checks.making import claim, facts, lines, page, site, source
from third_reader.checks import dates, order, source_order
from third_reader.model.blocks import Event, EventDate, TimelineBlock
from third_reader.model.document import Document
from third_reader.model.position import Position
from third_reader.model.site import Site
from third_reader.model.source import Copy, Kind, PartialDate, Source

PATH = "content/cases/gao.md"


def day(text: str) -> PartialDate:
    year, *rest = (int(part) for part in text.split("-"))
    return PartialDate(year, *rest)


def event(line: int, when: str, *keys: str) -> Event:
    start, _, end = when.partition("/")
    span = EventDate(day(start), day(end) if end else None)
    return Event(f"event-{line}", span, ("Words.",), "Words.", keys, Position(PATH, line, 3))


def timeline(*events: Event) -> Document:
    return page(blocks=(TimelineBlock(events),), case=facts(when=None))


def told(found: Site) -> list[str]:
    checks = (order.check, source_order.check)
    return lines(one for check in checks for one in check(found))


def judged(documents: Iterable[Document] = (), *sources: Source) -> list[str]:
    return told(site(documents, sources))


def issued(key: str, when: str, *derived: str, **given: object) -> Source:
    return source(key, *derived, issued=day(when), **given)


def test_a_timeline_that_goes_back_names_both_lines() -> None:
    verdict, arrest = event(30, "2019-12-11"), event(31, "2019-09-26")
    assert judged([timeline(verdict, arrest)]) == [
        f"{PATH}:31:3: warning: this event, 2019-09-26, stands after that of 2019-12-11 in line 30;"
        " mend a day, or put them in order [event-order]"
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2019-09-26", "2019-12-11"),
        ("2019-12-11", "2019-12-11"),
        ("2019-12-11", "2019"),
        ("2019-12", "2019-12-01"),
        ("2019-09-26/2019-10-05", "2019-10-01"),
        ("2019-10-01", "2019-09/2019-11"),
    ],
)
def test_dates_that_may_be_in_order_are(first: str, second: str) -> None:
    assert judged([timeline(event(30, first), event(31, second))]) == []


def test_an_event_later_than_all_its_sources_names_the_youngest() -> None:
    old, young = issued("old", "2018"), issued("young", "2019-08-01", line=7)
    (found,) = judged([timeline(event(30, "2019-09-26", "old", "young"))], old, young)
    assert found == (
        f"{PATH}:30:3: warning: the event is of 2019-09-26, but its youngest source, 'young', is of"
        " 2019-08-01 (content/sources/a.yaml:7); mend one of the days [source-before-event]"
    )


@pytest.mark.parametrize(
    "sources",
    [
        (issued("a", "2018"), issued("b", "2020")),
        (issued("a", "2018"), source("b", issued=None)),
        (issued("a", "2018"), issued("b", "2017", kind=Kind.LAW)),
        (issued("a", "2018"), issued("b", "2019")),
        (issued("a", "2018"), issued("b", "2019-09-25")),
        (issued("a", "2018"), issued("b", "2018", issued_end=PartialDate(2020))),
    ],
    ids=["younger", "undated", "law", "same year", "the day before, elsewhere", "range"],
)
def test_an_event_that_a_source_can_know_of_is_fine(sources: tuple[Source, ...]) -> None:
    assert judged([timeline(event(30, "2019-09-26", "a", "b"))], *sources) == []


def test_a_case_after_everything_that_it_cites() -> None:
    case = page(cites=["a"], case=facts(when=day("2021-03")))
    (found,) = judged([case], issued("a", "2020-08-18", line=7))
    assert "'when' is 2021-03" in found
    assert "'a', is of 2020-08-18 (content/sources/a.yaml:7)" in found
    assert found.endswith("[sources-before-case]")


def test_a_source_younger_than_every_day_of_its_page() -> None:
    case = page(claims=[claim("ten", "a")], case=None)
    (found,) = judged([case], issued("a", "2026-11-23", line=7))
    assert found.startswith(f"{PATH}:1:1: warning: the page's latest day is 2026-11-20, but it")
    assert "2026-11-23 (content/sources/a.yaml:7)" in found
    assert found.endswith("[source-after-review]")
    assert judged([case], issued("a", "2026-11")) == []


def test_a_relay_older_than_its_origin() -> None:
    parent = issued("parent", "2020-08-22", line=7)
    (found,) = judged([], issued("copy", "2020-08-18", "parent"), parent)
    assert "'copy' of 2020-08-18 relays 'parent' of 2020-08-22" in found
    assert "(content/sources/a.yaml:7)" in found
    assert found.endswith("[relay-before-origin]")


@pytest.mark.parametrize("original", ["2020-08-18", {"date-parts": [[2020, 8, 18]]}, "2020"])
def test_a_reprint_says_when_its_words_first_came_out(original: object) -> None:
    parent = issued("parent", "2020-08-22", csl={"original-date": original})
    assert judged([], issued("copy", "2020-08-18", "parent"), parent) == []


@pytest.mark.parametrize("original", [{"raw": "old"}, {"date-parts": []}, "18 August", None])
def test_an_original_date_of_another_form_changes_nothing(original: object) -> None:
    parent = issued("parent", "2020-08-22", csl={"original-date": original})
    assert len(judged([], issued("copy", "2020-08-18", "parent"), parent)) == 1


def test_a_copy_and_a_check_before_the_source() -> None:
    copy = Copy("https://a.example/", date(2020, 8, 1))
    found = judged([], issued("a", "2020-08-18", archived=(copy,), checked=date(2020, 8, 2)))
    assert [one.partition(", before")[0].rpartition(": ")[2] for one in found] == [
        "'archived' is 2020-08-01",
        "'checked' is 2020-08-02",
    ]
    assert all(one.endswith("[copy-before-source]") for one in found)
    eve = Copy("https://a.example/", date(2020, 8, 17))
    assert judged([], issued("a", "2020-08-18", archived=(eve,))) == []


LOOKS = [
    ({"accessed": day("2020-08-16")}, ["copy-before-source"]),
    ({"accessed": day("2020-07")}, ["copy-before-source"]),
    ({"no_copy_known": day("2020-08-16")}, ["copy-before-source"]),
    ({"accessed": day("2020-08-17"), "no_copy_known": day("2020-08")}, []),
    ({"accessed": day("2020"), "no_copy_known": day("2026-11-25")}, []),
    ({"accessed": day("2026-11-26")}, ["future-date"]),
    ({"no_copy_known": day("2026-12")}, ["future-date"]),
    ({"accessed": day("9999-12-31"), "issued": None}, ["future-date"]),
    ({"checked": date(2026, 11, 25)}, []),
    ({"checked": date(2026, 11, 26)}, ["future-date"]),
    ({"archived": (Copy("https://a.example/", date(2027, 1, 1)),)}, ["future-date"]),
    ({"issued": day("2027-01"), "no_copy_known": None}, []),
    ({"issued": day("2027-01-01"), "no_copy_known": None}, ["future-date"]),
]


@pytest.mark.parametrize(("given", "expected"), LOOKS)
def test_no_day_of_a_source_is_before_it_or_after_today(
    given: dict[str, object], expected: list[str]
) -> None:
    found = judged([], source("a", **{"issued": day("2020-08-18")} | given))
    assert [one.rpartition("[")[2] for one in found] == [f"{one}]" for one in expected]


def test_a_day_of_a_look_is_told_in_its_own_place() -> None:
    places = (("issued", Position("s.yaml", 3, 3)), ("accessed", Position("s.yaml", 4, 3)))
    early = {"accessed": day("2019"), "places": places}
    assert judged([], issued("a", "2020-08-18", **early)) == [
        "s.yaml:4:3: warning: 'accessed' is 2019, before 'a' was issued, 2020-08-18 (s.yaml:3); "
        "mend one of them [copy-before-source]"
    ]
    late = {"accessed": day("2027"), "places": places}
    assert judged([], issued("a", "2020-08-18", **late)) == [
        "s.yaml:4:3: warning: 'accessed' is 2027, later than the day of this build; mend it "
        "[future-date]"
    ]


def test_a_page_checked_or_changed_before_it_was_there_is_told_by_the_check_of_dates() -> None:
    early = date(2026, 1, 1)
    found = lines(dates.check(site([page(reviewed=early, updated=early)])))
    assert [one.rpartition("[")[2] for one in found] == ["date-order]"] * 2


def test_translations_follow_their_originals() -> None:
    verdict, arrest = event(30, "2019-12-11"), event(31, "2019-09-26")
    assert judged([page(lang="zh-hant", blocks=(TimelineBlock((verdict, arrest)),))]) == []
