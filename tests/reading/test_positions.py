"""Line and column of what is said about a page are those in its file."""

import pytest

from tests.reading.making import found, marks

# The body begins on line 6 of a case.
CITED = {
    "heading": ("## See [@a]\n", ["6:9 a"]),
    "table": ("| x [@b] | y |\n|---|---|\n| 1 | @c [p. 3] |\n", ["6:6 b", "8:7 c"]),
    "nested list": (
        "- one [@a]\n    - two [@b] and\n      wrapped [@c]\n        1. three [@d]\n",
        ["6:8 a", "7:12 b", "8:16 c", "9:19 d"],
    ),
    "loose list": ("1. one [@a]\n\n    more [@b]\n\n2. two [@c]\n", ["6:9 a", "8:11 b", "10:9 c"]),
    "quotation": ("> one [@a]\n> two [@b]\n>\n> > deep [@c]\n", ["6:8 a", "7:8 b", "9:11 c"]),
    "footnote": (
        "Text[^1] here [@a].\n\n[^1]: A note [@b]\n    wrapped [@c].\n",
        ["6:16 a", "8:15 b", "9:14 c"],
    ),
    "cjk": ("據報導[@a]，又據@{b}說，\n第二行[@c, 第5頁]。\n", ["6:5 a", "6:11 b", "7:5 c"]),
    "wrapped bracket": (
        "It\nwraps [see\n@a, p. 3; also\n@b] and so\non -@c.\n",
        ["8:1 a", "9:1 b", "10:4 c"],
    ),
    "definition": ("Term\n:   Words [@a]\n", ["7:12 a"]),
    "emphasis": ("*one [@a]* **two [@b]** `@x` \\@y @c\n", ["6:7 a", "6:19 b", "6:34 c"]),
    "link before": ("[x](https://a.example/@b) and [@a]\n", ["6:32 a"]),
    "claims": ("/// claims\n- One [@a]. {#one}\n///\n", ["7:8 a"]),
    "timeline": ("/// timeline\n- 2019-12: One\n  [@a].\n///\n", ["8:4 a"]),
    "analysis": ("/// analysis\nOne [@a].\n\nTwo [@b].\n///\n", ["7:6 a", "9:6 b"]),
    "quote": ("/// quote | a\n原文\n\nWords\n///\n", ["6:13 a"]),
    "after code": ("```python\nx = 1\n```\n\nOne [@a].\n", ["10:6 a"]),
    "same words twice": ("One [@a].\n\nOne [@a].\n\nOne [@a].\n", ["6:6 a", "8:6 a", "10:6 a"]),
    "crlf": ("One\r\ntwo [@a].\r\n", ["7:6 a"]),
}


@pytest.mark.parametrize("name", CITED)
def test_a_citation_stands_where_its_sign_does(case, name: str) -> None:
    body, expected = CITED[name]
    document = case(body)
    assert marks(document) == expected
    assert found(document) == []


MISSED = {
    "two keys": ("Words [@a, @b] here\n", ["6:7 citation-separator"]),
    "second line": ("Words\nand [@a][@b]\n", ["7:5 citation-adjacent"]),
    "heading": ("## Of [@]\n", ["6:8 citation-without-key"]),
    "in a list": ("- one [@a]\n- two [@a, @b]\n", ["7:7 citation-separator"]),
    "in a table": ("| [@a, @b] |\n|---|\n| c |\n", ["6:3 citation-separator"]),
    "in a quotation": ("> Words (@a)\n", ["6:9 citation-wrong-bracket"]),
    "after code": ("`x` `y` and [@a, @b]\n", ["6:13 citation-separator"]),
    "in cjk": ("據報導【@a】。\n", ["6:4 citation-wrong-bracket"]),
    "raw html": ("One [@a] <b>x</b>\n", ["6:10 raw-html"]),
    "link": ("One [@a]\n[x](ftp://a.example/)\n", ["7:3 bad-link"]),
    "picture": ("One [@a]\n![](/images/x.png)\n", ["7:3 picture-without-text"]),
    "attribute": ("*em*{: style=x } [@a]\n", ["6:1 attribute"]),
    "heading's id": ("## A {#x}\n\n### B {#x}\n", ["8:5 duplicate-id"]),
    "claim's id": (
        "/// claims\n- One [@a] {#x}\n- Two [@a] {#x}\n///\n",
        ["8:3 duplicate-id"],
    ),
    "block": ("One [@a]\n\n/// clams\n- a\n///\n", ["8:1 unknown-block"]),
    "code language": ("One [@a]\n\n```pyton\nx\n```\n", ["8:1 unknown-code-language"]),
}


@pytest.mark.parametrize("name", MISSED)
def test_a_finding_stands_where_it_is_to_be_mended(case, name: str) -> None:
    body, expected = MISSED[name]
    # A near miss is reported where it or its sign begins.
    assert found(case(body))[: len(expected)] == expected


FRONT = """\
title: A letter
summary: A letter was opened on its way, and the one who wrote it was asked about it.
date: 2026-11-20
people:
  - id: lin
    name: Lin
    role: sender
    named-because: press
    cite: "@a"
envelope:
  from: "Lin, in Taichung [@b, p. 3]"
  to: >-
    Kao, in Lima [@c]
  also-read-by: Someone [@d; see @e]
  read-at:
    - {point: from, status: claimed, text: "His phone [@f]"}
"""


def test_citations_in_front_matter_are_counted_from_the_file(case) -> None:
    document = case("", front=FRONT)
    found_marks = dict(one.split(" ")[::-1] for one in marks(document))
    assert found_marks["b"] == "12:28"
    assert found_marks["d"] == "15:26"
    assert found_marks["e"] == "15:34"
    assert found_marks["f"] == "17:56"
    assert found_marks["a"] == "10:12"
    assert found_marks["c"].startswith("14:")


def test_a_fault_in_a_front_matter_value_has_its_place(case) -> None:
    document = case("", front=FRONT.replace("[@b, p. 3]", "[@b, @c]"))
    assert "12:27 citation-separator" in found(document)
