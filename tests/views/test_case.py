"""What a case shows, and that it is what the site knows."""

import re
from dataclasses import replace
from datetime import date

from tests.views.small_site import (
    HERE,
    Rendered,
    Writer,
    case_gao,
    case_unknown,
    document,
    join,
    page,
    render,
    whole_site,
)
from third_reader.model.blocks import ClaimsBlock
from third_reader.model.document import CaseFacts, Document, Envelope, Leg, PageKind, Point, Tick
from third_reader.model.text import BlockSlot

GAO = "/cases/gao-zhigang/"


def classes(html: str, block: str) -> list[str]:
    return re.findall(rf'class="({block}[^"]*)"', html)


def envelope_case(legs: tuple[tuple[Point, bool], ...], *, tick: str = "") -> Document:
    w = Writer(section="envelope")
    drawn = Envelope(
        w.stop("A", ""),
        w.stop("B", ""),
        w.stop("C", ""),
        w.stop("D", ""),
        tuple(Leg(point, established, ("Words",), "Words") for point, established in legs),
        (Tick("delivered", tick, HERE),) if tick else (),
    )
    claim = w.made_claim(1, "arrived", "It arrived.[tn-2020]", None)
    facts = CaseFacts("wechat", "CN", ("US",), (), "", None, (), drawn)
    return document(
        PageKind.CASE, "x", "en", "X", "X", [], [ClaimsBlock((claim,))], w.marks, (), facts
    )


def drawn(*legs: tuple[Point, bool], tick: str = "") -> str:
    return render(join([envelope_case(legs, tick=tick)])).html["/cases/x/"]


def test_marks_stand_in_the_order_of_their_anchors(rendered: Rendered) -> None:
    document = case_gao("en")
    found = [int(one) for one in re.findall(r'id="cite-(\d+)"', rendered.html[GAO])]
    assert sorted(found) == list(range(1, len(document.marks) + 1))
    assert len(set(found)) == len(found)


def test_a_mark_leads_to_the_note_of_its_own_passage(rendered: Rendered) -> None:
    html = rendered.html[GAO]
    assert '<a id="cite-8" href="#n1-geng-2020">Geng Guanjun 2020</a>; <a id="cite-9"' in html
    assert '<a id="cite-1" href="#s-rfam-2020">' in html
    assert (
        'class="cite__spoken" id="cite-13" href="#n3-rfa-2020">Radio Free Asia 2020</a> (para. 2)'
        in html
    )
    assert 'see also <a id="cite-10" href="#n2-tn-2020">Taiwan News 2020, para. 4</a>' in html
    assert 'href="#n2-geng-2020">2020</a>' in html


def test_a_note_is_full_where_its_source_first_stands(rendered: Rendered) -> None:
    html = rendered.html[GAO]
    first = re.search(r'<li id="n1-geng-2020">.*', html)
    again = re.search(r'<li id="n2-geng-2020">.*', html)
    assert first is not None
    assert again is not None
    assert "One video forwarded" in first.group()
    assert "One video forwarded" not in again.group()


def test_the_words_of_a_list_item_stand_apart_from_its_notes(rendered: Rendered) -> None:
    item = re.search(r'<li class="passage"><p>.*?</p><ul class="notes"', rendered.html[GAO], re.S)
    assert item is not None


def test_the_two_numbers_are_reports_and_origins(rendered: Rendered) -> None:
    html = rendered.html[GAO]
    claims = re.findall(
        r'<li class="claim" id="claim-([\w-]+)">.*?<summary>(.*?)</summary>', html, re.S
    )
    assert len(claims) == 11
    for claim, words in claims:
        graded = rendered.site.grades[GAO, claim]
        numbers = [int(one) for one in re.findall(r"\d+", words.replace("no origin", "0"))]
        assert numbers == [len(graded.sources), len(graded.origins)], claim


def test_the_rule_is_named(rendered: Rendered) -> None:
    html = rendered.html[GAO]
    assert '<a href="/method/#one-source">Rule 5: all of it goes back to one origin.</a>' in html
    assert "Rule 2:" in html
    assert "Rule 1:" in html


def test_the_sky_has_one_mark_a_claim(rendered: Rendered) -> None:
    sky = rendered.html[GAO].split('<ul class="sky">')[1].split("</ul>")[0]
    assert len(re.findall(r"<i></i>", sky)) == 11
    assert "3 One source" in sky


def test_safety_comes_before_every_outside_link_and_once(rendered: Rendered) -> None:
    html = rendered.html[GAO].split("<main")[1]
    assert html.count("This page names an app") == 1
    assert html.index('class="safety"') < html.index("https://")
    other = rendered.html["/cases/sweden/"].split("<main")[1]
    assert "If reading this could be a risk" in other
    assert other.index('class="safety"') < other.index("https://")


