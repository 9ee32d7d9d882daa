"""What a case names is in the vocabulary."""

import pytest

from tests.checks.making import WORDS, facts, lines, page, site
from third_reader.checks.vocabulary import check

PATH = "content/cases/gao.md"
KEYS = tuple(
    (key, (number + 5, 9))
    for number, key in enumerate(["platform", "from", "to.0", "to.1", "mechanism.0", "outcome"])
)


def test_known_words_and_parts_of_known_countries_are_fine() -> None:
    assert lines(check(site([page()]))) == []


@pytest.mark.parametrize(
    ("given", "line", "told"),
    [
        (
            {"platform": "wechta"},
            5,
            "'wechta' is not among the vocabulary's platforms; did you mean",
        ),
        (
            {"origin": "TW"},
            6,
            "'TW' is not among the vocabulary's countries; mend it, or add it to",
        ),
        ({"origin": "TW-TPE"}, 6, "'TW-TPE' is not among the vocabulary's countries; mend it"),
        ({"to": ("US", "XX")}, 8, "'XX' is not among the vocabulary's countries; mend it"),
        ({"mechanism": ("magic",)}, 9, "'magic' is not among the vocabulary's mechanisms; mend it"),
        ({"outcome": "imprison"}, 10, "'imprison' is not among the vocabulary's outcomes; did you"),
    ],
)
def test_an_unknown_word_is_an_error_where_it_stands(
    given: dict[str, object], line: int, told: str
) -> None:
    (found,) = check(site([page(case=facts(**given), keys=KEYS)]))
    assert str(found).startswith(f"{PATH}:{line}:9: error: {told}")
    assert found.code == "unknown-word"


def test_a_tree_without_vocabulary_is_not_judged() -> None:
    made = page(case=facts(platform="anything"))
    assert lines(check(site([made], vocabulary=None))) == []


def test_a_facet_that_the_vocabulary_lacks_is_not_judged() -> None:
    made = page(case=facts(platform="anything", outcome="none"))
    only = {"outcomes": WORDS["outcomes"]}
    assert [one.message[:6] for one in check(site([made], vocabulary=only))] == ["'none'"]


def test_what_is_not_given_is_not_judged() -> None:
    empty = facts(platform="", origin="", to=(), mechanism=(), outcome="")
    assert lines(check(site([page(case=empty)]))) == []
