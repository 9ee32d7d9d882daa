"""Sources: every form of CSL that is accepted, and every fault."""

import json

import pytest

from tests.reading.making import read_tree
from third_reader.model.diagnostic import Severity
from third_reader.model.site import Site
from third_reader.model.source import Kind, Name, PartialDate, ReadState

PAGE = "---\ntitle: A\n---\n"
ITEM = """\
- id: lee
  type: webpage
  title: What Lee saw
  issued: 2020-01-02
  URL: https://lee.example/
  custom: {kind: analysis, read: whole}
"""


def read(folder, **files: str) -> Site:
    named = {f"sources/{name.replace('_', '.')}": text for name, text in files.items()}
    return read_tree(folder / "content", {"pages/a.md": PAGE, **named})


def found(site: Site) -> list[str]:
    return [f"{one.position.line}:{one.position.column} {one.code}" for one in site.diagnostics]


def test_a_list_and_a_map_with_references_are_one(tmp_path) -> None:
    indented = "".join(f"  {line}\n" for line in ITEM.splitlines())
    listed = read(tmp_path / "a", a_yaml=ITEM)
    mapped = read(tmp_path / "b", a_yaml=f"references:\n{indented}")
    assert listed.sources["lee"].csl == mapped.sources["lee"].csl
    assert (mapped.sources["lee"].position.line, mapped.sources["lee"].position.column) == (2, 9)
    assert listed.diagnostics == mapped.diagnostics == ()


def test_what_zotero_exports_is_read_and_kept(tmp_path) -> None:
    item = {
        "id": "lee2019",
        "type": "article-journal",
        "title": "Letters 😀 and their readers",
        "container-title": "Journal",
        "issued": {"date-parts": [["2019", 3], [2019, 4, 5]]},
        "author": [{"family": "Lee", "given": "Ann"}, {"literal": "A Body"}, "One Name"],
        "URL": "http://x.example/?q=1",
        "accessed": {"date-parts": [[2020, 1, 1]]},
        "volume": "5",
        "citation-key": "leeLetters",
        "custom": {
            "kind": "court-record",
            "derived-from": ["other"],
            "archived": [{"url": "https://w.example/", "date": "2020-01-01"}],
            "status": "gone",
            "checked": "2020-02-03",
            "read": "part",
            "title-en": "Letters",
            "note": "kept",
        },
    }
    site = read(tmp_path, a_json=json.dumps([item], indent="\t"))
    assert site.diagnostics == ()
    source = site.sources["lee2019"]
    assert source.csl == item
    assert source.title == "Letters 😀 and their readers"
    assert (source.issued, source.issued_end) == (PartialDate(2019, 3), PartialDate(2019, 4, 5))
    assert source.author == (Name("Lee", "Ann"), Name(literal="A Body"), Name(literal="One Name"))
    assert (source.kind, source.read, source.derived_from) == (
        *(Kind.COURT_RECORD, ReadState.PART),
        ("other",),
    )
    assert (source.container, source.status, source.title_en) == ("Journal", "gone", "Letters")


DATES = {
    "2020": (PartialDate(2020), None),
    "2020-05": (PartialDate(2020, 5), None),
    "'2020-01-02/2020-02'": (PartialDate(2020, 1, 2), PartialDate(2020, 2)),
    "[{year: 2020, month: 5}]": (PartialDate(2020, 5), None),
    "[{year: 2020}, {year: 2021}]": (PartialDate(2020), PartialDate(2021)),
    "{date-parts: [['2020', '5', 6]]}": (PartialDate(2020, 5, 6), None),
    "2020-01-02T10:00:00Z": (PartialDate(2020, 1, 2), None),
}


@pytest.mark.parametrize("written", DATES)
def test_every_form_of_date_is_read(tmp_path, written: str) -> None:
    site = read(tmp_path, a_yaml=ITEM.replace("2020-01-02", written))
    assert site.diagnostics == ()
    assert (site.sources["lee"].issued, site.sources["lee"].issued_end) == DATES[written]


