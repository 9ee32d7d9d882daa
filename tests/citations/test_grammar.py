"""The citation grammar, rule by rule: what cites, with which key, mode and group."""

import pytest

from tests.citations.inline import Short, found, groups, misses
from third_reader.model.citation import Citation

A: Short = ("normal", "a", "", "", "", "")
B: Short = ("normal", "b", "", "", "", "")
IN_A: Short = ("in-text", "a", "", "", "", "")
IN_B: Short = ("in-text", "b", "", "", "", "")
MINUS_A: Short = ("suppress-author", "a", "", "", "", "")
MINUS_B: Short = ("suppress-author", "b", "", "", "", "")


def item(
    key: str,
    mode: str = "normal",
    *,
    prefix: str = "",
    label: str = "",
    locator: str = "",
    suffix: str = "",
) -> Short:
    return (mode, key, prefix, label, locator, suffix)


READ: list[tuple[str, list[list[Short]]]] = [
    # Brackets.
    ("[@a]", [[A]]),
    ("word[@a]word", [[A]]),
    ("[@a] [@b]", [[A], [B]]),
    ("[@a]\n[@b]", [[A], [B]]),
    ("[@a]: so", [[A]]),
    ("[ @a ; @b ]", [[A, B]]),
    ("[@a;@b;-@a]", [[A, B, MINUS_A]]),
    ("[sic] [@a]", [[A]]),
    ("[words][@a]", [[A]]),
    ("[[@a] and words]", [[A]]),
    ("[see [@a]]", [[A]]),
    ("Wow![@a]", [[A]]),
    ("[@a] (note)", [[A]]),
    ("[@a]{#id}", [[A]]),
    ("lone [ far from all. " + "x" * 250 + " @a", [[IN_A]]),
    ("the interval [0, 1) as @a says", [[IN_A]]),
    # In text, and the bracket behind.
    ("@a [p. 3]", [[item("a", "in-text", label="page", locator="3")]]),
    ("@a \n [p. 3]", [[item("a", "in-text", label="page", locator="3")]]),
    ("-@a [p. 3]", [[item("a", "suppress-author", label="page", locator="3")]]),
    ("@a []", [[IN_A]]),
    ("@a [@b]", [[IN_A, B]]),
    ("@a [-@b; @a]", [[IN_A, MINUS_B, A]]),
    ("@a [see @b]", [[IN_A, item("b", prefix="see")]]),
    ("@a [; @b]", [[IN_A, B]]),
    ("@a [words; @b]", [[item("a", "in-text", suffix="words"), B]]),
    ("@a, [p. 3]", [[IN_A]]),
    ("@a's [p. 3]", [[IN_A]]),
    ("@a [p. 3](https://example.org/)", [[IN_A]]),
    ("@a ![alt](/images/x.png)", [[IN_A]]),
    ("(see @a [p. 3])", [[item("a", "in-text", label="page", locator="3")]]),
    ("@a -@b", [[IN_A], [MINUS_B]]),
    ("@a [[glossary-term]]", [[IN_A]]),
    ("^[Note: see @a.]", [[IN_A]]),
    # What stands before the `@`.
    ("a word-@a", [[IN_A]]),
    ("a word--@a", [[IN_A]]),
    ("a word - @a", [[IN_A]]),
    ("user@a, 5@b, é@a", []),
    ("The end.@a", []),
    ("**word**@a and **word** @b", [[IN_B]]),
    ("word*@a*", [[IN_A]]),
    ("(x)@a", [[IN_A]]),
    ("`x`@a", [[IN_A]]),
    (r"\*@a", [[IN_A]]),
    ("&amp;@a", [[IN_A]]),
    ("據@a，-@b", [[IN_A], [MINUS_B]]),
    ("據-@{a}說", [[MINUS_A]]),
    ("カ@a 한@b", [[IN_A], [IN_B]]),
    ("user據@a 說", [[IN_A]]),
    ("@a-@b", [[IN_A], [MINUS_B]]),
    # Keys.
    ("@a.b:c/d", [[item("a.b:c/d", "in-text")]]),
    ("@a.", [[IN_A]]),
    ("@a: so, @b; so", [[IN_A], [IN_B]]),
    ("@a..b", [[IN_A]]),
    ("@a說", [[item("a說", "in-text")]]),
    ("@{a}說", [[IN_A]]),
    ("_@a_", [[item("a_", "in-text")]]),
    ("[@{a.}, p. 3]", [[item("a.", label="page", locator="3")]]),
    ("[@{x]y}]", [[item("x]y")]]),
    ("@a\\_b", [[IN_A]]),
    # Prefix and suffix.
    ("[*see* **also** @a]", [[item("a", prefix="see also")]]),
    ("[see [note] @a]", [[item("a", prefix="see [note]")]]),
    ("[see\n  @a]", [[item("a", prefix="see")]]),
    ("[compare—@a]", [[item("a", prefix="compare-")]]),
    ("[see – @a]", [[item("a", prefix="see -")]]),
    ("[R&amp;D: @a, &lt;3]", [[item("a", prefix="R&D:", label="page", locator="<3")]]),
    ("[`x; y` in @a]", [[item("a", prefix="x; y in")]]),
    ("[*x; y* in @a]", [[item("a", prefix="x; y in")]]),
    ("[[x; y](https://e.org/;@b) in @a]", [[item("a", prefix="x; y in")]]),
    (r"[see \@b in @a]", [[item("a", prefix="see @b in")]]),
    ("[&#64;b in @a]", [[item("a", prefix="@b in")]]),
    (r"[@a, x\; y]", [[item("a", suffix="x; y")]]),
    ("[@a, see <https://example.org/@b>]", [[item("a", suffix="see https://example.org/@b")]]),
    ("[@a, see https://example.org/@b; @b]", [[item("a", suffix="see https://example.org/@b"), B]]),
    ("[@a, by me@example.org]", [[item("a", suffix="by me@example.org")]]),
    ("[@a, see [the page](https://example.org/@b)]", [[item("a", suffix="see the page")]]),
    ("[@a ![x](/images/y.png) z]", [[item("a", suffix="x z")]]),
    ("[@a, on [[forced-key|forced keys]]]", [[item("a", suffix="on forced keys")]]),
    ("[@a, snake_case and 2*3*4]", [[item("a", suffix="snake_case and 234")]]),
    (
        "[@a; see @b, p. 3, note]",
        [[A, item("b", "normal", prefix="see", label="page", locator="3", suffix="note")]],
    ),
    # CJK separators.
    ("[@a；@b]", [[A, B]]),
    ("[@a，p. 3；@b，強調]", [[item("a", label="page", locator="3"), item("b", suffix="強調")]]),
    # Where nothing is cited.
    ("`[@a]` and `@b`", []),
    (r"\[\@a\]", []),
    ("https://example.org/@a/b.", []),
    ("(https://example.org/x_(y)/@a)", []),
    ("見http://example.org/@a，據@b，", [[IN_B]]),
    ("HTTPS://EXAMPLE.ORG/@a", []),
    ("<https://example.org/@a> <me@example.org>", []),
    ('[x](https://example.org/@a "by @b")', []),
    ("[x](<https://example.org/ @a>)", []),
    ("![x](/images/@a.png)", []),
    ('<a href="@a">', []),
    ("<!-- @a -->", []),
    ("git@example.org:team/@scope/repo.git", []),
    ("user_@example.org", []),
    ("[user@example.org](mailto:user@example.org)", []),
    ("&commat;a &#x40;b", []),
    ("nothing at all", []),
]


