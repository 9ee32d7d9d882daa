"""Withheld names are found wherever they hide, and no message gives one away."""

import hmac
import time
from hashlib import sha256

import pytest

from tests.checks.making import source
from third_reader.checks.withheld import (
    Withheld,
    digest,
    find_withheld,
    fold,
    key_faults,
    masked,
    parse_withheld,
    scan,
    scan_authors,
)
from third_reader.model.diagnostic import Diagnostic
from third_reader.model.position import Position
from third_reader.model.source import Name

KEY = b"sixteen bytes or more"
SALT = bytes(range(16))
SIMPLE = str.maketrans("陳張葉爾", "陈张叶尔")


def fold_han(text: str) -> str:
    return text.translate(SIMPLE)


NAMES = ("Chen Ya-ting", "陳雅婷", "买买提江·库尔班")
LIST = Withheld(
    Position("content/withheld.yaml"),
    SALT,
    frozenset(bytes.fromhex(digest(name, SALT, KEY, fold_han)) for name in NAMES),
)


def written(**given: object) -> str:
    names = sorted(digest(name, SALT, KEY, fold_han) for name in NAMES)
    lines = [f'salt: "{SALT.hex()}"', "names:", *(f'  - "{name}"' for name in names)]
    return "\n".join([*lines, *(f'{key}: "{value}"' for key, value in given.items())]) + "\n"


def find(text: str) -> list[int]:
    return list(find_withheld(text, LIST, KEY, fold_han))


def test_a_hash_is_of_the_salt_and_the_folded_name() -> None:
    message = SALT + b"chenyating"
    assert digest("Chen Ya-ting", SALT, KEY, fold_han) == hmac.new(KEY, message, sha256).hexdigest()


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Chen Ya-ting", "chenyating"),
        ("ＣＨＥＮ　ＹＡＴＩＮＧ", "chenyating"),
        ("陳雅婷", "陈雅婷"),
        ("Étienne Straße", "étiennestrasse"),
        ("O’Neil 3rd", "oneil3rd"),
        ("", ""),
    ],
)
def test_only_letters_marks_and_numbers_of_a_name_count(name: str, folded: str) -> None:
    assert fold(name, fold_han) == folded


@pytest.mark.parametrize(
    "text",
    [
        "Chen Ya-ting",
        "chen yating",
        "CHENYATING",
        "ＣＨＥＮ Ｙａｔｉｎｇ",
        "Chen\nYa-ting",
        "Chen, Ya Ting",
        "chen_ya_ting.png",
        "C\u200bhen Ya\u00adting",
        "Ch**en** Ya-ting",
        "**Chen** *Ya*-ting",
        "[Chen](/cases/x/) Ya-ting",
        "`Chen` Ya-ting",
        "<b>Chen</b> <i class='x'>Ya</i>ting",
        "<td>Chen</td><td>Yating</td>",
        '<a href="/cases/chen-ya-ting/">he</a>',
        "<!-- Chen Ya-ting -->",
        "Chen&nbsp;Ya&#45;ting",
        "&#67;hen Yating",
        "&#x43;hen Yating",
        "https://example.org/Chen%20Ya-ting",
        "/%63hen/yating",
        '"\\u0043hen Yating"',
        "陳雅婷",
        "陈雅婷",
        "陳 雅 婷",
        "他叫陳雅婷，住在台北",
        "陳*雅*婷",
        "%E9%99%B3%E9%9B%85%E5%A9%B7",
        "&#38515;&#38597;&#23159;",
        "\\u9673\\u96c5\\u5a77",
        "\\x43hen Yating",
        "阿不都热合曼·买买提江·库尔班",
        "买买提江·库爾班",
    ],
)
def test_a_name_is_found_however_it_is_written(text: str) -> None:
    assert find(text), text
    assert find(f"Before it, gao. {text} After it."), text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kitchen Yating",
        "Chen Yatings",
        "Chen met Ya-ting",
        "Chenya Tingo",
        "雅婷",
        "陳雅芬",
        "陳先生和雅婷",
        "&notanentity; %zz \\u12 <a <b ](( [",
    ],
)
def test_what_is_no_whole_name_is_no_hit(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize("length", range(1, 12))
def test_runs_of_han_end_at_ten_characters(length: int) -> None:
    name = "甲乙丙丁戊己庚辛壬癸子"[:length]
    withheld = Withheld(
        LIST.position, SALT, frozenset({bytes.fromhex(digest(name, SALT, KEY, fold_han))})
    )
    assert bool(list(find_withheld(f"x {name} y", withheld, KEY, fold_han))) == (length <= 10)


def test_runs_of_other_words_end_at_six() -> None:
    def hit(name: str) -> bool:
        names = frozenset({bytes.fromhex(digest(name, SALT, KEY, fold_han))})
        return bool(list(find_withheld(name, Withheld(LIST.position, SALT, names), KEY, fold_han)))

    assert hit("one two three four five six")
    assert not hit("one two three four five six seven")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Chen Yating", 0),
        ("a\nb Chen\nYating", 4),
        ("㎏ ㎏ Chen Yating", 4),
        ("&amp;&amp; Chen Yating", 11),
        ("%41%41 Chen Yating", 7),
        ("**a** Chen <b>Yating</b>", 6),
        ("ﬀﬀ\nﬀ 陳雅婷", 5),
        ("他叫陳雅婷", 2),
    ],
)
def test_a_hit_is_where_the_name_begins_in_what_was_written(text: str, place: int) -> None:
    assert find(text) == [place]


