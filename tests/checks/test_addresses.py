"""No two things share an address."""

import pytest

from tests.checks.making import lines, page, site, source
from third_reader.checks.addresses import check
from third_reader.model.document import PageKind
from third_reader.model.position import Position
from third_reader.reading.tree import LANGUAGE


def test_different_addresses_are_fine() -> None:
    documents = [page("gao"), page("gao", lang="zh-hant"), page("gao", PageKind.PAGE)]
    assert lines(check(site(documents))) == []


def test_a_second_page_at_an_address_is_an_error_at_its_slug() -> None:
    first = page("gao")
    second = page(
        "geng",
        url="/cases/gao/",
        keys=(("slug", (4, 7)),),
    )
    expected = [
        "content/cases/geng.md:4:7: error: '/cases/gao/' is taken by 'content/cases/gao.md'; "
        "choose another slug [address-taken]"
    ]
    assert lines(check(site([first, second]))) == expected
    assert lines(check(site([second, first]))) == expected


def test_case_and_width_do_not_make_an_address_different() -> None:
    documents = [page("gao"), page("GAO"), page("ｇａｏ")]
    assert len(lines(check(site(documents)))) == 2


@pytest.mark.parametrize(
    "slug",
    [
        *("cases", "explainers", "sources", "data", "feeds", "timeline", "glossary", "corrections"),
        *("search", "open-questions", "verify", "images", "zh-hant", "en", "Cases"),
    ],
)
def test_a_page_may_not_stand_where_the_site_itself_does(slug: str) -> None:
    (found,) = check(site([page(slug, PageKind.PAGE)]))
    assert (found.code, found.position.line) == ("reserved-slug", 1)


def test_a_case_may_have_the_slug_of_a_page_but_not_of_a_facet() -> None:
    assert lines(check(site([page("timeline"), page("how", PageKind.EXPLAINER)]))) == []
    assert [one.code for one in check(site([page("platform")]))] == ["reserved-slug"]


def test_a_source_may_not_be_named_as_the_file_of_another() -> None:
    assert lines(check(site([], [source("rfa"), source("x.json")]))) == []
    assert lines(check(site([], [source("rfa"), source("rfa.json", line=9)]))) == [
        "content/sources/a.yaml:9:7: error: '/sources/rfa.json' is a file of 'rfa'; "
        "rename it [address-taken]"
    ]


def test_a_page_of_an_unknown_language_stands_in_no_ones_place() -> None:
    fault = LANGUAGE.error(Position("content/cases/x.md"), "no such language")
    lost = page("x", url="/cases/gao/", diagnostics=(fault,))
    assert lines(check(site([page("gao"), lost]))) == []
