"""Links and pictures lead somewhere."""

import pytest

from tests.checks.making import claim, lines, page, site, source, term
from third_reader.checks.links import check
from third_reader.model.document import Heading, PageKind
from third_reader.model.glossary import Glossary


def told(*links: str, **given: object) -> list[str]:
    """Check links of a page on a site that has a bit of everything."""
    target = page(
        "geng",
        claims=[claim("ten-months", "court:2019")],
        headings=(Heading("發生了什麼", "發生了什麼", 2),),
        anchors=("claim-ten-months", "cite-1", "發生了什麼", "event-1"),
    )
    others = [target, page("about", PageKind.PAGE), page("geng", lang="zh-hant")]
    made = site(
        [page(links=links, claims=[claim("own", "rfa")], **given), *others],
        [source("rfa"), source("court:2019")],
        pictures=["/images/map.png"],
        drafts=["/cases/later/"],
        glossary=Glossary({"term": term("term")}),
    )
    return [line.partition("error: ")[2] for line in lines(check(made))]


@pytest.mark.parametrize(
    "target",
    [
        "/",
        "/cases/",
        "/cases/geng/",
        "/zh-hant/",
        "/zh-hant/cases/geng/",
        "/about/",
        "/about/?from=here",
        "/cases/geng/#claim-ten-months",
        "/cases/geng/#cite-1",
        "/cases/geng/#s-court:2019",
        "/cases/geng/#event-1",
        "/cases/geng/#發生了什麼",
        "/cases/geng/#%E7%99%BC%E7%94%9F%E4%BA%86%E4%BB%80%E9%BA%BC",
        "/cases/geng/#sources",
        "/cases/geng/#",
        "#claim-own",
        "#cite-1",
        "#s-rfa",
        "/sources/court:2019/",
        "/sources/court%3A2019/",
        "/sources/rfa.json",
        "/zh-hant/sources/rfa/",
        "/sources/#anything",
        "/cases/platform/wechat/",
        "/zh-hant/cases/mechanism/account-monitoring/",
        "/cases/outcome/imprisoned/",
        "/cases/from/CN-SX/",
        "/cases/from/CN/",
        "/cases/to/US/",
        "/cases/from/CN/to/US/",
        "/timeline/",
        "/glossary/#term",
        "/zh-hant/verify/",
        "/feeds/all.atom.xml",
        "/zh-hant/feeds/cases.atom.xml",
        "/data/claims.csv",
        "/data/schema/case.json",
        "/404.html",
        "/.well-known/security.txt",
        "/images/map.png",
    ],
)
def test_what_the_site_has_may_be_linked(target: str) -> None:
    assert told(target) == []


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("/cases/geng", "no page of the site is '/cases/geng'; did you mean '/cases/geng/'?"),
        ("/cases/gengg/", "no page of the site is '/cases/gengg/'; did you mean '/cases/geng/'?"),
        ("/qqqqqqqqqqqqqqq", "no page of the site is '/qqqqqqqqqqqqqqq'; mend the link"),
        ("/zh-hans/", "no page of the site is '/zh-hans/'; "),
        ("/cases/platform/line/", "no page of the site is '/cases/platform/line/'; "),
        ("/cases/../about/", "no page of the site is '/cases/../about/'; "),
        ("/Cases/geng/", "no page of the site is '/Cases/geng/'; did you mean '/cases/geng/'?"),
    ],
)
def test_what_the_site_lacks_is_an_error(target: str, message: str) -> None:
    (found,) = told(target)
    assert found.startswith(message)
    assert found.endswith("[broken-link]")


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("#own", "this page has no anchor 'own'; did you mean 'claim-own'?"),
        ("#cite-9", "this page has no anchor 'cite-9'; "),
        ("#s-court:2019", "this page has no anchor 's-court:2019'; mend the link"),
        (
            "/cases/geng/#claim-ten-moths",
            "'/cases/geng/' has no anchor 'claim-ten-moths'; did you mean 'claim-ten-months'?",
        ),
    ],
)
def test_an_anchor_that_is_not_there_is_an_error(target: str, message: str) -> None:
    (found,) = told(target)
    assert found.startswith(message)
    assert found.endswith("[missing-anchor]")


def test_anchors_of_a_page_that_could_not_be_read_are_not_judged() -> None:
    broken = page("geng", title="")
    assert lines(check(site([page(links=["/cases/geng/#x"]), broken]))) == []


def test_a_published_page_may_not_link_to_a_draft() -> None:
    assert told("/cases/later/#x") == [
        "'/cases/later/' is a draft; publish it first, or take the link out [draft-linked]"
    ]
    draft = page("later", draft=True)
    to_draft = page(links=["/cases/later/"])
    assert [one.code for one in check(site([to_draft, draft]))] == ["draft-linked"]
    both = page(links=["/cases/later/"], draft=True)
    assert lines(check(site([both, draft]))) == []


def test_a_picture_that_is_not_there_is_an_error() -> None:
    assert told(pictures=["/images/map.png"]) == []
    assert told(pictures=["/images/mapp.png", "/images/zzzzzzzz"]) == [
        "there is no picture '/images/mapp.png'; did you mean '/images/map.png'? [missing-picture]",
        "there is no picture '/images/zzzzzzzz'; "
        "put the file into images/ or mend the link [missing-picture]",
    ]


def test_each_link_is_reported_where_it_stands() -> None:
    made = site([page(links=["/", "/nowhere/", "/nowhere/"])])
    assert [one.position.line for one in check(made)] == [61, 62]


def test_an_anchor_of_the_glossary_is_a_term() -> None:
    assert told("/zh-hant/glossary/#trem") == [
        "the glossary has no term 'trem'; did you mean 'term'? [missing-anchor]"
    ]


def test_a_site_without_terms_has_no_glossary_to_link_to() -> None:
    made = site([page(links=["/glossary/"])])
    assert "broken-link" in lines(check(made))[0]