def test_another_key_or_salt_finds_nothing() -> None:
    assert list(find_withheld("Chen Yating", LIST, KEY + b"x", fold_han)) == []
    salted = Withheld(LIST.position, SALT + b"x", LIST.names)
    assert list(find_withheld("Chen Yating", salted, KEY, fold_han)) == []


def test_without_a_table_of_characters_a_name_is_found_in_its_own_script() -> None:
    assert list(find_withheld("陈雅婷", LIST, KEY, str)) == [0]
    assert list(find_withheld("陳雅婷", LIST, KEY, str)) == []


def told(files: list[tuple[str, str]]) -> list[str]:
    return [str(one) for one in scan(files, LIST, KEY, fold_han)]


def test_each_line_is_reported_once_without_the_name() -> None:
    text = "One\ntwo Chen Yating, 陳雅婷\n\n陳雅婷\n"
    message = "error: a withheld name stands here; take it out, or name the person's role"
    assert told([("content/cases/a.md", text), ("content/cases/b.md", "nothing")]) == [
        f"content/cases/a.md:2:5: {message} [withheld-name]",
        f"content/cases/a.md:4:1: {message} [withheld-name]",
    ]


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("content/images/chen-yating.jpg", "content/images/[withheld]"),
        ("content/cases/陳雅婷.md", "content/cases/[withheld]"),
        ("chen/yating.md", "[withheld]"),
    ],
)
def test_a_name_in_a_path_is_hidden_in_every_line(path: str, shown: str) -> None:
    first, second = told([(path, "陳雅婷")])
    assert first.startswith(f"{shown}:1:1: error: the name of this file holds a withheld name;")
    assert second.startswith(f"{shown}:1:1: error: a withheld name stands here;")


def test_authors_are_found_in_either_order() -> None:
    sources = [
        source("a", author=(Name("Lee", "Ann"), Name("Chen", "Ya-ting"))),
        source("b", author=(Name("Ya-ting", "Chen"),)),
        source("c", author=(Name(literal="Chen Radio"), Name("", "Ya-ting"))),
    ]
    found = scan_authors(sources, LIST, KEY, fold_han)
    assert [str(one) for one in found] == 2 * [
        "content/sources/a.yaml:1:7: error: a withheld name stands among the authors of this "
        "source; take it out [withheld-name]"
    ]


def test_other_findings_are_printed_without_names() -> None:
    given = [
        Diagnostic(Position("content/cases/chen-yating.md", 3, 4), "a", "no source has the id 'x'"),
        Diagnostic(Position("content/cases/a.md"), "b", "no source has the id 'chen-yating'"),
        Diagnostic(Position("content/cases/a.md"), "c", "fine"),
    ]
    shown = [str(one) for one in masked(given, LIST, KEY, fold_han)]
    assert shown == [
        "content/cases/[withheld]:3:4: error: no source has the id 'x' [a]",
        "content/cases/a.md:1:1: error: the message holds a withheld name, so it is not shown; "
        "take the name out first [b]",
        "content/cases/a.md:1:1: error: fine [c]",
    ]


