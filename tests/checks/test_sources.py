"""Sources are used, were read, and relay what is there."""

from datetime import date

import pytest

from tests.checks.making import claim, lines, page, site, source
from third_reader.checks.sources import check
from third_reader.model.position import Position
from third_reader.model.source import Copy, ReadState
from third_reader.reading.text import NOT_UTF8


def test_a_source_that_nothing_cites_is_a_warning() -> None:
    made = site([page(cites=["rfa"])], [source("rfa"), source("tn", line=8)])
    assert lines(check(made)) == [
        "content/sources/a.yaml:8:7: warning: source 'tn' is cited nowhere; "
        "cite it or take it out [unused-source]"
    ]


def test_what_a_cited_source_relays_is_used() -> None:
    chain = [source("a", "b"), source("b", "c"), source("c"), source("d", "a")]
    found = list(check(site([page(cites=["a"])], chain)))
    assert [(one.code, "'d'" in one.message) for one in found] == [("unused-source", True)]


def test_a_circle_ends_the_search_for_what_is_used() -> None:
    circle = [source("a", "b"), source("b", "a"), source("c", "c")]
    assert [one.message[:10] for one in check(site([page(cites=["a"])], circle))] == ["source 'c'"]


def test_a_parent_that_is_no_source_is_an_error() -> None:
    made = site(
        [page(cites=["tn"])], [source("tn", "bitter-wintr", "x", "x"), source("bitter-winter")]
    )
    assert lines(check(made)) == [
        "content/sources/a.yaml:1:7: warning: source 'bitter-winter' is cited nowhere; "
        "cite it or take it out [unused-source]",
        "content/sources/a.yaml:1:7: error: 'derived-from' names 'bitter-wintr', which is no "
        "source; did you mean 'bitter-winter'? [unknown-derived-from]",
        "content/sources/a.yaml:1:7: error: 'derived-from' names 'x', which is no source; "
        "add it under sources/ or mend the id [unknown-derived-from]",
    ]


def test_parents_are_not_judged_while_a_file_of_sources_cannot_be_read() -> None:
    lost = NOT_UTF8.error(Position("content/sources/b.yaml"), "not UTF-8")
    made = site([page(cites=["tn"])], [source("tn", "x")], diagnostics=[lost])
    assert lines(check(made)) == []


@pytest.mark.parametrize(
    ("state", "count"), [(ReadState.NONE, 1), (ReadState.PART, 0), (ReadState.WHOLE, 0), (None, 0)]
)
def test_what_nobody_read_has_no_day_of_access(state: ReadState | None, count: int) -> None:
    place = Position("content/sources/a.yaml", 5, 3)
    given = source("rfa", read=state, csl={"accessed": "2026-11"}, places=(("accessed", place),))
    found = [one for one in check(site([page(cites=["rfa"])], [given])) if "accessed" in one.code]
    assert [str(one) for one in found] == [
        "content/sources/a.yaml:5:3: warning: source 'rfa' has 'accessed', but nothing of it was "
        "read; take 'accessed' out [accessed-not-read]"
    ] * count


@pytest.mark.parametrize(
    ("states", "count"),
    [
        ([ReadState.NONE], 1),
        ([ReadState.NONE, ReadState.NONE], 1),
        ([ReadState.NONE, ReadState.PART], 0),
        ([ReadState.WHOLE], 0),
        ([], 0),
    ],
)
def test_a_claim_may_not_rest_on_what_nobody_read(states: list[ReadState], count: int) -> None:
    sources = [source(f"s{number}", read=state) for number, state in enumerate(states)]
    made = site([page(claims=[claim("ten", *(one.id for one in sources))])], sources)
    assert lines(check(made)) == count * [
        "content/cases/gao.md:30:3: error: claim 'ten' rests on what nobody here has read; "
        "read a source of it, or cite one that was read [source-not-read]"
    ]


def test_a_source_says_how_much_of_it_was_read() -> None:
    made = site([page(claims=[claim("ten", "rfa")])], [source("rfa", read=None)])
    assert lines(check(made)) == [
        "content/sources/a.yaml:1:7: warning: source 'rfa' does not say how much of it we read; "
        "add 'read' [read-not-stated]"
    ]


def test_a_claim_all_of_whose_sources_are_gone_without_a_copy_is_a_warning() -> None:
    copy = Copy("https://copy.example/", date(2026, 1, 1))
    gone = source("a", status="gone")
    kept = source("b", status="gone", archived=(copy,), no_copy_known=None)
    found = lines(
        check(site([page(claims=[claim("ten", "a"), claim("two", "a", "b")])], [gone, kept]))
    )
    assert found == [
        "content/cases/gao.md:30:3: warning: every source of claim 'ten' is gone without a copy; "
        "find a copy, or cite another [lost-evidence]"
    ]


def test_a_copy_and_no_copy_contradict_each_other() -> None:
    copy = Copy("https://copy.example/", date(2026, 1, 1))
    place = Position("content/sources/a.yaml", 6, 5)
    both = source("a", archived=(copy,), places=(("no-copy-known", place),))
    one = source("b", archived=(copy,), no_copy_known=None)
    assert lines(check(site([page(cites=["a", "b"])], [both, one]))) == [
        "content/sources/a.yaml:6:5: warning: 'no-copy-known' contradicts 'archived' of source "
        "'a'; take one of them out [copy-contradiction]"
    ]
