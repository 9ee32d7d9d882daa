"""Front matter: each kind of fault, where it stands, and what is to be done."""

import pytest

from tests.reading.making import FRONT, found, messages, read_text
from third_reader.model.document import PageKind
from third_reader.model.source import PartialDate

GOOD = FRONT[PageKind.CASE]
# What is added begins on line 5.
PERSON = "people:\n  - {id: lin, name: Lin, role: sender, named-because: press, cite: '@a'}\n"
FAULTS = {
    "platfrom: wechat\n": ("5:1 unknown-key", "did you mean 'platform'?"),
    "wholly-other: 1\n": ("5:1 unknown-key", "no key 'wholly-other'"),
    "mechanism: one\n": ("5:12 wrong-type", "must be a list, not a text"),
    "outcome: 5\n": ("5:10 wrong-type", "must be a text, not a number; put it in quotes"),
    "outcome: null\n": ("5:10 wrong-type", "not nothing"),
    "to: []\n": ("5:5 bad-value", "may not be empty"),
    "to: [US, US]\n": ("5:5 bad-value", "twice"),
    "from: China\n": ("5:7 bad-value", "'China'"),
    "from: no\n": ("5:7 bad-value", "'no'"),
    "reviewed: 2026-02-30\n": ("5:11 bad-date", "write a day that exists"),
    "reviewed: yesterday\n": ("5:11 bad-date", "'yesterday'"),
    "updated: 2026-1-2\n": ("5:10 bad-date", "'2026-1-2'"),
    "when: 2019-13\n": ("5:7 bad-date", "'2019-13'"),
    "when: 2019-02-30\n": ("5:7 bad-date", "'2019-02-30'"),
    "when: soon\n": ("5:7 bad-value", "'soon'"),
    "status: drfat\n": ("5:9 bad-value", "did you mean 'draft'?"),
    "lang: de\n": ("5:7 unknown-language", "the site has en, zh-hant, zh-hans"),
    "slug: Bad Slug\n": ("5:7 bad-value", "'Bad Slug'"),
    "title: again\n": ("5:1 yaml-duplicate-key", "stands twice"),
    "a: &x 1\n": ("5:4 yaml-refused", "anchor"),
    PERSON.replace(", cite: '@a'", ""): (
        "6:5 person-without-basis",
        "'Lin' is named without 'cite'",
    ),
    PERSON.replace(" named-because: press,", ""): ("6:5 person-without-basis", "'named-because'"),
    PERSON.replace("sender", "boss"): ("6:32 bad-value", "allowed are sender,"),
    PERSON.replace("id: lin", "id: Lin K"): ("6:10 bad-value", "'Lin K'"),
    PERSON.replace("role", "roll"): ("6:5 missing-key", "'role' is missing"),
    "people: none\n": ("5:9 wrong-type", "must be a list"),
    "envelope: {from: a, to: b}\n": ("5:11 missing-key", "'also-read-by' is missing"),
    "envelope: {from: a, to: b, also-read-by: c, ticks: {delivered: No Id}}\n": (
        "5:64 bad-value",
        "'No Id'",
    ),
}


@pytest.mark.parametrize("added", FAULTS, ids=lambda text: text.strip()[:40])
def test_a_fault_is_told_where_it_stands(case, added: str) -> None:
    expected, words = FAULTS[added]
    document = case("", front=GOOD + added)
    assert expected in found(document)
    assert words in messages(document)


@pytest.mark.parametrize(
    "added",
    [
        *(
            "platform: wechat\n",
            "from: CN-SX\n",
            "to: [US, TW]\n",
            "when: 2019\n",
            "when: 2019-09\n",
        ),
        *("when: 2019-09-26\n", "status: draft\n", "lang: zh-hant\n", "slug: other\n", PERSON),
        "reviewed: '2026-11-20'\n",
    ],
)
def test_what_the_format_has_is_accepted(case, added: str) -> None:
    assert found(case("", front=GOOD + added)) == []


def test_a_summary_is_neither_short_nor_long(case) -> None:
    for summary, wish in (("x" * 59, "at least 60"), ("x" * 301, "at most 300")):
        document = case("", front=f"title: A\nsummary: {summary}\ndate: 2026-11-20\n")
        assert found(document) == ["3:10 bad-value"]
        assert wish in messages(document)


