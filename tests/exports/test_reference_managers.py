"""What reference managers read back is what the sources say."""

import codecs
import json
from dataclasses import replace

import latexcodec  # noqa: F401  registers the codec of TeX
import pytest
import rispy
from pybtex.database import Person, parse_string

from third_reader.exports.bibtex import entry
from third_reader.exports.reference import reference
from third_reader.exports.ris import record

ITEM = {
    "id": "a:b.c_d-1",
    "type": "article-newspaper",
    "title": r'100 % of {it} & "that" \ #1_$2 ~ ^ „Größe“ 判决书 <b>',
    "author": [
        {"family": "van der Berg, Jr.", "given": "Ann"},
        {"literal": "Laws and Orders, Inc."},
        {"family": "高", "given": "志刚"},
    ],
    "container-title": "Post & Times",
    "issued": {"date-parts": [[2020, 8, 18]]},
    "accessed": "2026-11-01",
    "URL": "https://example.org/a_b?q=50%25&x={1}#z~y",
    "language": "en",
    "custom": {"kind": "news-report", "title-en": "100 %"},
}
BRACES = (("\\textbraceleft", "\x01"), ("\\textbraceright", "\x02"), ("\\textasciicircum", "^"))


def untexed(words: str) -> str:
    for sign, mark in BRACES:
        words = words.replace(f"{sign}{{}}", mark)
    plain = codecs.decode(words, "ulatex").replace("{", "").replace("}", "").replace("\\$", "$")
    return plain.replace("\x01", "{").replace("\x02", "}")


def squeezed(words: str) -> str:
    return "".join(words.split())


def test_bibtex_has_the_same_words() -> None:
    read = parse_string(entry(ITEM), "bibtex").entries["a:b.c_d-1"]
    assert squeezed(untexed(read.fields["title"])) == squeezed(ITEM["title"])
    assert untexed(read.fields["journaltitle"]) == "Post & Times"
    assert read.fields["url"] == "https://example.org/a_b?q=50%25&x=%7B1%7D#z~y"
    assert read.fields["date"] == "2020-08-18"
    assert read.fields["urldate"] == "2026-11-01"
    assert (read.type, read.fields["entrysubtype"]) == ("article", "newspaper")
    names = [untexed(str(person)) for person in read.persons["author"]]
    assert names == ["van der Berg, Jr., Ann", "Laws and Orders, Inc.", "高, 志刚"]
    assert all(isinstance(one, Person) for one in read.persons["author"])


def test_ris_has_the_same_words() -> None:
    (read,) = rispy.loads(record(ITEM))
    assert read["type_of_reference"] == "NEWS"
    assert read["id"] == "a:b.c_d-1"
    assert read["title"] == ITEM["title"]
    assert read["urls"] == [ITEM["URL"]]
    assert (read["year"], read["date"]) == ("2020", "2020/08/18/")
    assert read["authors"] == ["van der Berg, Jr., Ann", "Laws and Orders, Inc.", "高, 志刚"]


@pytest.mark.parametrize(
    ("issued", "bib", "ris"),
    [
        ({"date-parts": [[2020]]}, "2020", "2020///"),
        ({"date-parts": [["2020", "8"]]}, "2020-08", "2020/08//"),
        (
            {"date-parts": [[2019, 9, 26], [2019, 12, 11]]},
            "2019-09-26/2019-12-11",
            "2019/09/26/2019-12-11",
        ),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(issued, bib: str, ris: str) -> None:
    item = {**ITEM, "issued": issued}
    assert f"date = {{{bib}}}" in entry(item)
    assert f"DA  - {ris}\n" in record(item)


def test_what_is_not_known_is_left_out() -> None:
    bare = {"id": "x", "type": "speech", "title": "A\n  B"}
    assert entry(bare) == "@misc{x,\n  title = {{A B}},\n}\n"
    assert record(bare) == "TY  - GEN\nID  - x\nTI  - A B\nER  - \n"
    assert replace(reference(bare), id="") == reference({**bare, "id": None, "author": "nobody"})


def test_every_source_of_the_real_site_comes_back(built_site) -> None:
    data = built_site / "data"
    sources = {one["id"]: one for one in json.loads((data / "sources.json").read_text("utf-8"))}
    bib = parse_string((data / "sources.bib").read_text("utf-8"), "bibtex").entries
    ris = {one["id"]: one for one in rispy.loads((data / "sources.ris").read_text("utf-8"))}
    assert {one.key for one in bib.values()} == ris.keys() == sources.keys()
    for key, source in sources.items():
        assert squeezed(untexed(bib[key].fields["title"])) == squeezed(source["title"])
        assert squeezed(ris[key]["title"]) == squeezed(source["title"])
        assert bib[key].fields.get("url", "") == source.get("URL", "")
        assert ris[key].get("urls", [""]) == [source.get("URL", "")]
        issued = reference(source).issued
        assert bib[key].fields.get("date", "") == issued
        assert ris[key].get("year", "") == issued[:4]
