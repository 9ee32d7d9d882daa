"""A translation says what its original says, by the same sources."""

from datetime import date

from tests.checks.making import claim, lines, page, site
from third_reader.checks.translations import check
from third_reader.model.claim import Claim
from third_reader.model.diagnostic import Diagnostic
from third_reader.model.document import Document
from third_reader.model.position import Position
from third_reader.reading.tree import LANGUAGE

BASE = (claim("ten", "a", "b", line=44), claim("guilty", "c", line=45))


def compared(*claims: Claim, **given: object) -> list[str]:
    translation = page(lang="zh-hant", claims=claims, **given)
    return lines(check(site([page(claims=BASE), translation])))


def test_the_same_claims_by_the_same_sources_are_fine_in_any_order() -> None:
    assert compared(claim("guilty", "c"), claim("ten", "b", "a")) == []


def test_other_sources_are_an_error_that_names_both() -> None:
    assert compared(claim("ten", "a", line=30), BASE[1]) == [
        "content/cases/gao.zh-hant.md:30:3: error: claim 'ten' cites 'a' here but 'a; b' at "
        "gao.md:44; cite the same sources [translation-differs]"
    ]


def test_no_source_at_all_is_told_as_nothing() -> None:
    assert "cites nothing here but 'c' at gao.md:45;" in compared(BASE[0], claim("guilty"))[0]


def test_of_too_many_sources_those_that_differ_come_first() -> None:
    shared = [f"shared-source-{number}" for number in range(9)]
    original = page(claims=[claim("x", *shared, "zz-only-there")])
    translation = page(lang="zh-hant", claims=[claim("x", *shared)])
    (found,) = check(site([original, translation]))
    assert "but 'zz-only-there; shared-source-0;" in found.message


def test_a_claim_that_is_missing_is_told_at_the_file() -> None:
    assert compared(BASE[0]) == [
        "content/cases/gao.zh-hant.md:1:1: error: claim 'guilty' of gao.md:45 is missing here; "
        "translate it [translation-differs]"
    ]


def test_a_claim_that_was_added_is_told_at_the_claim() -> None:
    assert compared(*BASE, claim("new", "a", line=50)) == [
        "content/cases/gao.zh-hant.md:50:3: error: claim 'new' is not in gao.md, the original; "
        "add it there or take it out [translation-differs]"
    ]


def test_a_slip_in_an_id_is_one_line() -> None:
    assert compared(BASE[0], claim("gilty", "c", line=51)) == [
        "content/cases/gao.zh-hant.md:51:3: error: claim 'gilty' is not in gao.md, the original; "
        "did you mean 'guilty'? [translation-differs]"
    ]


def test_differences_are_warnings_while_the_translation_is_behind() -> None:
    def severity(updated: date | None, translated: date | None) -> list[str]:
        documents = [
            page(claims=BASE, updated=updated),
            page(lang="zh-hant", claims=BASE[:1], translated=translated),
        ]
        return [one.severity.value for one in check(site(documents))]

    early, late = date(2026, 11, 20), date(2026, 11, 21)
    assert severity(late, early) == ["warning"]
    assert severity(early, early) == ["error"]
    assert severity(early, late) == ["error"]
    assert severity(None, early) == ["error"]
    assert severity(late, None) == ["error"]


def alone(*documents: Document, drafts: tuple[str, ...] = ()) -> list[Diagnostic]:
    return list(check(site(documents, drafts=drafts)))


def test_a_translation_without_an_original_is_an_error() -> None:
    assert lines(alone(page(lang="zh-hant", claims=BASE))) == [
        "content/cases/gao.zh-hant.md:1:1: error: this translation has no original 'cases/gao.md'; "
        "add it or mend the name [translation-without-original]"
    ]


def test_an_original_that_is_a_draft_is_named_as_such() -> None:
    (found,) = alone(page(lang="zh-hant"), drafts=("/cases/gao/",))
    assert found.message.startswith("the original of this translation is a draft;")


def test_two_translations_are_each_compared() -> None:
    documents = [page(claims=BASE), page(lang="zh-hant"), page(lang="zh-hans")]
    assert len(alone(*documents)) == 4


def test_what_could_not_be_read_is_not_compared() -> None:
    assert alone(page(claims=BASE, title=""), page(lang="zh-hant")) == []
    assert alone(page(claims=BASE), page(lang="zh-hant", title="")) == []
    fault = LANGUAGE.error(Position("content/cases/gao.zh-hant.md"), "no such language")
    assert alone(page(lang="zh-hant", diagnostics=(fault,))) == []
