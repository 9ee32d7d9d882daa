"""The real site's evidence, read from its output alone: files agree with pages and with the rules.

The grades are computed a second time here, from `sources.json`, by somebody who never saw the
program: FEATURES, section 1, nos. 1 to 3, 9 and 11, and rows R1 to R13, R25 and R42.
"""

import json
import re
from collections import Counter
from functools import cached_property
from pathlib import Path

import pytest
from lxml import html

TYPED = {"inferred", "not-established", "disputed"}
DOCUMENTS = {"court-record", "official", "law"}


class Built:
    """The built site as anybody may read it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def data(self, name: str) -> list:
        return json.loads((self.folder / "data" / name).read_text(encoding="utf-8"))

    @cached_property
    def sources(self) -> dict[str, dict]:
        return {one["id"]: one for one in self.data("sources.json")}

    def page(self, address: str) -> html.HtmlElement:
        path = self.folder / address.lstrip("/")
        path = path / "index.html" if address.endswith("/") else path
        return html.document_fromstring(path.read_text(encoding="utf-8"))

    def relayed(self, source: str) -> list[str]:
        return self.sources[source]["custom"].get("derived-from", [])

    def kind(self, source: str) -> str:
        return self.sources[source]["custom"]["kind"]

    def ends(self, source: str) -> set[str]:
        above = self.relayed(source)
        return {source} if not above else set().union(*map(self.ends, above))


@pytest.fixture(scope="module")
def built(built_site: Path) -> Built:
    return Built(built_site)


@pytest.fixture(scope="module")
def claims(built: Built) -> list[dict]:
    return built.data("claims.json")


@pytest.fixture(scope="module")
def citations(built: Built) -> list[dict]:
    return built.data("citations.json")


def element(built: Built, claim: dict) -> html.HtmlElement:
    address, _, anchor = claim["url"].partition("#")
    found = built.page(address).get_element_by_id(anchor)
    assert found is not None
    return found


def test_the_first_case_is_written_in_full(built: Built, claims: list[dict]) -> None:
    first = [one for one in claims if one["case"] == "gao-zhigang"]
    assert len(first) >= 18
    assert len({source for one in first for source in one["sources"]}) >= 10


def test_every_grade_follows_from_the_sources_as_published(
    built: Built, claims: list[dict]
) -> None:
    assert claims
    for claim in claims:
        if claim["grade"] in TYPED:
            continue
        itself = {built.kind(one) for one in claim["sources"] if not built.relayed(one)}
        ends = set().union(*(built.ends(one) for one in claim["sources"]))
        origins = sorted(one for one in ends if built.kind(one) != "party-claim")
        if itself & DOCUMENTS:
            grade = "on-record"
        elif "technical-research" in itself:
            grade = "measured"
        else:
            grade = (
                ("party-claim", "one-source")[len(origins)] if len(origins) < 2 else "corroborated"
            )
        assert (claim["grade"], claim["origins"]) == (grade, origins), claim["url"]


def test_a_claim_says_how_many_reports_and_origins_it_has_and_by_which_rule(
    built: Built, claims: list[dict]
) -> None:
    for claim in claims:
        details = element(built, claim).find(".//details")
        assert details is not None, claim["url"]
        if claim["sources"]:
            told = details.findtext("summary") or ""
            reports, origins = re.fullmatch(r"(\d+) reports?, (no|\d+) origins?", told).groups()  # type: ignore[union-attr]
            assert int(reports) == len(claim["sources"]), claim["url"]
            assert (0 if origins == "no" else int(origins)) == len(claim["origins"]), claim["url"]
        assert re.search(r"Rule [1-5]:", details.text_content()), claim["url"]


def test_a_grade_is_a_word_that_leads_to_its_rule(built: Built, claims: list[dict]) -> None:
    method = built.page("/method/")
    for claim in claims:
        label = element(built, claim).find(".//*[@class='grade grade--{}']".format(claim["grade"]))
        assert label is not None, claim["url"]
        assert label.text_content().strip(), claim["url"]
        path, _, anchor = label.get("href").partition("#")
        assert path == "/method/"
        assert method.get_element_by_id(anchor) is not None


def test_a_claim_can_be_linked_and_the_link_can_be_reached(
    built: Built, claims: list[dict]
) -> None:
    for claim in claims:
        anchor = claim["url"].partition("#")[2]
        assert element(built, claim).xpath(f".//a[@href='#{anchor}']"), claim["url"]


def test_marks_in_pages_are_the_records_in_their_order(built: Built, citations: list[dict]) -> None:
    pages: dict[str, list[str]] = {}
    for record in citations:
        pages.setdefault(record["page"], []).append(record["anchor"])
    assert pages
    for address, anchors in pages.items():
        shown = built.page(address).xpath("//a[starts-with(@id, 'cite-')]/@id")
        assert shown == anchors, address


def test_each_mark_leads_to_its_reference(built: Built, citations: list[dict]) -> None:
    addresses = {record["page"] for record in citations}
    pages = {
        one: {part.get("id"): part for part in built.page(one).xpath("//*[@id]")}
        for one in addresses
    }
    for record in citations:
        mark = pages[record["page"]][record["anchor"]]
        note = pages[record["page"]][mark.get("href")[1:]]
        assert note.xpath(f".//a[@href='/sources/{record['key']}/']"), record


def test_a_sources_page_links_back_to_every_place_that_cites_it(
    built: Built, citations: list[dict]
) -> None:
    wanted: dict[str, set[str]] = {one: set() for one in built.sources}
    for record in citations:
        wanted[record["key"]].add(f"{record['page']}#{record['anchor']}")
    for source, places in wanted.items():
        page = built.page(f"/sources/{source}/")
        linked = {one for one in page.xpath("//main//a/@href") if "#cite-" in one}
        assert linked == places, source


def test_each_source_has_one_page(built: Built) -> None:
    pages = {one.parent.name for one in (built.folder / "sources").glob("*/index.html")}
    assert pages == set(built.sources)


def test_who_is_named_has_a_basis_and_a_source_on_the_page_and_in_the_data(built: Built) -> None:
    named = 0
    for case in built.data("cases.json"):
        shown = built.page(case["url"]["en"].replace("https://", "/")).xpath(
            "//dl[contains(@class, 'people')]/div"
        )
        assert len(shown) == len(case["people"])
        for person, row in zip(case["people"], shown, strict=True):
            named += 1
            assert person["named-because"], person
            assert set(person["cite"]) <= set(built.sources), person
            assert person["cite"], person
            assert person["name"] in row.text_content()
            assert row.xpath(".//a[starts-with(@id, 'cite-')]")
    assert named


def test_numbers_of_the_route_matrix_lead_to_as_many_cases(built: Built) -> None:
    table = built.page("/cases/").find(".//table")
    assert table is not None
    assert table.xpath(".//th[@scope='col']")
    assert table.xpath(".//th[@scope='row']")
    wanted = Counter(
        (case["from"].partition("-")[0], to.partition("-")[0])
        for case in built.data("cases.json")
        for to in case["to"]
    )
    links = table.xpath(".//td/a")
    assert sum(int(one.text_content()) for one in links) == sum(wanted.values())
    for link in links:
        origin, to = re.fullmatch(r"/cases/from/(.+)/to/(.+)/", link.get("href")).groups()  # type: ignore[union-attr]
        listed = built.page(link.get("href")).xpath("//main//h3/a/@href")
        assert int(link.text_content()) == wanted[origin, to] == len(listed)


@pytest.mark.parametrize("block", ["unknown", "disagree"])
def test_doubt_stands_in_boxes_of_its_own(built: Built, block: str) -> None:
    boxes = built.page("/cases/gao-zhigang/").xpath(f"//section[contains(@class, '{block}')]")
    assert boxes
    for box in boxes:
        assert box.get("id")
        assert box.xpath(".//h3")


def test_prose_of_cases_and_explainers_cites_outside_the_boxes(built: Built) -> None:
    for address in ("/cases/gao-zhigang/", "/explainers/how-wechat-reads-messages/"):
        for paragraph in built.page(address).xpath("//*[@class='passage']"):
            assert paragraph.xpath(".//a[starts-with(@id, 'cite-')]"), paragraph.text_content()[:60]