FAULTS = {
    ("id: lee", "id: Lee"): ["1:7 bad-value"],
    ("id: lee", "id: a b"): ["1:7 bad-value"],
    ("id: lee", "ids: lee"): ["1:3 missing-key"],
    ("  title: What Lee saw\n", ""): ["1:3 missing-key"],
    ("What Lee saw", "2020"): ["3:10 wrong-type"],
    ("issued: 2020-01-02", "issued: last May"): ["4:11 bad-value"],
    ("issued: 2020-01-02", "issued: 2020-13"): ["4:11 bad-date"],
    ("issued: 2020-01-02", "issued: 2019-13-01"): ["4:11 bad-date"],
    ("issued: 2020-01-02", "issued: 2019-01-01/2019-13"): ["4:11 bad-date"],
    ("issued: 2020-01-02", "issued: {date-parts: [[2019, 2, 30]]}"): ["4:11 bad-date"],
    ("issued: 2020-01-02", "issued: {raw: soon}"): ["4:11 bad-date"],
    ("issued: 2020-01-02", "issued: 2020\n  accessed: 2026-13-01"): ["5:13 bad-date"],
    ("issued: 2020-01-02", "issued: 2020\n  accessed: 2099-99-99"): ["5:13 bad-date"],
    ("issued: 2020-01-02", "issued: 2020\n  accessed: {date-parts: [[2020, 13]]}"): [
        "5:13 bad-date"
    ],
    ("issued: 2020-01-02", "issued: 2020\n  accessed: soon"): ["5:13 bad-value"],
    ("read: whole", "no-copy-known: 2026-13"): ["6:43 bad-date"],
    ("read: whole", "no-copy-known: 2026-11-31"): ["6:43 bad-date"],
    ("read: whole", "no-copy-known: 2026"): ["6:43 wrong-type"],
    ("read: whole", "no-copy-known: '2026'"): ["6:44 bad-value"],
    ("read: whole", "no-copy-known: true"): ["6:43 wrong-type"],
    ("  issued: 2020-01-02\n", ""): ["1:7 source-without-date"],
    ("  URL: https://lee.example/\n", ""): ["1:7 source-without-place"],
    ("https://lee.example/", "javascript:alert(1)"): ["5:8 bad-value"],
    ("https://lee.example/", "https://u:p@lee.example/"): ["5:8 bad-value"],
    ("https://lee.example/", "ftp://lee.example/"): ["5:8 bad-value"],
    ("https://lee.example/", ""): ["5:7 wrong-type"],
    ("kind: analysis", "kind: blog"): ["6:18 bad-value"],
    ("kind: analysis, ", ""): ["6:11 missing-key"],
    ("read: whole", "raed: whole"): ["6:28 unknown-key"],
    ("read: whole", "read: some"): ["6:34 bad-value"],
    ("read: whole", "derived-from: b"): ["6:42 wrong-type"],
    ("read: whole", "derived-from: [b, b]"): ["6:42 bad-value"],
    ("  custom: {kind: analysis, read: whole}\n", ""): ["1:3 missing-key"],
    ("read: whole", "checked: 2020-02-31"): ["6:37 bad-date"],
    ("issued: 2020-01-02", "author: Ann Lee\n  issued: 2020"): ["4:11 wrong-type"],
}


@pytest.mark.parametrize("change", FAULTS, ids=lambda change: change[1].strip()[:30])
def test_a_fault_of_a_source_is_told_once_and_in_its_place(tmp_path, change) -> None:
    text = ITEM.replace(*change)
    assert text != ITEM
    # A source without an id cannot be told apart, nor its other faults.
    assert found(read(tmp_path, a_yaml=text))[:1] == FAULTS[change]


def test_what_cites_a_faulty_source_is_not_blamed(tmp_path) -> None:
    site = read(tmp_path, a_yaml=ITEM.replace("kind: analysis", "kind: blog"))
    assert "lee" in site.sources


def test_an_undated_source_says_so(tmp_path) -> None:
    text = ITEM.replace("  issued: 2020-01-02\n", "").replace("read: whole", "undated: true")
    site = read(tmp_path, a_yaml=text)
    assert site.diagnostics == ()
    assert site.sources["lee"].issued is None


def test_a_source_without_an_address_has_a_shelf(tmp_path) -> None:
    text = ITEM.replace("URL: https://lee.example/", "archive: City\n  call-number: 'A 5'")
    site = read(tmp_path, a_yaml=text)
    assert site.diagnostics == ()
    assert site.sources["lee"].call_number == "City, A 5"


def test_an_id_stands_once_in_all_files(tmp_path) -> None:
    site = read(tmp_path, a_yaml=ITEM, b_yaml=ITEM)
    assert [str(one.position) for one in site.diagnostics] == ["content/sources/b.yaml:1:7"]
    assert "content/sources/a.yaml:1" in site.diagnostics[0].message
    assert site.diagnostics[0].code == "duplicate-source"


