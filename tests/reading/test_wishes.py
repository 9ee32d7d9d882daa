"""What is wrong with a value is told in an author's words, with a remedy that fits."""

from collections.abc import Iterator

import pytest

from tests.reading.making import FRONT, read_tree
from third_reader.model.document import PageKind
from third_reader.reading.judge import KINDS, schema
from third_reader.reading.wishes import FORMS

GOOD = FRONT[PageKind.CASE]
SOURCE = "- id: a\n  title: A\n  issued: 2020\n  URL: https://a.example/\n"
ENTRY = "'- {id: …, name: …, role: …, named-because: …, cite: …}'"
CASES = {
    "people: none\n": f"'people' must be a list, not a text; write a list of {ENTRY}",
    "people: {id: lin}\n": f"'people' must be a list, not a map; write a list of {ENTRY}",
    "mechanism: taps\n": ("'mechanism' must be a list, not a text; put brackets round it: [a, b]"),
    "reviewed:\n": "'reviewed' must be a text, not nothing; write it, or take the key out",
    "reviewed: 2026\n": "'reviewed' must be a text, not a number; write a day, as 2019-12-11",
    "outcome: [a]\n": "'outcome' must be a text, not a list; write one text",
    "envelope: a letter\n": (
        "'envelope' must be a map, not a text; write a map, with 'from', 'to', 'also-read-by'"
    ),
    "when: March\n": "'when' is 'March'; write it as 2019, 2019-12 or 2019-12-11",
    "when:\n": "'when' is empty; write it, or take the key out",
    "when: [2019]\n": "'when' is a list; write it as 2019, 2019-12 or 2019-12-11",
    "slug: Gao Zhigang\n": (
        "'slug' is 'Gao Zhigang'; write small letters a–z, digits and hyphens, at most 80, "
        "as gao-zhigang"
    ),
    "from: China\n": "'from' is 'China'; write a country as CN, a part of one as CN-SX",
    "to: []\n": "'to' may not be empty; write one, or take the key out",
    "to: [US, US]\n": "one of 'to' stands twice; take one out",
    "people:\n- {id: lin, name: Lin, role: sender, named-because: [press], cite: '@a'}\n": (
        "'named-because' is a list; allowed are own-interview, own-statement, court-record, "
        "press, public-role"
    ),
    "people:\n- {id: lin, name: [Lin], role: sender, cite: '@a'}\n": (
        "a list is named without 'named-because'; say why it may name them, or leave the name out"
    ),
}
SOURCES = {
    ("id: a", "id: [a]"): (
        "'id' must be a text, not a list; write small letters a–z, digits and . : _ -, as "
        "example-2021"
    ),
    ("URL", "author: {family: Lee}\n  URL"): (
        "'author' must be a list, not a map; begin its entries with hyphens"
    ),
    ("", "no-copy-known: true"): (
        "'no-copy-known' must be a text, not true or false; write a day or a month, as "
        "2026-11-27 or 2026-11"
    ),
    ("", "archived: https://b.example/"): (
        "'archived' must be a list, not a text; write a list of '- {url: …, date: …}'"
    ),
    ("", "archived: [{url: b.example, date: 2020-01-01}]"): (
        "'url' is 'b.example'; write the whole address, from https:// or http:// on, without spaces"
    ),
    ("https://a.example/", "a.example"): (
        "'URL' is 'a.example'; write the whole address, from https:// or http:// on, without "
        "spaces, and no name or password before the host"
    ),
    ("id: a", "id: Example-2021"): (
        "'id' is 'Example-2021'; write small letters a–z, digits and . : _ -, as example-2021"
    ),
    ("2020", "true"): "'issued' is 'true'; write it as 2019, 2019-12 or 2019-12-11",
    ("2020", ""): "'issued' is empty; write it, or take the key out",
}


def told(folder, files: dict[str, str]) -> list[str]:
    site = read_tree(folder / "content", files)
    found = [*site.diagnostics, *(one for page in site.documents for one in page.diagnostics)]
    return [one.message for one in found]


@pytest.mark.parametrize("added", CASES, ids=lambda text: text.strip()[:30])
def test_a_page_is_told_what_to_write(tmp_path, added: str) -> None:
    text = f"---\n{GOOD}{added}---\n\nA [@a].\n"
    assert CASES[added] in told(tmp_path, {"cases/a.md": text})


@pytest.mark.parametrize("change", SOURCES, ids=lambda change: change[1][:30])
def test_a_source_is_told_what_to_write(tmp_path, change: tuple[str, str]) -> None:
    before, after = change
    record = SOURCE.replace(before, after) if before else SOURCE
    custom = "" if before else f", {after}"
    files = {
        "pages/a.md": "---\ntitle: A\n---\n",
        "sources/a.yaml": f"{record}  custom: {{kind: law, read: whole{custom}}}\n",
    }
    assert told(tmp_path, files) == [SOURCES[change]]


def test_every_pattern_of_the_schemas_has_words() -> None:
    patterns = {one for kind in KINDS for one in _patterns(schema(kind))}
    assert patterns == set(FORMS)


def _patterns(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("pattern"), str):
            yield part["pattern"]
        for one in part.values():
            yield from _patterns(one)
    elif isinstance(part, list):
        for one in part:
            yield from _patterns(one)