def test_what_a_case_needs_is_told_at_once(case) -> None:
    document = case("", front="")
    assert found(document) == ["1:1 missing-key"] * 3
    assert all(f"'{one}'" in messages(document) for one in ("title", "summary", "date"))


def test_a_page_needs_a_title_alone(page) -> None:
    assert found(page("", front="title: A\n")) == []
    assert found(page("", front="")) == ["1:1 missing-key"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1 front-matter"),
        ("Words\n", "1:1 front-matter"),
        ("---\ntitle: A\n\nWords\n", "1:1 front-matter"),
        ("---\n- a\n---\n", "2:1 front-matter"),
        ("---\nwords\n---\n", "2:1 front-matter"),
        ("---\ntitle: [A\n---\n", "3:1 yaml-syntax"),
        ("\n---\ntitle: A\n---\n", "1:1 front-matter"),
    ],
)
def test_a_page_without_readable_front_matter_says_so_once(tmp_path, text, expected) -> None:
    assert found(read_text(tmp_path, text, PageKind.PAGE)) == [expected]


def test_a_byte_order_mark_and_windows_lines_are_read(tmp_path) -> None:
    text = "\ufeff---\r\ntitle: A\r\n---\r\n\r\nOne [@a, @b]\r\n"
    document = read_text(tmp_path, text, PageKind.PAGE)
    assert document.title == "A"
    assert found(document) == ["5:5 citation-separator"]


@pytest.mark.parametrize(
    ("char", "name"),
    [("\u200b", "200B"), ("\u202e", "202E"), ("\x00", "0000"), ("\r", "000D"), ("\ue000", "E000")],
)
def test_characters_that_hide_something_are_refused(page, char: str, name: str) -> None:
    document = page(f"ab{char}c\n")
    assert found(document)[0] == "4:3 refused-character"
    assert f"U+{name}" in messages(document)


def test_bytes_that_are_no_text_are_told_by_their_line(tmp_path) -> None:
    text = "---\ntitle: A\n---\nok\n\udcff"
    document = read_text(tmp_path, text, PageKind.PAGE)
    assert [one.code for one in document.diagnostics] == ["wrong-encoding"]
    assert document.diagnostics[0].position.line == 5


def test_a_language_in_the_name_and_another_inside_is_an_error(page) -> None:
    document = page("", front="title: A\nlang: zh-hant\n", lang="zh-hans")
    assert found(document) == ["3:7 unknown-language"]


def test_a_case_is_read_whole(case) -> None:
    added = (
        "platform: wechat\nfrom: CN-SX\nto: [US]\nmechanism: [taps]\noutcome: fined\n"
        f"when: 2019-09\n{PERSON}envelope:\n"
        "  from: Lin, in Taichung [@a]\n  to: Kao\n  also-read-by: Police, later [@b]\n"
        "  ticks: {third: known}\n"
    )
    document = case("One [@c].\n", front=GOOD + added)
    facts = document.case
    assert (facts.platform, facts.origin, facts.to, facts.mechanism) == (
        *("wechat", "CN-SX"),
        *(("US",), ("taps",)),
    )
    assert facts.when == PartialDate(2019, 9)
    assert facts.people[0].marks == (3,)
    assert facts.envelope.sender.who == ("Lin",)
    assert facts.envelope.recipient.plain == "Kao"
    assert [tick.claim for tick in facts.envelope.ticks] == ["known"]
    # Marks count as a reader meets them: the envelope, the body, the people.
    assert [mark.item.key for mark in document.marks] == ["a", "b", "c", "a"]
    assert [mark.section for mark in document.marks] == ["envelope", "envelope", "", "people"]


def test_what_is_told_of_a_reading_keeps_the_key_of_a_citation_in_the_text(case) -> None:
    front = (
        f"{FRONT[PageKind.CASE]}envelope: {{from: A, to: B, also-read-by: C, read-at: "
        "[{point: from, status: claimed, text: 'Back end @court-1 says [@b]'}]}\n"
    )
    (leg,) = case("", front=front).case.envelope.legs
    assert leg.plain == "Back end court-1 says"