def test_ids_hold_points_colons_and_lines(tmp_path) -> None:
    site = read(tmp_path, a_yaml=ITEM.replace("id: lee", "id: un:a.1_b-c"))
    assert list(site.sources) == ["un:a.1_b-c"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("words\n", ["1:1 sources-shape"]),
        ("lee: {title: x}\n", ["1:1 sources-shape"]),
        ("- words\n- 5\n", ["1:3 sources-shape", "2:3 sources-shape"]),
        ("", []),
        ("references: []\n", []),
    ],
)
def test_what_is_no_list_of_sources(tmp_path, text: str, expected: list[str]) -> None:
    assert found(read(tmp_path, a_yaml=text)) == expected


def test_a_date_that_does_not_exist_is_told_so_once(tmp_path) -> None:
    text = ITEM.replace("2020-01-02", "2019-13-01").replace("read: whole", "no-copy-known: 2026-13")
    assert [one.message for one in read(tmp_path, a_yaml=text).diagnostics] == [
        "'issued' is '2019-13-01', which does not exist; write one that exists, as 2019, 2019-12 "
        "or 2019-12-11",
        "'no-copy-known' is '2026-13', which does not exist; write a day or month that exists, as "
        "2026-11-27 or 2026-11",
    ]


def test_an_undated_source_may_say_so_in_words_too(tmp_path) -> None:
    text = ITEM.replace("2020-01-02", "{literal: n.d.}").replace("read: whole", "undated: true")
    assert read(tmp_path, a_yaml=text).diagnostics == ()


def test_a_range_may_be_open(tmp_path) -> None:
    site = read(tmp_path, a_yaml=ITEM.replace("2020-01-02", "2020-01-02/"))
    assert site.diagnostics == ()
    assert site.sources["lee"].issued == PartialDate(2020, 1, 2)


def test_the_places_of_days_are_kept(tmp_path) -> None:
    text = ITEM.replace("  URL", "  accessed: 2020-02\n  URL").replace(
        "read: whole", "no-copy-known: 2020-03-04"
    )
    lee = read(tmp_path, a_yaml=text).sources["lee"]
    assert (lee.accessed, lee.no_copy_known) == (PartialDate(2020, 2), PartialDate(2020, 3, 4))
    places = [lee.at(key) for key in ("issued", "accessed", "no-copy-known", "checked")]
    assert [(one.line, one.column) for one in places] == [(4, 3), (5, 3), (7, 28), (1, 7)]


def test_a_refused_source_says_so(tmp_path) -> None:
    assert not read(tmp_path / "a", a_yaml=ITEM).sources["lee"].refused
    bad = ITEM.replace("kind: analysis", "kind: blog")
    assert read(tmp_path / "b", a_yaml=bad).sources["lee"].refused


MEANT = {
    ("title: ", "title: A\n  container-titel: "): (
        "4:3 CSL has no key 'container-titel'; did you mean 'container-title'?"
    ),
    ("issued: 2020-01-02", "issued: 2020\n  accesed: 2020"): (
        "5:3 CSL has no key 'accesed'; did you mean 'accessed'?"
    ),
    ("type: webpage", "langauge: en"): "2:3 CSL has no key 'langauge'; did you mean 'language'?",
    ("type: webpage", "doi: 10/5"): "2:3 CSL has no key 'doi'; did you mean 'DOI'?",
    ("type: webpage", "read: whole"): "2:3 'read' belongs under 'custom'; move it there",
    ("type: webpage", "no-copy-known: 2020-05"): (
        "2:3 'no-copy-known' belongs under 'custom'; move it there"
    ),
    ("type: webpage", "derived-form: [a]"): (
        "2:3 CSL has no key 'derived-form'; did you mean 'derived-from', under 'custom'?"
    ),
}


@pytest.mark.parametrize("change", MEANT, ids=lambda change: change[1].strip()[:30])
def test_a_key_that_is_almost_another_is_a_warning(tmp_path, change) -> None:
    (one,) = read(tmp_path, a_yaml=ITEM.replace(*change)).diagnostics
    assert f"{one.position.line}:{one.position.column} {one.message}" == MEANT[change]
    assert (one.code, one.severity) == ("unfamiliar-key", Severity.WARNING)


@pytest.mark.parametrize(
    "key",
    [
        *("citation-key", "note", "shortTitle", "journalAbbreviation", "status", "original-date"),
        *("ISBN", "event-title", "archive_location", "editor-translator", "my-own-thing", "_graph"),
    ],
)
def test_keys_of_csl_zotero_and_others_may_stand(tmp_path, key: str) -> None:
    text = ITEM.replace("  type: webpage", f"  type: webpage\n  {key}: '2020'")
    assert read(tmp_path, a_yaml=text).diagnostics == ()
