"""Corrections are told in one list, at the foot of their page, and in feeds."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

from tests.checks.test_corrections import correction
from tests.views.small_site import render, whole_site
from third_reader.exports.corrections import correction_feeds
from third_reader.languages.catalogue import catalogue
from third_reader.model.site import Site

GAO = "/cases/gao-zhigang/"
ENTRIES = (
    correction(GAO, claim="old", withdrawn=True, now="", was="At <home> & away.", why="No source."),
    correction(GAO, claim="deleted"),
    correction("/zh-hant/method/", was="五條規則", now="六條規則"),
)
ATOM = "{http://www.w3.org/2005/Atom}"


def corrected(*entries, **settings: object) -> Site:
    return replace(whole_site(**settings), corrections=entries)


def feeds(site: Site) -> dict[str, ET.Element]:
    words = {one.code: catalogue(one) for one in site.config.languages}
    return {one.address: ET.fromstring(one.data) for one in correction_feeds(site, words)}  # noqa: S314


def test_the_list_has_every_entry_and_leads_to_its_page() -> None:
    made = render(corrected(*ENTRIES))
    for prefix in ("", "/zh-hant"):
        text = made.html[f"{prefix}/corrections/"]
        assert [one.id for one in ENTRIES] == re.findall(r'<li id="(c-[^"]+)"', text)
        assert text.count(f'<h2><a href="{GAO}">') == 2
    assert "At &lt;home&gt; &amp; away." in made.html["/corrections/"]
    assert '<dl lang="zh-Hant">' in made.html["/corrections/"]
    assert '<dl lang="zh-Hant">' not in made.html["/zh-hant/corrections/"]


def test_the_foot_of_a_page_has_its_own_and_its_head_the_day() -> None:
    made = render(corrected(*ENTRIES))
    assert made.html[GAO].count("<dt>It said</dt>") == 2
    assert "Corrected <time" in made.html[GAO]
    assert made.html["/zh-hant/method/"].count("<dl>") == 1
    assert "Corrections of this page" not in made.html["/method/"]


def test_a_withdrawn_claim_leaves_a_stone_in_every_language() -> None:
    made = render(corrected(*ENTRIES))
    for address in (GAO, f"/zh-hant{GAO}"):
        assert made.html[address].count('id="claim-old"') == 1
        assert made.html[address].count('class="grade grade--withdrawn"') == 1
        assert "No source." in made.html[address]
    assert 'id="claim-old"' not in made.html["/method/"]


def test_none_so_far_is_said() -> None:
    text = render(corrected(url="")).html["/corrections/"]
    assert "There are none so far." in text
    assert "/feeds/" not in text


def test_feeds_have_as_many_entries_as_the_file() -> None:
    found = feeds(corrected(*ENTRIES, url="https://reader.example"))
    for prefix in ("", "/zh-hant"):
        every = found[f"{prefix}/feeds/corrections.atom.xml"].findall(f"{ATOM}entry")
        claims = found[f"{prefix}/feeds/changes.atom.xml"].findall(f"{ATOM}entry")
        assert (len(every), len(claims)) == (3, 2)
        links = [one.find(f"{ATOM}link").get("href") for one in claims]
        assert links[0] == f"https://reader.example{GAO}#claim-old"
        assert "At &lt;home&gt; &amp; away." in claims[0].findtext(f"{ATOM}content")
    assert (
        found["/feeds/changes.atom.xml"].get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    )


def test_a_feed_without_entries_is_whole_and_without_an_address_there_is_none() -> None:
    found = feeds(corrected(url="https://reader.example"))["/feeds/corrections.atom.xml"]
    assert found.findtext(f"{ATOM}updated") == "2026-11-24T12:00:00Z"
    assert feeds(corrected(*ENTRIES, url="")) == {}


def test_a_new_correction_adds_one_entry_and_changes_no_other() -> None:
    def ids(*entries):
        found = feeds(corrected(*entries, url="https://reader.example"))
        return [one.text for one in found["/feeds/changes.atom.xml"].iter(f"{ATOM}id")]

    assert set(ids(*ENTRIES)) - set(ids(*ENTRIES[1:])) == {
        f"https://reader.example/corrections/#{ENTRIES[0].id}"
    }