@pytest.mark.parametrize(("markdown", "expected"), READ)
def test_reads(markdown: str, expected: list[list[Short]]) -> None:
    assert groups(markdown) == expected
    assert not misses(markdown)


@pytest.mark.parametrize(
    ("markdown", "references", "expected"),
    [
        ("@a [ref]", ("ref",), [[IN_A]]),
        ("@a [words][ref]", ("ref",), [[IN_A]]),
        ("@a [ref][]", ("ref",), [[IN_A]]),
        ("@a [^1]", ("^1",), [[IN_A]]),
        ("[@a][^1]", ("^1",), [[A]]),
        ("[ref][@a]", ("ref",), [[A]]),
        ("[ref][see @a]", ("ref",), [[item("a", prefix="see")]]),
        ("[@a]", ("@a",), [[A]]),
        ("[see @a]", ("see @a",), [[item("a", prefix="see")]]),
        ("[@a, see [ref]]", ("ref",), [[item("a", suffix="see ref")]]),
        ("[@a, see [words][ref]]", ("ref",), [[item("a", suffix="see words")]]),
        ("[see@a]", ("see@a",), []),
        ("[@a, x[^1]]", ("^1",), [[item("a", suffix="x")]]),
    ],
)
def test_knows_references(
    markdown: str, references: tuple[str, ...], expected: list[list[Short]]
) -> None:
    assert groups(markdown, references) == expected
    assert not misses(markdown, known=("a", "b"), references=references)


@pytest.mark.parametrize(
    ("markdown", "replaced", "at"),
    [
        ("So [see -@a].", "[see -@a]", [8]),
        ("So @a [p. 3; @b].", "@a [p. 3; @b]", [3, 13]),
        ("So -@{a}!", "-@{a}", [3]),
        ("So @a, so.", "@a", [3]),
    ],
)
def test_says_where(markdown: str, replaced: str, at: list[int]) -> None:
    (citation,) = found(markdown)
    assert isinstance(citation, Citation)
    assert markdown[citation.start : citation.end] == replaced
    assert [one.at for one in citation.items] == at


def test_leaves_code_to_the_caller() -> None:
    (citation,) = found("[@a, see `x`]")
    assert isinstance(citation, Citation)
    assert citation.items[0].suffix == "see \x02klzzwxh:0000\x03"
