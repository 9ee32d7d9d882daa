"""Characters that hide something, wherever and however they are written."""

import pytest

from tests.reading.making import found, messages

EVERYWHERE = [
    *("\x00", "\x07", "\x0b", "\r", "\x1b", "\x7f", "\x85", "\x9f", "\u2028", "\u2029", "\ufffe"),
    *("\ufdd0", "\U0001ffff", "\U000efffe", "\ue000", "\U000f0000", "\U0010fffd", "\u202a"),
    *("\u202e", "\u2066", "\u2069", "\u200b", "\u2060", "\u00ad", "\ufeff", "\u034f", "\u180e"),
    *("\u115f", "\u3164", "\uffa0", "\u17b4", "\u206a", "\ufff9", "\U000e0041", "\U000e007f"),
]
BY_ENTITY = [
    *(
        "&#x202e;",
        "&#X202E;",
        "&#8238;",
        "&#00000000008238;",
        "&#0;",
        "&#13;",
        "&#x80;",
        "&#xfffe;",
    ),
    *("&#xd800;", "&#x110000;", "&#9999999999;", "&ZeroWidthSpace;", "&NoBreak;", "&shy;", "&lrm;"),
    *("&zwnj;", "&#xe000;", "&#xE0041;", "&InvisibleTimes;"),
]


@pytest.mark.parametrize("char", EVERYWHERE, ids=lambda char: f"{ord(char):04X}")
def test_a_refused_character_is_an_error_in_words_code_and_front_matter(page, char: str) -> None:
    for place, body in (
        ("4:3", f"ab{char}c\n"),
        ("5:2", f"```\nx{char}y\n```\n"),
        ("4:2", f"`{char}x`\n"),
    ):
        assert f"{place} refused-character" in found(page(body))
    document = page("Words.\n", front=f"title: A\nsummary: x{char}y\n")
    assert "3:11 refused-character" in found(document)


@pytest.mark.parametrize("entity", BY_ENTITY)
def test_an_entity_does_not_bring_a_refused_character_in(page, entity: str) -> None:
    assert found(page(f"Two\n\nand {entity} more.\n")) == ["6:5 refused-character"]
    assert found(page(f'[a](/b/ "{entity}")\n')) == ["4:10 refused-character"]
    assert found(page(f"![a {entity}](/images/x.png)\n")) == ["4:5 refused-character"]


@pytest.mark.parametrize("entity", BY_ENTITY)
def test_in_code_an_entity_is_what_is_written(page, entity: str) -> None:
    assert found(page(f"Write `{entity}` or ``a `{entity}``:\n\n```\n{entity}\n```\n")) == []


@pytest.mark.parametrize("entity", ["&#xF0001;", "&#x202e;", "&#xe000;", "&shy;", "&#0000008238;"])
@pytest.mark.parametrize(
    "body",
    [
        "- `a\n- b {} c` d\n",
        "| `a | b |\n|---|---|\n| {} | c` |\n",
        "[^n] `a\n\n[^n]: b {}\n    c`\n",
    ],
)
def test_what_only_looks_like_code_brings_nothing_in(page, body: str, entity: str) -> None:
    """Where a sign of code has no other in its own paragraph, what follows is no code."""
    document = page(body.format(entity))
    assert "refused-character" in {one.code for one in document.diagnostics}


@pytest.mark.parametrize("entity", ["&amp;", "&nbsp;", "&#233;", "&Tab;", "&none;", "&#65;"])
def test_other_entities_stay(page, entity: str) -> None:
    assert found(page(f"Words {entity} here.\n")) == []


def test_an_entity_in_the_envelope_is_judged_too(case) -> None:
    front = (
        "title: A\nsummary: A letter was opened on its way, and nobody was asked about it at all.\n"
        "date: 2026-11-20\n"
        "envelope: {from: 'A [@a]', to: 'B &#x202e; [@a]', also-read-by: 'C [@a]'}\n"
    )
    document = case("Words [@a].\n", front=front)
    assert "5:35 refused-character" in found(document)


RIGHT = {
    "a Persian plural": "می\u200cخواهم",
    "a Devanagari conjunct": "क\u094d\u200dष",
    "an emoji of a family": "👨\u200d👩\u200d👧",
    "a flag": "🏳\ufe0f\u200d🌈",
    "a mark in a line of Arabic": "قال (C++)\u200e نعم",
    "an Arabic letter mark": "قال\u061c نعم",
    "eight marks": "a" + "\u0301" * 8,
    "Chinese stops": "……——……——……「」",
    "a unit": "5 μm and 3 kΩ",
}
WRONG = {
    "a joiner in a Latin word": "pass\u200dword",
    "a parter at a word's end": "می\u200c ",
    "a parter in an emoji": "👨\u200c👩",
    "a joiner after an emoji": "👨\u200d words",
    "a mark in a line of Latin": "Say قال\u200f here",
    "a mark alone": "\u200f",
    "a letter mark in Latin": "a\u061cb",
    "nine marks": "a" + "\u0301" * 9,
    "a hundred variation selectors": "a" + "\ufe0f" * 100,
}


@pytest.mark.parametrize("words", RIGHT.values(), ids=RIGHT)
def test_what_a_script_needs_may_stand(page, words: str) -> None:
    assert found(page(f"{words}\n")) == []


@pytest.mark.parametrize("words", WRONG.values(), ids=WRONG)
def test_what_no_script_needs_there_is_an_error(page, words: str) -> None:
    assert {one.partition(" ")[2] for one in found(page(f"One.\n\n{words}\n"))} == {
        "refused-character"
    }
    document = page("Words.\n", front=f'title: "{words}"\n')
    assert "refused-character" in messages(document) or found(document)


@pytest.mark.parametrize("word", ["pаypal", "Αlpha", "wеchat", "naïvе"])
def test_a_word_of_two_scripts_is_a_warning(page, word: str) -> None:
    document = page(f"One\n\nSee {word} here.\n")
    assert found(document) == ["6:5 mixed-scripts"]
    assert document.diagnostics[0].severity == "warning"


@pytest.mark.parametrize("words", ["Москва", "Ελλάδα", "the Ελλάδα-based", "µm", "café", "e\u0301"])
def test_a_word_of_one_script_is_none(page, words: str) -> None:
    assert found(page(f"{words}\n")) == []
