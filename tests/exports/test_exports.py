"""Exports are functions of the site: the same bytes for the same content, in one fixed order."""

import csv
import io
import json
from pathlib import Path

import pytest

from third_reader.exports import all_exports, claims, exports
from third_reader.exports.sitemap import sitemap
from third_reader.exports.table import cell

URL = "https://reader.example"
COPIED = ("/data/schema/", "/data/README", "/verify/words.txt")
"""Files that stand in the project as they are published."""
GOLDEN = Path(__file__).parent / "golden"


def by_address(site) -> dict[str, bytes]:
    return {artifact.address: artifact.data for artifact in all_exports(site)}


def test_every_export_is_as_expected(make_site, same_as_golden, tmp_path: Path) -> None:
    for artifact in all_exports(make_site()):
        if artifact.address.startswith(COPIED):
            continue
        file = tmp_path / artifact.address.lstrip("/").replace(":", "=")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(artifact.data)
    same_as_golden(tmp_path, GOLDEN)


def test_the_folder_is_the_registry() -> None:
    rooms = [export.__module__.rpartition(".")[2] for export in exports()]
    assert rooms == sorted(rooms)
    assert {"cases", "citations", "claims", "headers", "sources"} <= set(rooms)


@pytest.mark.parametrize("turn", range(1, 4))
def test_the_order_of_the_input_changes_no_byte(make_site, turn: int) -> None:
    assert by_address(make_site(URL, turn=turn)) == by_address(make_site(URL))


def test_json_parses_back_and_ends_with_a_line_end(make_site) -> None:
    for address, data in by_address(make_site()).items():
        assert data.endswith(b"\n"), address
        if address.endswith(".json"):
            assert json.loads(data), address


def test_claims_are_what_the_pages_say(make_site) -> None:
    site = make_site(URL)
    found = json.loads(by_address(site)["/data/claims.json"])
    assert [(one["lang"], one["case"], one["id"]) for one in found] == [
        ("en", "gao", "ten-months"),
        ("en", "gao", "guilty"),
        ("en", "backups", "kept"),
        ("zh-hant", "gao", "ten-months"),
    ]
    assert all(tuple(one) == claims.FIELDS for one in found)
    assert found[0]["url"] == f"{URL}/cases/gao/#claim-ten-months"
    assert found[0]["origins"] == ["rfa-2020"]


def test_citations_stand_in_document_order_with_their_anchors(make_site) -> None:
    found = json.loads(by_address(make_site(URL))["/data/citations.json"])
    assert [(one["page"], one["anchor"], one["group"]) for one in found[:4]] == [
        ("/cases/gao/", "cite-1", 0),
        ("/cases/gao/", "cite-2", 1),
        ("/cases/gao/", "cite-3", 1),
        ("/cases/gao/", "cite-4", 2),
    ]
    assert found[0]["claim"] is None
    assert found[0]["locator"] == ""
    assert found[2] == {
        "page": "/cases/gao/",
        "lang": "en",
        "anchor": "cite-3",
        "group": 1,
        "key": "tn-2020",
        "mode": "normal",
        "prefix": "see also",
        "locator_label": "",
        "locator": "",
        "suffix": "passim",
        "claim": "ten-months",
    }


def test_sources_keep_every_field_and_have_dates_in_parts(make_site) -> None:
    files = by_address(make_site())
    found = {one["id"]: one for one in json.loads(files["/data/sources.json"])}
    assert list(found) == sorted(found)
    assert found["rfa-2020"]["issued"] == {"circa": True, "date-parts": [[2020, 8, 18]]}
    assert found["rfa-2020"]["accessed"] == {"date-parts": [[2026, 11, 1]]}
    assert found["rfa-2020"]["x-unknown"] == "kept"
    assert found["rfa-2020"]["custom"]["checked"] == "2026-11-02"
    assert found["tn-2020"]["issued"] == {"date-parts": [[2020, 8]]}
    assert "issued" not in found["court:2019"]
    one = json.loads(files["/sources/tn-2020.json"])
    assert one["custom"]["derived-from"] == ["rfa-2020"]
    assert one["custom"]["origins"] == ["rfa-2020"]
    assert [place["page"] for place in one["custom"]["cited"]] == [
        "/cases/gao/",
        "/explainers/backups/",
    ]
    relayed = json.loads(files["/sources/rfa-2020.json"])
    assert relayed["custom"]["relayed-by"] == ["tn-2020"]


