"""Each case has the other side's answer, or says that none was found and when."""

import pytest

from tests.checks.making import claim, lines, page, site, source
from third_reader.checks.answers import check
from third_reader.model.blocks import ClaimsBlock, UnknownBlock
from third_reader.model.document import Document, PageKind
from third_reader.model.source import Kind

TOLD = (
    "content/cases/gao.md:2:8: warning: the other side has no word in this case; cite a "
    "'party-claim', or say with a date in an 'unknown' block that no answer was found [no-answer]"
)
SOURCES = (source("rfa"), source("tencent", kind=Kind.PARTY_CLAIM))


def case(*questions: str, **given: object) -> Document:
    """Give a case with one claim and some open questions."""
    made = page(claims=[claim("ten", "rfa")], **given)
    asked = UnknownBlock("unknown-1", tuple((one,) for one in questions), questions)
    claims = next(one for one in made.blocks if isinstance(one, ClaimsBlock))
    return page(claims=claims.claims, **given | {"blocks": (claims, asked)})


def test_a_case_without_the_other_side_is_told_so() -> None:
    assert lines(check(site([case()], SOURCES))) == [TOLD]


def test_a_partys_own_word_is_an_answer() -> None:
    assert lines(check(site([case(cites=["tencent"])], SOURCES))) == []


@pytest.mark.parametrize(
    "words",
    [
        "We had found no answer by May 2026.",
        "No reply of the company stands in what was read until 2026-05-02.",
        "Was there a response? None was seen in 2026.",
        "到2026年5月為止，沒有看到騰訊的回應。",
        "到2026年5月为止，没有看到腾讯的回应。",
    ],
)
def test_a_dated_line_that_none_was_found_is_enough(words: str) -> None:
    assert lines(check(site([case("Who read it?", words)], SOURCES))) == []


@pytest.mark.parametrize(
    "words",
    [
        "What does the company answer?",
        "Who read it in 2019?",
        "It may have answered 20261 times.",
    ],
)
def test_a_line_without_a_date_or_without_an_answer_is_not(words: str) -> None:
    assert lines(check(site([case(words)], SOURCES))) == [TOLD]


def test_only_cases_that_are_whole_and_originals_are_judged() -> None:
    others = [
        page("how", PageKind.EXPLAINER, claims=[claim("ten", "rfa")]),
        page("gao", lang="zh-hant", claims=[claim("ten", "rfa")]),
        page("bare"),
    ]
    assert lines(check(site(others, SOURCES))) == []


def test_a_case_is_not_judged_by_sources_that_were_refused() -> None:
    lost = source("tencent", refused=True)
    assert lines(check(site([case(cites=["tencent"])], [SOURCES[0], lost]))) == []
