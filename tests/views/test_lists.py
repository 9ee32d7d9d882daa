"""Lists, facets, routes and sources: their numbers are those of the cases."""

import re
from dataclasses import replace

import pytest

from tests.views.small_site import CLAIMS, SOURCES, Rendered
from third_reader.evidence.grades import grade
from third_reader.evidence.lineage import fallen, relays
from third_reader.languages import language
from third_reader.languages.catalogue import catalogue
from third_reader.views.cases import facet_bars
from third_reader.views.entries import route
from third_reader.views.facets import Index
from third_reader.views.shared import shared


def test_each_number_of_the_matrix_is_the_length_of_its_page(rendered: Rendered) -> None:
    cells = re.findall(
        r'<td class="matrix__\d"><a href="([^"]+)"[^>]*>(\d+)', rendered.html["/cases/"]
    )
    assert len(cells) == 3
    for href, number in cells:
        assert rendered.html[href].count('<li class="entry">') == int(number)


def test_a_bar_is_as_long_as_its_page(rendered: Rendered) -> None:
    bars = re.findall(
        r'<a href="([^"]+)">[^<]+</a><svg[^>]*><path d="M0 0h(\d+)v1H0z"/></svg><span>(\d+)',
        rendered.html["/cases/"],
    )
    assert len(bars) == 4
    for href, long, number in bars:
        assert long == number
        assert rendered.html[href].count('<li class="entry">') == int(number)


def test_a_country_holds_its_parts(rendered: Rendered) -> None:
    assert "Ten months" in rendered.html["/cases/from/CN/"]
    assert "Ten months" in rendered.html["/cases/from/CN-SX/"]


def test_empty_facets_have_no_page(rendered: Rendered) -> None:
    assert "/cases/platform/qq/" not in rendered.html
    assert "/cases/platform//" not in rendered.html


@pytest.mark.parametrize(
    ("mechanism", "words"),
    [
        (("public-posts",), "Somebody else"),
        (("not-known",), "Somebody else; by which way is not known"),
        ((), "Somebody else; by which way is not known"),
    ],
)
def test_a_way_that_a_case_names_is_not_said_to_be_unknown(
    rendered: Rendered, mechanism: tuple[str, ...], words: str
) -> None:
    facts = next(one.case for one in rendered.site.documents if one.case)
    told = replace(facts, envelope=None, mechanism=mechanism)
    english = language("en", first=True)
    assert route(told, shared(rendered.site, english, catalogue(english))).reader == words


def test_cases_are_listed_newest_first(rendered: Rendered) -> None:
    html = rendered.html["/cases/"]
    assert html.index("Ten months for one") < html.index("A mail that arrived")
    assert "by which way is not known" in html
    assert "down to" in html


def test_a_source_lists_every_mark_in_all_languages(rendered: Rendered) -> None:
    for id_ in SOURCES:
        html = rendered.html[f"/sources/{id_}/"].split('id="cited"')[1]
        wanted = {
            f"{place.document.url}#cite-{place.mark + 1}"
            for place in rendered.site.cited.get(id_, ())
        }
        assert set(re.findall(r'href="([^"]+#cite-\d+)"', html)) == wanted


def test_what_falls_is_what_a_second_count_finds(rendered: Rendered) -> None:
    gone = fallen("rfam-2020", SOURCES, relays(SOURCES))
    expected = {"lost": 0, "weaker": 0, "same": 0}
    for _, text, marker in (*CLAIMS, ("only", "[tn-2020]", None)):
        keys = re.findall(r"[a-z]+-\d{4}", text)
        if not gone & set(keys):
            continue
        now, then = grade(marker, keys, SOURCES), grade(marker, keys, SOURCES, gone)
        fate = "lost" if then is None else "same" if now and now.grade is then.grade else "weaker"
        expected[fate] += 1
    html = rendered.html["/sources/rfam-2020/"]
    found = re.findall(r"<b>(\d+)</b> (with no source left|weaker|as before)", html)
    assert {words: int(n) for n, words in found} == {
        "with no source left": expected["lost"],
        "weaker": expected["weaker"],
        "as before": expected["same"],
    }


def test_a_source_without_a_copy_says_when_none_was_known(rendered: Rendered) -> None:
    told = {address: html.count("No archived copy was") for address, html in rendered.html.items()}
    assert [address for address, n in told.items() if n] == ["/sources/epoch-2020/"]
    assert (
        "<p>No archived copy was known to us in November 2026.</p>"
        in (rendered.html["/sources/epoch-2020/"])
    )
    assert (
        "<p>到2026年11月為止，我們不知道有存檔副本。</p>"
        in (rendered.html["/zh-hant/sources/epoch-2020/"])
    )


def test_a_source_says_how_much_was_read(rendered: Rendered) -> None:
    assert 'class="leaf leaf--part"' in rendered.html["/sources/rfam-2020/"]
    assert "The whole" in rendered.html["/sources/lab-2020/"]


def test_a_title_keeps_its_language(rendered: Rendered) -> None:
    html = rendered.html["/sources/rfam-2020/"]
    assert '<h1 class="head__long" lang="zh-Hans">' in html
    assert "(our translation)" in html


def test_the_list_of_sources_counts_what_rests_on_each(rendered: Rendered) -> None:
    html = rendered.html["/sources/"]
    assert html.index("2016") < html.index("Technical research") or "Laws" in html
    assert "6 claims rest on it" in html


def test_the_front_page_opens_with_the_first_case(rendered: Rendered) -> None:
    html = rendered.html["/"]
    assert html.index("Read by someone else.") < html.index("Ten months for one")
    assert "envelope--small" in html
    assert 'id="cite-' not in html
    assert "Whether anyone read the message before 26 September" in html


def test_the_last_bar_is_what_is_not_known(rendered: Rendered) -> None:
    english = language("en", first=True)
    asked = shared(rendered.site, english, catalogue(english))
    cases = asked.cases
    values = {"not-known": cases * 9, "spyware": cases * 8, "insider": cases, "informer": cases}
    found = Index(facets={"mechanism": values}, routes={})
    drawn = facet_bars("mechanism", found, asked, 2)
    assert [one.n // len(cases) for one in drawn.bars] == [8, 9]
    assert {one.most // len(cases) for one in drawn.bars} == {9}
    assert len(drawn.rest) == 2