def test_a_case_has_its_people_grades_and_languages(make_site) -> None:
    (found,) = json.loads(by_address(make_site())["/data/cases.json"])
    assert found["url"] == {"en": "/cases/gao/", "zh-hant": "/zh-hant/cases/gao/"}
    assert found["outcome"] is None
    assert found["people"][0]["named-because"] == "own-interview"
    assert found["people"][0]["cite"] == ["rfa-2020"]
    assert found["grades"]["one-source"] == 1
    assert sum(found["grades"].values()) == found["claims"] == 2
    assert found["labels"]["country"]["CN-SX"]["zh-hans"] == "中国"
    assert found["labels"]["country"]["US"]["zh-hant"] == "美國"
    assert found["envelope"]["read-at"][0]["text"] == "His phone & more, says Geng."


def test_a_case_may_lack_what_is_optional(bare_site) -> None:
    (found,) = json.loads(by_address(bare_site)["/data/cases.json"])
    assert (found["envelope"], found["when"], found["people"], found["claims"]) == (
        None,
        None,
        [],
        0,
    )


def test_csv_has_the_same_rows_as_json(make_site) -> None:
    files = by_address(make_site())
    for name in ("cases", "claims"):
        rows = list(csv.DictReader(io.StringIO(files[f"/data/{name}.csv"].decode())))
        assert len(rows) == len(json.loads(files[f"/data/{name}.json"]))
    assert rows[0]["sources"] == "rfa-2020; tn-2020"
    assert rows[1]["text"] == "'=It found him guilty."


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("plain", "plain"),
        ("=1+1", "'=1+1"),
        ("  @a", "'  @a"),
        ("＝A1", "'＝A1"),
        ("\tx", "'\tx"),
        ("-3.5", "-3.5"),
        ("-3 or so", "'-3 or so"),
        (None, ""),
        (["a", "b"], "a; b"),
        (7, "7"),
    ],
)
def test_no_cell_is_a_formula(value: object, expected: str) -> None:
    assert cell(value) == expected


def test_the_site_map_links_languages_both_ways(make_site) -> None:
    site = make_site(URL)
    addresses = [
        "/",
        "/zh-hant/",
        "/cases/gao/",
        "/zh-hant/cases/gao/",
        "/sources/a:b/",
        "/404.html",
    ]
    (artifact,) = sitemap(site, reversed(addresses))
    text = artifact.data.decode()
    assert text.count("<loc>") == 5
    assert "404" not in text
    assert f"<loc>{URL}/cases/gao/</loc>\n<lastmod>2026-11-21</lastmod>" in text
    assert text.count(f'hreflang="zh-Hant" href="{URL}/zh-hant/cases/gao/"') == 2
    assert text.count(f'hreflang="x-default" href="{URL}/cases/gao/"') == 2
    assert f"<loc>{URL}/sources/a:b/</loc>\n</url>" in text


def test_nothing_absolute_without_an_address(make_site) -> None:
    site = make_site(contact="hello@reader.example")
    assert sitemap(site, ["/"]) == ()
    files = by_address(site)
    assert b"Sitemap" not in files["/robots.txt"]
    assert b"Canonical" not in files["/.well-known/security.txt"]


def test_security_txt_needs_a_contact_and_lasts_a_year(make_site) -> None:
    assert "/.well-known/security.txt" not in by_address(make_site(URL))
    site = make_site(URL, contact="hello@reader.example")
    assert by_address(site)["/.well-known/security.txt"].decode().splitlines() == [
        "Contact: mailto:hello@reader.example",
        "Expires: 2027-11-24T00:00:00Z",
        "Preferred-Languages: en, zh-Hant, zh-Hans",
        f"Canonical: {URL}/.well-known/security.txt",
        f"Policy: {URL}/contact/",
    ]
    assert f"Sitemap: {URL}/sitemap.xml" in by_address(site)["/robots.txt"].decode()
