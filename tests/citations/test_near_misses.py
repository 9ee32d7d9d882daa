"""Near misses: each kind is found, named and explained; what only looks like one is not."""

import re

import pytest

from tests.citations.inline import found, groups, misses

NEAR: list[tuple[str, str]] = [
    ("[@a, @b]", "citation-separator"),
    ("[@a and @b]", "citation-separator"),
    ("[@a、@b]", "citation-separator"),
    ("[@a，@b]", "citation-separator"),
    ("[@a @b]", "citation-separator"),
    ("[@a, see [@b]]", "citation-separator"),
    ("[@a; @b, p. 3, @c]", "citation-separator"),
    ("@a [p. 3; @b, @c]", "citation-separator"),
    ("[-@a -@b]", "citation-separator"),
    ("[@a][@b]", "citation-adjacent"),
    ("[@a][p. 3]", "citation-adjacent"),
    ("[@a][]", "citation-adjacent"),
    ("[@a][@b][@c]", "citation-adjacent"),
    ("@a [p. 3][@b]", "citation-adjacent"),
    ("[@a;]", "citation-item-without-key"),
    ("[@a; p. 3]", "citation-item-without-key"),
    ("[; @a]", "citation-item-without-key"),
    ("[@a;; @b]", "citation-item-without-key"),
    ("[@a；]", "citation-item-without-key"),
    ("[me@example.org; @a]", "citation-item-without-key"),
    ("@a [p. 3; p. 4]", "citation-item-without-key"),
    ("[@]", "citation-without-key"),
    ("[@ a]", "citation-without-key"),
    ("[＠a]", "citation-without-key"),
    ("[@@a]", "citation-without-key"),
    ("[@{}]", "citation-without-key"),
    ("[-@]", "citation-without-key"),
    ("[see @ a]", "citation-without-key"),
    ("[@a; @]", "citation-without-key"),
    ("[@{a b}]", "citation-without-key"),
    ("@[a]", "citation-without-key"),
    ("Words @{a and more", "citation-without-key"),
    ("據-@[a]說", "citation-without-key"),
    ("(@a)", "citation-wrong-bracket"),
    ("(@a, p. 3)", "citation-wrong-bracket"),
    ("(@a; @b)", "citation-wrong-bracket"),
    ("( -@a )", "citation-wrong-bracket"),
    ("（@a，第5頁）", "citation-wrong-bracket"),
    ("［@a］", "citation-wrong-bracket"),
    ("【-@{a}】", "citation-wrong-bracket"),
    ("{@a}", "citation-wrong-bracket"),
    ("[[@a]]", "citation-wrong-bracket"),
    ("[[@a, p. 3; @b]]", "citation-wrong-bracket"),
    ("[see (@a)]", "citation-wrong-bracket"),
    ("[@a; @b；@c]", "citation-mixed-separators"),
    ("@a [p. 3；@b; @c]", "citation-mixed-separators"),
    ("[@a](https://example.org/)", "citation-as-link"),
    ("[see @a](p. 3)", "citation-as-link"),
    ("![by @a](/images/x.png)", "citation-as-link"),
    ("[words [@a] words](/x/)", "citation-as-link"),
    ("[@a][ref]", "citation-as-link"),
    ("[@b, [see @a](/x/)]", "citation-as-link"),
    ("[@a, p. 3", "citation-unclosed"),
    ("[see @a, p. 3)", "citation-unclosed"),
    ("[@a】", "citation-unclosed"),
    (r"[@a\]", "citation-unclosed"),
    ("[see [note] @a, p. 3", "citation-unclosed"),
    ("[[@a]", "citation-unclosed"),
    ("@a [p. 3", "citation-unclosed"),
    ("see @a, p. 3]", "citation-unclosed"),
    ("[@a]]", "citation-unclosed"),
    ("[- @a]", "citation-near-miss"),
    ("[–@a]", "citation-near-miss"),
    ("[—@a]", "citation-near-miss"),
    ("[--@a]", "citation-near-miss"),
    ("[−@a]", "citation-near-miss"),
    ("[@b; see –@a]", "citation-near-miss"),
    ("[see@a]", "citation-near-miss"),
    ("[cf.@a, p. 3]", "citation-near-miss"),
    ("[*@a*]", "citation-near-miss"),
    ("[**see @a**, p. 3]", "citation-near-miss"),
    ("[see *@{a}*]", "citation-near-miss"),
]

SILENT = [
    "@a, p. 3",
    "@a（第5頁）",
    "(as @a says)",
    "(@a says so)",
    "（據@a說）",
    "[@a] [@b]",
    "[@a, pg. 3]",
    "five @ three, and @ the end",
    "Signs: @! @, @. @) @-",
    "[me@example.org]",
    "[write to me@example.org today]",
    "[five @ three](https://example.org/)",
    "＠a",
    "@@a",
    "(https://example.org/@a)",
    "[https://example.org/@a]",
    "(me@example.org)",
    r"(\@a) [\@a] \[@a\] \(@a, x)",
    "`(@a)` `[@]` `@[a]`",
    "[x](y) @a",
    "[^1] @a",
    "* @a *",
    "(@)",
    "user@{a}",
    "p. 3] @a",
    "no key [here",
    "[[term]][@a]",
    "[@a]. [see the note]",
]


@pytest.mark.parametrize(("markdown", "code"), NEAR)
def test_is_reported_once(markdown: str, code: str) -> None:
    known = ("a", "b", "c", "a_")
    assert [one.code for one in misses(markdown, known, ("ref",))] == [code]


@pytest.mark.parametrize(("markdown", "code"), NEAR)
def test_says_what_and_what_to_do(markdown: str, code: str) -> None:
    for one in misses(f"Before. {markdown}", ("a", "b", "c"), ("ref",)):
        assert re.match(r"'[^\n\x02\x03]{1,60}' ", one.message)
        assert len(one.message) <= 200 - len(code)


@pytest.mark.parametrize("markdown", SILENT)
def test_is_no_error(markdown: str) -> None:
    assert not misses(markdown, known=("a", "b"))


def test_quotes_the_words_and_the_remedy() -> None:
    (miss,) = misses("So [@a, -@{b.}].")
    assert miss.message == (
        "'[@a, -@{b.}]' has two keys in one item; separate sources by a semicolon: '[@a; -@{b.}]'"
    )
    (miss,) = misses(r"So [@a\; `x`, @b].")
    assert miss.message.startswith(r"'[@a\; `…`, @b]' ")
    (miss,) = misses("[" + "see " * 40 + "@a, @b]")
    assert re.match(r"'\[(see ){10,}.*…' has two keys", miss.message)


def test_a_glued_key_is_an_error_only_if_it_is_a_source() -> None:
    assert [one.only_if_known for one in misses("[see@a]", known=("a",))] == ["a"]
    assert not misses("[see@a]")
    assert not misses("see@a", known=("a",))


def test_goes_on_behind_a_near_miss() -> None:
    markdown = "[@a, @b] then (@a) and [@] but [@b, p. 3] and @a [p. 4"
    codes = [one.code for one in misses(markdown)]
    assert codes == [
        "citation-separator",
        "citation-wrong-bracket",
        "citation-without-key",
        "citation-unclosed",
    ]
    assert groups(markdown) == [
        [("normal", "b", "", "page", "3", "")],
        [("in-text", "a", "", "", "", "")],
    ]


def test_a_bracket_over_a_blank_line_is_reported_where_it_opens() -> None:
    assert misses("Words [@a,")
    assert not found("p. 3]. Me@example.org says so.")
