"""The timeline is `/data/events.json` turned round, no date more exact than it was written."""

import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html

from tests.checks.making import facts, page, site
from tests.views.reading import whole_list
from tests.views.small_site import Rendered, render
from third_reader.languages.catalogue import catalogue
from third_reader.languages.load import language
from third_reader.model.blocks import Event, EventDate, TimelineBlock
from third_reader.model.document import Document
from third_reader.model.position import Position
from third_reader.model.source import PartialDate
from third_reader.views.shared import Shared, shared
from third_reader.views.sharing import ROOM
from third_reader.views.years import bars, dated, sheets

EVENT = "//ol[@class='timeline']/li"


def event(number: int, *when: int, words: str = "Something happens.") -> Event:
    date = EventDate(PartialDate(*when), None)
    return Event(f"event-{number}", date, (words,), words, (), Position("x.md"))


def document(*events: Event, slug: str = "gao", platform: str = "wechat") -> Document:
    return page(slug, blocks=(TimelineBlock(events),), case=facts(platform=platform))


def looked_up(*documents: Document) -> Shared:
    english = language("en", True)
    return shared(site(documents), english, catalogue(english))


@pytest.fixture(scope="module")
def timeline(built_site: Path) -> html.HtmlElement:
    return whole_list(built_site / "timeline", newest_first=True)


def test_the_page_is_the_data_turned_round(built_site: Path, timeline) -> None:
    data = json.loads((built_site / "data" / "events.json").read_text(encoding="utf-8"))
    written = [(one["url"], one["text"]) for one in data if one["lang"] == "en"]
    shown = [
        (urljoin("/timeline/", item.xpath(".//a/@href")[0]), item.xpath("string(.//p)"))
        for item in timeline.xpath(EVENT)
    ]
    paths = [("/" + url.split("/", 3)[3] if "://" in url else url, text) for url, text in written]
    assert shown == list(reversed(paths))
    assert len(shown) > 20


def test_each_event_leads_to_its_anchor_and_has_a_grade(built_site: Path, timeline) -> None:
    for item in timeline.xpath(EVENT):
        address, _, anchor = item.xpath(".//a/@href")[0].partition("#")
        text = (built_site / address.strip("/") / "index.html").read_text(encoding="utf-8")
        assert f'id="{anchor}"' in text
        assert item.xpath("count(./*[contains(@class, 'grade--')])") == 1


def test_a_month_is_never_printed_as_a_day(timeline) -> None:
    shapes = {"timeline__month": r"\w+ \d{4}", "timeline__year": r"\d{4}"}
    found = 0
    for item in timeline.xpath(EVENT):
        if words := shapes.get(item.get("class")):
            found += 1
            when = item.xpath("./time")[0]
            assert re.fullmatch(words, when.text)
            assert len(when.get("datetime")) in {4, 7}
    assert found


def test_bars_count_what_stands_under_them(timeline) -> None:
    for bar in timeline.xpath("//ol[@class='years']//a"):
        anchor = bar.get("href").rpartition("#")[2]
        (year,) = timeline.xpath(f"//section[@id='{anchor}']")
        count = int(bar.xpath("string(b)"))
        assert len(year.xpath("./ol/li")) == count
        assert f"v{count}H1z" in bar.xpath("./svg/path/@d")[0]
        assert bar.xpath("string(./svg)").strip() == ""


def test_every_language_has_a_timeline_of_its_own(rendered: Rendered) -> None:
    for prefix in ("", "/zh-hant"):
        text = rendered.html[f"{prefix}/timeline/"]
        assert f'href="{prefix}/cases/gao-zhigang/#event-1"' in text
        assert f'href="{prefix}/timeline/" aria-current="page"' in text
    assert "2019年9月26日" in rendered.html["/zh-hant/timeline/"]


def test_a_platform_has_its_own_which_its_facet_links(rendered: Rendered) -> None:
    assert 'href="/timeline/wechat/"' in rendered.html["/cases/platform/wechat/"]
    assert 'href="/cases/platform/wechat/"' in rendered.html["/timeline/wechat/"]
    assert [one for one in rendered.html if re.fullmatch(r"/timeline/[a-z]+/", one)] == [
        "/timeline/wechat/"
    ]


def test_of_one_day_the_later_on_the_page_comes_first() -> None:
    made = document(event(1, 2019, 9, 26), event(2, 2019, 9, 26), event(3, 2018))
    assert [one.id for _, one in dated([made])] == ["event-2", "event-1", "event-3"]


def test_a_long_list_is_shared_out_by_year_and_nothing_is_lost() -> None:
    years = [year for year in range(2000, 2020) for _ in range(40)]
    events = dated(
        [document(*(event(n, year, words="w" * 200) for n, year in enumerate(years, 1)))]
    )
    found = sheets(events, "", looked_up())
    assert found[0].address == "/timeline/"
    assert found[0].parts[0].year == 2019
    assert found[-1].address == "/timeline/2000/"
    assert len({sheet.address for sheet in found}) == len(found)
    assert all(sum(part.weight for part in sheet.parts) <= ROOM for sheet in found)
    assert [one for sheet in found for part in sheet.parts for one in part.items] == list(events)


def test_a_year_that_is_too_long_goes_on_at_a_page_of_its_own() -> None:
    events = dated([document(*(event(n, 2019, words="w" * 200) for n in range(1, 400)))])
    found = sheets(events, "wechat", looked_up())
    assert [sheet.address for sheet in found][:3] == [
        "/timeline/wechat/",
        "/timeline/wechat/2019/2/",
        "/timeline/wechat/2019/3/",
    ]
    assert sum(bar.count for bar in bars(found)) == 399
    assert len(bars(found)) == 1


def test_years_without_an_event_are_gaps_with_their_name() -> None:
    events = dated([document(event(1, 1868), event(2, 2017), event(3, 2019))])
    found = bars(sheets(events, "", looked_up()))
    assert [(one.first, one.last, one.count) for one in found] == [
        (1868, 1868, 1), (1869, 2016, 0), (2017, 2017, 1), (2018, 2018, 0), (2019, 2019, 1),
    ]  # fmt: skip


def test_a_shared_out_timeline_is_walked_page_by_page() -> None:
    events = (event(n, 2000 + n // 60, words="w" * 200) for n in range(600))
    made = render(site([document(*events)]))
    address, seen = "/timeline/", []
    while address:
        text = made.html[address]
        seen += re.findall(r'class="small" href="/cases/gao/#(event-\d+)"', text)
        following = re.search(r'rel="next" href="([^"]+)"', text)
        address = following.group(1) if following else ""
    assert len(seen) == len(set(seen)) == 600


def test_a_site_without_events_says_so() -> None:
    assert "No dated event" in render(site([page()])).html["/timeline/"]
