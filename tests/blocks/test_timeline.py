"""`/// timeline`: dates as precise as they are known, words, sources."""

import pytest

from tests.reading.making import found, messages


def timeline(*items: str) -> str:
    """Give a block whose items begin on line 7."""
    return "/// timeline\n" + "".join(f"- {one}\n" for one in items) + "///\n"


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2019", "2019"),
        ("2019-12", "2019-12"),
        ("2019-12-11", "2019-12-11"),
        ("2019-09-26/2019-10-05", "2019-09-26/2019-10-05"),
        ("2019-09 / 2020", "2019-09/2020"),
        ("2019/2019-12", "2019/2019-12"),
        ("2020-02-29", "2020-02-29"),
    ],
)
def test_a_date_is_kept_as_precise_as_it_was(case, written: str, iso: str) -> None:
    document = case(timeline(f"{written}: It *was* so [@a]."))
    assert found(document) == []
    (event,) = document.events
    assert (event.when.iso(), event.plain, event.keys) == (iso, "It was so.", ("a",))
    assert (event.id, event.position.line) == ("event-1", 7)
    assert "event-1" in document.anchors


def test_a_full_width_colon_ends_a_date_too(case) -> None:
    document = case(timeline("2019-12-11：審訊[@a]。"))
    assert [one.plain for one in document.events] == ["審訊。"]


def test_events_keep_the_order_they_were_written_in(case) -> None:
    document = case(timeline("2020: B [@a]", "2019: A [@b]"))
    assert [(one.id, one.plain) for one in document.events] == [("event-1", "B"), ("event-2", "A")]


@pytest.mark.parametrize(
    "item",
    [
        *("2019-13: A [@a]", "2019-02-30: A [@a]", "In 2019: A [@a]", "2019 A [@a]", "A [@a]"),
        *("2020/2019: A [@a]", "2019-9-26: A [@a]", "26.9.2019: A [@a]", "**2019**: A [@a]"),
        *("2020-05/2020-04-30: A [@a]", "2019/: A [@a]", "20199: A [@a]"),
    ],
)
def test_what_is_no_date_is_an_error(case, item: str) -> None:
    document = case(timeline(item))
    assert found(document) == ["7:3 bad-event-date"]
    assert "such as '2019-12-11:'" in messages(document)
    assert document.events == ()


def test_an_event_without_a_source_is_an_error(case) -> None:
    document = case(timeline("2019: A [@a]", "2019-12: B"))
    assert found(document) == ["8:3 event-without-source"]
    assert "event of 2019-12 cites nothing" in messages(document)


def test_a_near_miss_is_told_once(case) -> None:
    assert found(case(timeline("2019: A [@a, @b]"))) == ["7:11 citation-separator"]


def test_only_a_list_may_stand_in_it(case) -> None:
    assert found(case("/// timeline\nWords [@a].\n///\n")) == ["7:1 block-list"]