def test_ticks_are_solid_when_their_claim_is_well_supported(rendered: Rendered) -> None:
    rows = re.findall(r"<li>(<span class=\"ticks\".*?</span>)<p><b>(.*?)</b>", rendered.html[GAO])
    assert [words for _, words in rows] == ["Delivered", "Read?", "Read by someone else"]
    claimed = '<i class="ticks__claimed"></i>'
    assert rows[0][0].count(claimed) == 1
    assert rows[2][0].endswith(f"{claimed}{claimed}<i></i></span>")


def test_sources_stand_under_what_they_relay(rendered: Rendered) -> None:
    sources = rendered.html[GAO].split('<ol class="sources">')[1]
    origin = sources.index('id="s-rfam-2020"')
    assert origin < sources.index("sources__relays") < sources.index('id="s-rfa-2020"')
    assert sources.index('id="s-rfa-2020"') < sources.index('id="s-tn-2020"')
    assert "<b>gone, and no copy is left</b>" in sources


def test_the_copy_is_the_first_link_where_the_server_is_a_partys(rendered: Rendered) -> None:
    entry = rendered.html[GAO].split('id="s-wechat-2018"')[1].split("</li>")[0]
    assert entry.index("web.archive.org") < entry.index("www.example.org")
    press = rendered.html[GAO].split('id="s-epoch-2020"')[1].split("</li>")[0]
    assert "web.archive.org" not in press


def test_people_are_named_with_a_reason_and_a_source(rendered: Rendered) -> None:
    people = rendered.html[GAO].split('<dl class="people">')[1].split("</dl>")[0]
    assert '<b>Gao Zhigang</b> <bdi lang="zh-Hant">高志剛</bdi>' in people
    assert "Gave an interview under this name." in people
    assert people.count('id="cite-') == 2


def test_no_leg_is_drawn_that_nobody_claimed() -> None:
    html = drawn()
    assert "envelope--apart" in html
    assert "envelope__leg" not in html
    assert "By which way: not known" in html


def test_the_reader_stands_under_the_first_point() -> None:
    assert "envelope--at-1" in drawn((Point.FROM, False))
    assert "envelope--at-2" in drawn((Point.THROUGH, True), (Point.TO, False))
    assert "envelope--at-3" in drawn((Point.TO, False))


def test_legs_that_meet_share_a_trunk() -> None:
    html = drawn((Point.FROM, False), (Point.TO, True))
    assert classes(html, "envelope__stop") == [
        "envelope__stop envelope__stop--leg envelope__stop--carries",
        "envelope__stop envelope__stop--passed envelope__stop--carries",
        "envelope__stop envelope__stop--leg envelope__stop--shown envelope__stop--passed",
    ]
    assert "envelope--shown" in html
    assert "Here?" in html
    assert "Here." in html


def test_without_through_there_are_two_stops(rendered: Rendered) -> None:
    html = rendered.html["/cases/sweden/"]
    assert "envelope__route--2" in html
    assert "Through" not in html


def test_a_tick_that_is_not_there_leaves_its_row_out() -> None:
    html = drawn((Point.FROM, True), tick="arrived")
    assert "<b>Delivered</b>" in html
    assert "<b>Read</b>" not in html
    assert '<ol class="receipt">' not in drawn((Point.FROM, True))


def test_a_mail_link_carries_the_address_of_the_claim() -> None:
    made = render(whole_site(contact="desk@third.example")).html[GAO]
    assert "mailto:desk@third.example?" in made
    assert "https%3A//third.example/cases/gao-zhigang/%23claim-sent" in made


def test_a_translation_that_is_behind_says_so() -> None:
    late = replace(
        case_gao("zh-hant"), translated=None, date=case_gao("en").date.replace(year=2025)
    )
    html = render(join([case_gao("en"), late])).html["/zh-hant/cases/gao-zhigang/"]
    assert "head__note" in html
    assert html.index("head__note") < html.index('class="lede"')


def test_a_page_that_was_long_unchecked_says_so() -> None:
    old = replace(case_unknown("en"), reviewed=date(2025, 11, 1))
    html = render(join([old, page("en", "safety")])).html["/cases/sweden/"]
    assert "for more than a year" in html


def test_a_claim_whose_sources_are_all_gone_says_so(rendered: Rendered) -> None:
    w = Writer()
    gone = w.made_claim(1, "gone", "It was so.[epoch-2020]", None)
    kept = w.made_claim(2, "kept", "It was so too.[epoch-2020;geng-2020]", None)
    facts = CaseFacts("wechat", "CN", ("US",), (), "", None, (), None)
    blocks = [ClaimsBlock((gone, kept))]
    made = document(PageKind.CASE, "x", "en", "X", "X", [BlockSlot(0)], blocks, w.marks, (), facts)
    html = render(join([made])).html["/cases/x/"]
    assert html.count("No copy left") == 1
    assert html.index("No copy left") < html.index("claim-kept", html.index("claim-gone"))


def test_a_page_can_be_cited(rendered: Rendered) -> None:
    html = rendered.html[GAO]
    assert "https://third.example/cases/gao-zhigang/</p>" in html
    assert '<meta name="citation_publication_date" content="2026-11-24">' in html
