"""The calendar keeps the rules of RFC 5545, and dates as precise as they are known."""

from dataclasses import replace
from datetime import date

import pytest

from third_reader.exports.calendar import day_after, export, folded
from third_reader.model.blocks import EventDate, TimelineBlock
from third_reader.model.source import PartialDate


def text(site) -> str:
    (artifact,) = export(site)
    assert artifact.address == "/data/events.ics"
    return artifact.data.decode("utf-8")


def with_events(site, *events):
    """Give the site with these events on its first case, in every place that holds it."""
    pages = {one.url: one for one in site.documents}
    case = pages["/cases/gao/"]
    changed = replace(case, blocks=(TimelineBlock(events),))
    groups = {
        key: tuple(changed if one is case else one for one in group)
        for key, group in site.groups.items()
    }
    return replace(site, groups=groups)


def fields(site) -> list[dict[str, str]]:
    """Give each event's lines, unfolded, by name without parameters."""
    found: list[dict[str, str]] = []
    for line in text(site).replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name:
            found[-1].setdefault(name.partition(";")[0], value)
    return found


@pytest.fixture
def event(make_site):
    """Give an event of the site, to be changed."""
    case = next(one for one in make_site().documents if one.url == "/cases/gao/")
    return case.events[0]


def test_lines_end_as_the_rule_says_and_are_at_most_75_octets(make_site, event) -> None:
    long = replace(event, plain="高志剛寫信" * 40 + "; a, b\\")
    made = text(with_events(make_site("https://reader.example"), long))
    assert made.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert made.endswith("END:VCALENDAR\r\n")
    assert "\n" not in made.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in made.split("\r\n"))
    assert long.plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") in made.replace(
        "\r\n ", ""
    )


def test_folding_never_cuts_a_character() -> None:
    for start in range(4):
        line = "a" * start + "😀高" * 60
        parts = list(folded(line))
        assert "".join([parts[0], *(part[1:] for part in parts[1:])]) == line
        assert all(part[0] == " " for part in parts[1:])


@pytest.mark.parametrize(
    ("when", "after"),
    [
        (EventDate(PartialDate(2019, 12, 31), None), date(2020, 1, 1)),
        (EventDate(PartialDate(2020, 2), None), date(2020, 3, 1)),
        (EventDate(PartialDate(2019, 12), None), date(2020, 1, 1)),
        (EventDate(PartialDate(2019), None), date(2020, 1, 1)),
        (EventDate(PartialDate(2019, 9, 26), PartialDate(2019, 10, 5)), date(2019, 10, 6)),
        (EventDate(PartialDate(9999, 12, 31), None), None),
        (EventDate(PartialDate(9999, 12), None), None),
        (EventDate(PartialDate(9999), None), None),
    ],
)
def test_an_event_lasts_all_that_it_may_mean(when: EventDate, after: date | None) -> None:
    assert day_after(when) == after


def test_a_month_is_a_span_and_says_what_is_known(make_site, event) -> None:
    month = replace(event, when=EventDate(PartialDate(2019, 12), None))
    day = replace(event, id="event-2", when=EventDate(PartialDate(2019, 12, 11), None))
    first, second = fields(with_events(make_site("https://reader.example"), month, day))
    assert (first["DTSTART"], first["DTEND"]) == ("20191201", "20200101")
    assert first["SUMMARY"] == "He is tried. (2019-12)"
    assert (second["DTSTART"], second["DTEND"]) == ("20191211", "20191212")
    assert second["SUMMARY"] == "He is tried."
    assert second["URL"] == "https://reader.example/cases/gao/#event-2"


def test_ids_outlive_words_places_and_the_sites_address(make_site, event) -> None:
    other = replace(event, id="event-1", when=EventDate(PartialDate(2018), None))
    moved = replace(event, id="event-2", plain="He is judged.")
    before = fields(with_events(make_site(), event))[0]["UID"]
    after = {
        one["UID"] for one in fields(with_events(make_site("https://x.example"), other, moved))
    }
    assert before in after
    assert len(after) == 2
    twice = fields(with_events(make_site(), event, moved))
    assert len({one["UID"] for one in twice}) == 2


def test_a_translation_repeats_nothing(make_site) -> None:
    assert len(fields(make_site())) == 1
