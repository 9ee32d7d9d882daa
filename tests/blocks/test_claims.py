"""`/// claims`: ids, markers, words, keys."""

import pytest

from tests.reading.making import found, html, messages
from third_reader.model.claim import Marker


def claims(*items: str) -> str:
    """Give a block whose items begin on line 7."""
    return "/// claims\n" + "".join(f"- {one}\n" for one in items) + "///\n"


def test_claims_have_ids_markers_words_and_keys(case) -> None:
    document = case(
        claims(
            "One [@a; @b]. {#one}",
            "Says @c. {#two .disputed}",
            "Three {#three .inferred}",
            "Four\n  wrapped [@a]\n  twice. {#four}",
            "**Five** [@d] {: #five .not-established }",
        )
    )
    assert found(document) == []
    assert [(one.id, one.number, one.marker, one.keys, one.plain) for one in document.claims] == [
        ("one", 1, None, ("a", "b"), "One."),
        ("two", 2, Marker.DISPUTED, ("c",), "Says c."),
        ("three", 3, Marker.INFERRED, (), "Three"),
        ("four", 4, None, ("a",), "Four wrapped twice."),
        ("five", 5, Marker.NOT_ESTABLISHED, ("d",), "Five"),
    ]
    assert html(document.claims[0].text) == "One.{1,2}"
    assert document.claims[3].position.line == 10
    assert {f"claim-{one.id}" for one in document.claims} <= set(document.anchors)
    assert [mark.claim for mark in document.marks] == ["one", "one", "two", "four", "five"]


def test_a_loose_list_is_read_likewise(case) -> None:
    document = case("/// claims\n- One [@a] {#one}\n\n- Two [@b]\n  {#two}\n///\n")
    assert [one.id for one in document.claims] == ["one", "two"]
    assert found(document) == []


def test_claims_of_several_blocks_are_counted_down_the_page(case) -> None:
    document = case(claims("One [@a] {#one}") + "\n" + claims("Two [@a] {#two}"))
    assert [one.number for one in document.claims] == [1, 2]


def test_code_and_entities_are_words_in_plain(case) -> None:
    document = case(claims("A `a & <b>` &amp; c [@k] {#x}"))
    assert document.claims[0].plain == "A a & <b> & c"


FAULTS = {
    "One [@a]": ("7:3 claim-without-id", "claim 'One' has no id; end it with '{#some-id}'"),
    "One [@a] {#One_1}": ("7:3 claim-without-id", "'One_1' is not lower-case"),
    "One [@a] {#-a}": ("7:3 claim-without-id", "'-a'"),
    f"One [@a] {{#{'x' * 81}}}": ("7:3 claim-without-id", "80 at most"),
    "One [@a] {#x #y}": ("7:3 claim-without-id", "more than one id"),
    "One [@a] {#x}{#y}": ("7:3 claim-without-id", "more than one id"),
    "One [@a] {#x .dispuited}": ("7:3 claim-attribute", "did you mean '.disputed'?"),
    "One [@a] {#x .on-record}": ("7:3 claim-attribute", "cannot carry '.on-record'"),
    "One [@a] {#x onclick=y}": ("7:3 claim-attribute", "'onclick=y'"),
    "One [@a] {#x .disputed .inferred}": ("7:3 claim-attribute", "one marker at most"),
}


@pytest.mark.parametrize("item", FAULTS)
def test_a_faulty_claim_is_told(case, item: str) -> None:
    expected, words = FAULTS[item]
    document = case(claims(item))
    assert found(document) == [expected]
    assert words in messages(document)


def test_an_id_stands_once_on_a_page(case) -> None:
    document = case(claims("One [@a] {#x}", "Two [@a] {#x}"))
    assert found(document) == ["8:3 duplicate-id"]
    assert "stands already in line 7" in messages(document)


def test_an_id_of_80_characters_is_kept(case) -> None:
    document = case(claims(f"One [@a] {{#{'x' * 80}}}"))
    assert found(document) == []
    assert len(document.claims[0].id) == 80


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("/// claims\n///\n", "6:1 block-list"),
        ("/// claims\nWords [@a]\n\n- One [@a] {#x}\n///\n", "7:1 block-list"),
        ("/// claims\n> Words\n///\n", "7:3 block-list"),
        ("/// claims | x\n- One [@a] {#x}\n///\n", "6:1 block-argument"),
        ("/// claims\n- One [@a] {#x}\n", "6:1 unclosed-block"),
    ],
)
def test_the_block_holds_a_list_alone(case, body: str, expected: str) -> None:
    assert found(case(body)) == [expected]