def test_a_list_is_read() -> None:
    check = hmac.digest(KEY, SALT, "sha256")
    assert parse_withheld(written(), "content/withheld.yaml") == (LIST, ())
    withheld, found = parse_withheld(written(check=check.hex()))
    assert found == ()
    assert withheld is not None
    assert (withheld.position.path, withheld.check) == ("withheld.yaml", check)


def test_an_empty_list_is_a_list() -> None:
    withheld, found = parse_withheld(f'salt: "{SALT.hex()}"\nnames: []\n')
    assert found == ()
    assert withheld is not None
    assert list(find_withheld("Chen Yating", withheld, KEY, fold_han)) == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "this is no list of withheld names"),
        ("- Chen Yating\n", 1, "this is no list of withheld names"),
        ("names: [\n", 2, "this is not YAML"),
        ("Chen Yating: &x 1\n", 1, "this is not YAML"),
        (f'{written()}Chen Yating: "x"\n', 6, "there is no such field"),
        ("names: []\n", 1, "'salt' must be 16 bytes or more"),
        ('salt: "abcd"\nnames: []\n', 1, "'salt' must be 16 bytes or more"),
        ("salt: 1234567890\nnames: []\n", 1, "'salt' must be 16 bytes or more"),
        (f'salt: "{"g" * 32}"\nnames: []\n', 1, "'salt' must be 16 bytes or more"),
        (f'salt: "{SALT.hex()}"\n', 1, "'names' must be a list"),
        (f'salt: "{SALT.hex()}"\nnames: Chen Yating\n', 2, "'names' must be a list"),
        (f'salt: "{SALT.hex()}"\nnames:\n  - Chen Yating\n', 3, "this is no hash"),
        (f'salt: "{SALT.hex()}"\nnames:\n  - "{"A" * 64}"\n', 3, "this is no hash"),
        (f'salt: "{SALT.hex()}"\nnames: []\ncheck: "12"\n', 3, "'check' must be 64"),
    ],
)
def test_a_list_with_a_fault_is_refused_and_not_repeated(text: str, line: int, words: str) -> None:
    withheld, found = parse_withheld(text)
    assert withheld is None
    assert [(one.code, one.severity.value) for one in found] == [("withheld-file", "error")]
    assert found[0].position.line == line
    assert found[0].message.startswith(words)
    assert "Chen" not in str(found)
    assert "Yating" not in str(found)


def test_an_unsorted_list_is_a_warning() -> None:
    names = ", ".join(f'"{digit * 64}"' for digit in "ba")
    withheld, found = parse_withheld(f'salt: "{SALT.hex()}"\nnames: [{names}]\n')
    assert withheld is not None
    assert [one.severity.value for one in found] == ["warning"]


@pytest.mark.parametrize("key", [None, b""])
def test_a_key_that_is_absent_fails_a_strict_build_alone(key: bytes | None) -> None:
    for strict, severity in ((False, "warning"), (True, "error")):
        (found,) = key_faults(LIST, key, strict=strict)
        assert str(found) == (
            f"content/withheld.yaml:1:1: {severity}: WITHHELD_KEY is not set, so withheld names "
            "are not looked for; set it [withheld-key]"
        )


def test_a_short_key_and_a_wrong_one_are_errors() -> None:
    assert key_faults(LIST, KEY, strict=True) == ()
    (short,) = key_faults(LIST, b"x" * 15, strict=False)
    assert "less than 16 bytes" in short.message
    checked = Withheld(LIST.position, SALT, LIST.names, hmac.digest(KEY, SALT, "sha256"))
    assert key_faults(checked, KEY, strict=True) == ()
    (wrong,) = key_faults(checked, KEY + b"\n", strict=False)
    assert (wrong.severity.value, wrong.code) == ("error", "withheld-key")


def test_neither_key_nor_list_is_shown_when_printed() -> None:
    assert SALT.hex() not in repr(LIST)
    assert "names" not in repr(LIST)


@pytest.mark.parametrize(
    "text",
    [
        "<" * 200_000,
        "<a " * 70_000,
        "](" * 100_000,
        "&" * 200_000,
        "%41" * 70_000,
        "\\u0041" * 30_000,
        "a" * 300_000,
        "\u0301" * 100_000,
        "word " * 40_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_a_long_text_costs_time_by_its_length(text: str) -> None:
    begun = time.process_time()
    assert find(text) == []
    assert time.process_time() - begun < 5
