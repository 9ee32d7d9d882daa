"""YAML 1.2's core schema, with positions, and what is refused of it."""

import pytest

from third_reader.reading.yaml12 import Yaml, parse_yaml


def read(text: str, first_line: int = 1) -> Yaml:
    return parse_yaml(text, "f.yaml", first_line)


def found(text: str) -> list[str]:
    return [
        str(one).partition("f.yaml:")[2].split(" ")[0] + one.code for one in read(text).diagnostics
    ]


VALUES = {
    "a: no\nb: yes\nc: on\nd: off\ne: y": {"a": "no", "b": "yes", "c": "on", "d": "off", "e": "y"},
    "a: 2019-12-11\nb: 2019-12\nc: 12:30:45": {"a": "2019-12-11", "b": "2019-12", "c": "12:30:45"},
    "a: 2019\nb: -5\nc: 0x1F\nd: 0o17\ne: 017": {"a": 2019, "b": -5, "c": 31, "d": 15, "e": 17},
    "a: 1_000\nb: 0b1\nc: .inf": {"a": "1_000", "b": "0b1", "c": ".inf"},
    "a: 1.5\nb: 1e3\nc: .5": {"a": 1.5, "b": 1000.0, "c": 0.5},
    "a: ~\nb:\nc: null\nd: ''": {"a": None, "b": None, "c": None, "d": ""},
    "a: true\nb: TRUE\nc: tRue": {"a": True, "b": True, "c": "tRue"},
    "a: '2019'\nb: \"no\"": {"a": "2019", "b": "no"},
    "a: 12345678901234567890\nb: '99999999999999999999999'": {
        "a": 12345678901234567890,
        "b": "99999999999999999999999",
    },
    "1: a\ntrue: b\n2019-01-01: c": {"1": "a", "true": "b", "2019-01-01": "c"},
    "<<: {a: 1}": {"<<": {"a": 1}},
    "- a\n- |\n  b\n- >-\n  c\n  d": ["a", "b\n", "c d"],
    "語: 日本": {"語": "日本"},
    "--- \na: 1\n...": {"a": 1},
    "# nothing": None,
    "": None,
    '{"a": [1, {"b": "\\u00e9"}],\n\t"c": null}': {"a": [1, {"b": "é"}], "c": None},
}


@pytest.mark.parametrize("text", VALUES)
def test_a_value_is_what_yaml_1_2_says(text: str) -> None:
    yaml = read(text)
    assert yaml.value == VALUES[text]
    assert yaml.diagnostics == []


REFUSED = {
    "a: 1\na: 2": "2:1:yaml-duplicate-key",
    "x:\n  b: 1\n  'b': 2": "3:3:yaml-duplicate-key",
    "a: &x 1": "1:4:yaml-refused",
    "a: *x": "1:4:yaml-refused",
    "&x a: 1": "1:1:yaml-refused",
    "a: !!str 1": "1:4:yaml-refused",
    "a: !!python/object:os.system x": "1:4:yaml-refused",
    "a: ! x": "1:4:yaml-refused",
    "!!map {a: 1}": "1:1:yaml-refused",
    "%YAML 1.1\n---\na: 1": "1:1:yaml-refused",
    "a: 1\n---\nb: 2": "2:1:yaml-refused",
    "a: " + "[" * 20 + "]" * 20: "1:20:yaml-limit",
    "a: " + "x" * 17_000: "1:4:yaml-limit",
    'a: "\\u202e"': "1:4:refused-character",
    "a: " + "語" * 5_500: "1:4:yaml-limit",
    "a: 999999999999999999999": "1:4:yaml-limit",
    "a: 0x" + "f" * 5_000: "1:4:yaml-limit",
    "a: 1" + "0" * 400 + ".5": "1:4:yaml-limit",
    "a: 1e999": "1:4:yaml-limit",
    '"\\u200b": 1': "1:1:refused-character",
    'a: "\\x00"': "1:4:refused-character",
    'a: "\\x85"': "1:4:refused-character",
    'a: "\\u2028"': "1:4:refused-character",
    'a: "\\uE000"': "1:4:refused-character",
    'a: "\\U0001fffe"': "1:4:refused-character",
    'a: "x\\u200dy"': "1:4:refused-character",
    'a: "x\\u200fy"': "1:4:refused-character",
    'a: "\\ud800"': "1:7:yaml-syntax",
    "a: [1, 2": "2:1:yaml-syntax",
    "a: b: c": "1:5:yaml-syntax",
    "a: @b": "1:4:yaml-syntax",
    "a: 1\n  b: 2": "2:4:yaml-syntax",
    "\ta: 1": "1:1:yaml-syntax",
    "? [a]\n: b": "1:3:yaml-syntax",
    "a: 'b": "1:4:yaml-syntax",
}


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: text[:20])
def test_what_is_refused_has_its_place_and_no_value(text: str) -> None:
    assert found(text + "\n") == [REFUSED[text]]
    assert read(text + "\n").value is None


def test_every_value_and_key_has_its_place() -> None:
    yaml = read('a: 1\nb:\n  - "x"\n  - {c: d}\ne: |\n  long\n', first_line=2)
    assert yaml.values["a",] == (2, 4)
    assert yaml.values["b", 0] == (4, 6)
    assert yaml.values["b", 1, "c"] == (5, 9)
    assert yaml.keys["b", 1, "c"] == (5, 6)
    assert yaml.values["e",][0] == 7


def test_positions_count_characters_not_bytes() -> None:
    assert read("語言: {鍵: 值}\n").values["語言", "鍵"] == (1, 9)
    assert read("a: 😀 #\nb: [😀, c]\n").values["b", 1] == (2, 8)


def test_a_bomb_of_values_is_refused_in_little_time() -> None:
    text = "[" + "1," * 200_001 + "]"
    assert [one.code for one in read(text).diagnostics] == ["yaml-limit"]


def test_a_colon_within_words_is_told_what_to_do() -> None:
    (told,) = read("summary: Somebody said: it was opened").diagnostics
    assert told.message.endswith("; put words that hold a colon in quotes")


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a:\n\tb: 1\n", 2, 1, "a tab stands here; indent with spaces"),
        ("a: x\n\tb\n", 2, 1, "a tab stands here; indent with spaces"),
        ("cite: @rfa\n", 1, 7, "a value may not begin with '@'; put it in quotes"),
        ("platform:letter\nb: 1\n", 2, 2, "none with a space behind it"),
        ('a: "x\nb: 1\n', 1, 4, "a quotation mark that opens here is never closed"),
        ('a: "x\nb: "1"\n', 2, 5, "a quotation mark that is not closed"),
        ("a: [b, c\nd: 1\n", 2, 2, "a closing bracket is missing"),
    ],
)
def test_a_slip_is_told_where_it_is_and_what_to_do(
    text: str, line: int, column: int, words: str
) -> None:
    (told,) = read(text).diagnostics
    assert (told.position.line, told.position.column) == (line, column)
    assert words in told.message
    assert "token" not in told.message
