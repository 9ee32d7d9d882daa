"""How much a page may hold: one over is an error before Markdown sees it, the most is read."""

import time

import pytest

from tests.reading.making import found, html
from third_reader.reading import document as reading
from third_reader.reading.limits import LONGEST

KIB = 1024
TABLE = "|" + "a|" * 65 + "\n|" + "-|" * 65 + "\n|" + "b|" * 65 + "\n"
TOO_MUCH = {
    "a line": ("One\n\n" + "x" * (LONGEST + 1), "6:1"),
    "a line by its bytes": ("語" * (LONGEST // 3 + 1), "4:1"),
    "a paragraph": ("One\n\n" + ("x" * 99 + "\n") * 660, "6:1"),
    "a list item": ("- a\n- " + "x" * LONGEST + "\n- b", "5:1"),
    "brackets": ("One\n\nand " + "[" * 65, "6:1"),
    "brackets over lines": ("[a\n" * 65, "4:1"),
    "pictures": ("![" * 65, "4:1"),
    "link targets": ("[a](" * 65, "4:1"),
    "sections of CDATA": ("<![" * 65, "4:1"),
    "tags": ("<a" * 65, "4:1"),
    "footnotes": ("[^" * 65, "4:1"),
    "terms": ("[[a" * 33, "4:1"),
    "brackets in a table's cell": ("| a | b |\n|---|---|\n| " + "[" * 65 + " | c |\n", "6:1"),
    "quotations": ("One\n\n" + ">" * 13 + " x", "6:15"),
    "quotations with spaces": ("> " * 13 + "x", "4:27"),
    "lists in a line": ("- " * 13 + "x", "4:27"),
    "numbered lists in a line": ("1. " * 13 + "x", "4:40"),
    "lists by indent": ("".join("    " * n + "- x\n" for n in range(13)), "16:51"),
    "lists by tabs": ("".join("\t" * n + "- x\n" for n in range(13)), "16:15"),
    "both": ("> " * 7 + "- " * 6 + "x", "4:27"),
    "definitions": (": " * 13 + "x", "4:27"),
    "blocks": ("".join("/" * (8 - n) + " analysis\n\n" for n in range(5)), "12:1"),
    "citations": (("[@a] " * 50 + "\n\n") * 101, "204:2"),
    "columns": ("One\n\n" + TABLE, "6:1"),
    "code": ("One\n\n```\n" + "x" * LONGEST + "\n```\n", "6:1"),
}
MOST = {
    "a line": "x" * LONGEST,
    "a long list": ("- " + "x" * 999 + "\n") * 100,
    "a long table": "| a | b |\n|---|---|\n" + ("| " + "x" * 999 + " | y |\n") * 100,
    "brackets": "[" * 64,
    "brackets that close": "[a] " * 500,
    "brackets in paragraphs": ("[" * 40 + "\n\n") * 4,
    "escaped brackets": "\\[" * 200,
    "brackets in code": "`" + "[" * 200 + "`",
    "brackets in a block of code": "```\n" + "[" * 200 + "\n```",
    "quotations": ">" * 12 + " x",
    "a rule": "- " * 20,
    "a rule of stars": "* " * 20,
    "citations": ("[@a] " * 50 + "\n\n") * 20,
    "signs in code": "`" + "@a " * 5001 + "`",
    "columns": TABLE.replace("a|", "", 1).replace("-|", "", 1).replace("b|", "", 1),
    "bars in code": "`" + "|" * 100 + "`",
    "code": "```\n" + "x" * (LONGEST - 1) + "\n```\n",
}
SLOW = [
    "[",
    "![",
    "[a](",
    "<![",
    "<a",
    "[@a; ",
    "{#a",
    "[[a",
    "[^a",
    "[a][",
    "](",
    "((",
    "<!--",
]


@pytest.mark.parametrize("name", TOO_MUCH)
def test_one_too_much_is_the_pages_only_error(page, name: str) -> None:
    body, place = TOO_MUCH[name]
    limits = [one for one in found(page(body)) if "misplaced" not in one and "unclosed" not in one]
    assert limits == [f"{place} page-limit"]


@pytest.mark.parametrize("name", MOST)
def test_the_most_that_a_page_may_hold_is_read(page, name: str) -> None:
    codes = {one.partition(" ")[2] for one in found(page(MOST[name]))}
    assert codes.isdisjoint({"page-limit", "too-slow"})


@pytest.mark.parametrize("unit", SLOW)
def test_a_long_run_costs_little(page, unit: str) -> None:
    """Python-Markdown takes minutes for most of these: #798 and #799, CVE-2025-69534."""
    begun = time.process_time()
    page((unit * LONGEST)[: 60 * KIB])
    assert time.process_time() - begun < 8


def test_deep_quotations_cost_little(page) -> None:
    begun = time.process_time()
    assert found(page(">" * 60 * KIB)) == ["4:61441 page-limit"]
    assert time.process_time() - begun < 8


def test_front_matter_has_limits_too(case) -> None:
    words = "'" + "[" * 65 + "'"
    front = (
        "title: A\nsummary: A letter was opened on its way, and nobody was asked about it at all.\n"
        f"date: 2026-11-20\nenvelope: {{from: {words}, to: 'B [@a]', also-read-by: 'C [@a]'}}\n"
    )
    assert "page-limit" in {
        one.partition(" ")[2] for one in found(case("Words [@a].\n", front=front))
    }


SLOW_PAGE = "x\n\n" * 40_000
"""No limit is passed: Python-Markdown takes time by the square of the number of paragraphs."""


def test_a_page_that_takes_too_long_is_given_up_and_the_next_one_read(
    page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_SECONDS", 0.2)
    document = page(SLOW_PAGE)
    assert found(document) == ["1:1 too-slow"]
    assert document.diagnostics[0].message == (
        "this page takes more than 0.2 seconds of the processor to read; make it plainer, or two "
        "pages of it"
    )
    assert document.body == ()
    assert html(page("*Words*\n").body) == "<p><em>Words</em></p>"


def test_a_page_that_takes_too_much_memory_is_given_up(
    page, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as full:
        full.setattr(reading, "prepare", fill)
        document = page("Words.\n")
    assert found(document) == ["1:1 too-slow"]
    assert "more than 1024 MiB of memory" in document.diagnostics[0].message
    assert found(page("Words.\n")) == []


def test_a_page_that_cannot_be_read_keeps_what_says_whether_it_is_published(page) -> None:
    document = page("[" * 100, front="title: A\nstatus: draft\nslug: other\n")
    assert (document.title, document.draft, document.url) == ("", True, "/other/")
