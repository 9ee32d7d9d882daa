"""Terms are in the glossary, and its entries speak every language of the site."""

from tests.checks.making import lines, page, site, term
from third_reader.checks.glossary import check
from third_reader.model.glossary import Glossary, TermUse
from third_reader.model.position import Position

AT = Position("content/cases/gao.md", 30, 9)


def told(glossary: Glossary, *terms: str, **given: object) -> list[str]:
    uses = tuple(TermUse(one, False, AT) for one in terms)
    return lines(check(site([page(terms=uses), page(**given)], glossary=glossary)))


def test_a_term_that_is_not_there_is_an_error_with_its_place() -> None:
    glossary = Glossary({"hash": term("hash"), "md5": term("md5")})
    assert told(glossary, "md5", "hsah") == [
        "content/cases/gao.md:30:9: error: the glossary has no term 'hsah'; "
        "did you mean 'hash'? [unknown-term]"
    ]
    assert "; add it to data/glossary.yaml" in told(Glossary(), "tapir")[0]


def test_nothing_is_said_of_terms_when_the_glossary_could_not_be_read() -> None:
    assert told(Glossary(lost=True), "md5") == []


def test_an_entry_speaks_each_language_that_pages_are_written_in() -> None:
    glossary = Glossary({"md5": term("md5", "en", line=4)})
    assert told(glossary) == []
    assert told(glossary, lang="zh-hant") == [
        "content/data/glossary.yaml:4:7: warning: term 'md5' has no term and no definition in "
        "zh-hant; add it [term-without-language]"
    ]


def test_simplified_chinese_is_made_from_traditional() -> None:
    glossary = Glossary({"md5": term("md5", "en", "zh-hant")})
    assert told(glossary, lang="zh-hans") == []
    assert len(told(Glossary({"md5": term("md5", "en")}), lang="zh-hans")) == 1
