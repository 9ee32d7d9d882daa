"""`data/glossary.yaml` is read with positions, and what it lacks in zh-hans is made."""

from pathlib import Path

import pytest

from tests.reading.making import LANGUAGES, read_tree
from third_reader.reading.glossary import read_glossary

ENTRY = """\
- id: server
  en: {term: server, definition: A computer.}
  zh-hant: {term: 伺服器, definition: 替別人存放資料的電腦。}
"""


def read(folder: Path, text: str) -> tuple[object, list[str]]:
    file = folder / "glossary.yaml"
    file.write_text(text, encoding="utf-8")
    glossary, found = read_glossary((file, "glossary.yaml"), LANGUAGES)
    places = [f"{one.position.line}:{one.position.column} {one.code}" for one in found]
    return glossary, places


def test_an_entry_has_its_words_and_its_place(tmp_path: Path) -> None:
    glossary, found = read(tmp_path, ENTRY)
    assert found == []
    term = glossary.terms["server"]
    assert term.words["en"].definition == "A computer."
    assert (term.position.line, term.position.column) == (1, 7)
    assert term.word("fr") == ("en", term.words["en"])


def test_simplified_chinese_is_made_and_keeps_other_terms(tmp_path: Path) -> None:
    more = """\
- id: client
  en: {term: client, definition: Not the server.}
  zh-hant: {term: 用戶端, definition: 相對於伺服器而言的軟體。}
  zh-hans: {term: 客户端}
"""
    glossary, found = read(tmp_path, ENTRY + more)
    assert found == []
    assert glossary.terms["server"].words["zh-hans"].term == "服务器"
    assert glossary.terms["server"].words["zh-hans"].definition == "替别人存放数据的电脑。"
    assert glossary.terms["client"].words["zh-hans"].term == "客户端"
    assert glossary.terms["client"].words["zh-hans"].definition == "相对于服务器而言的软件。"
    assert "zh-hans" not in glossary.terms["server"].written


FAULTS = {
    ENTRY + ENTRY: ["4:7 duplicate-term"],
    ENTRY + ENTRY.replace("id: server", "id: host"): ["4:7 duplicate-term", "4:7 duplicate-term"],
    "- id: a\n  en: {term: a}\n": ["2:7 missing-key"],
    "- id: A b\n  en: {term: a, definition: b}\n": ["1:7 bad-value"],
    "- en: {term: a, definition: b}\n": ["1:3 missing-key"],
    "- id: a\n  en: {term: '<i>', definition: b}\n": ["2:15 bad-value"],
    "- id: a\n  en: {term: a, definition: b, see: c}\n": ["2:32 unknown-key"],
    "- id: a\n  en: {term: a, definition: b}\n  zh-hnat: {term: a, definition: b}\n": [
        "3:3 unknown-language"
    ],
    "- a\n": ["1:3 glossary-shape"],
    "a: b\n": ["1:1 glossary-shape"],
    "- id: [\n": ["2:1 yaml-syntax"],
}


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_is_told_where_it_stands(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text)[1] == FAULTS[text]


@pytest.mark.parametrize("text", ["", "[]\n", "# nothing yet\n"])
def test_an_empty_glossary_is_none(tmp_path: Path, text: str) -> None:
    glossary, found = read(tmp_path, text)
    assert (glossary.terms, glossary.lost, found) == ({}, False, [])


def test_a_bare_term_takes_the_glossarys_word_wherever_it_stands(tmp_path: Path) -> None:
    head = "---\ntitle: T\n---\n"
    body = "## The [[server]]\n\n![A [[server]]](/images/a.png) [[server]] [[server|it]]\n\n"
    claims = "/// claims\n- The [[server]] fell [@a]. {#fell}\n///\n"
    site = read_tree(
        tmp_path,
        {
            "data/glossary.yaml": ENTRY,
            "pages/p.md": head + body + claims,
            "pages/p.zh-hant.md": head + "一部[[server]]。\n",
        },
    )
    english, chinese = site.documents
    link = '<a href="/glossary/#server">server</a>'
    assert english.headings[0].words == "The server"
    assert english.claims[0].plain == "The server fell."
    assert 'alt="A server"' in "".join(one for one in english.body if isinstance(one, str))
    assert link in str(english.body)
    assert link in str(english.claims[0].text)
    assert '<a href="/zh-hant/glossary/#server">伺服器</a>' in str(chinese.body)
    assert [(one.bare, one.position.line, one.position.column) for one in english.terms] == [
        *((True, 4, 8), (True, 6, 32), (False, 6, 43), (True, 6, 15), (True, 9, 7)),
    ]
    assert "\ue000" not in repr(site.documents)


def test_a_message_shows_a_bare_term_by_its_id(tmp_path: Path) -> None:
    front = f"---\ntitle: T\nsummary: {'Words and words. ' * 5}\ndate: 2026-11-20\n---\n"
    site = read_tree(tmp_path, {"cases/a.md": f"{front}The [[server]] fell.\n"})
    assert ["'The server fell.'" in one.message for one in site.diagnostics] == [True]
