"""Corrections name what is there; a published claim does not vanish without a word."""

from dataclasses import replace
from datetime import date

import pytest

from tests.checks.making import claim, lines, page, site, source
from third_reader.checks import all_checks
from third_reader.checks.corrections import vanished
from third_reader.checks.links import check as check_links
from third_reader.model.correction import Correction
from third_reader.model.diagnostic import Diagnostic
from third_reader.model.position import Position
from third_reader.model.site import Site
from third_reader.reading.base import Published


def correction(address: str = "/cases/gao/", **given: object) -> Correction:
    fields: dict[str, object] = {
        "page": address,
        "date": date(2026, 11, 20),
        "was": "Twelve.",
        "now": "Ten.",
        "claim": "",
        "why": "Misread.",
        "withdrawn": False,
        "position": Position("content/corrections.yaml", 1, 9),
    }
    return Correction(**{**fields, **given})


def corrected(*corrections: Correction, **given: object) -> Site:
    documents = [
        page(claims=[claim("ten", "rfa")], **given),
        page(lang="zh-hant", claims=[claim("ten", "rfa")]),
    ]
    return replace(site(documents, [source("rfa")]), corrections=corrections)


def found(site: Site) -> tuple[Diagnostic, ...]:
    """Give what is found, but for what the small case lacks besides."""
    return tuple(one for one in all_checks(site) if one.code != "no-answer")


@pytest.mark.parametrize("address", ["/cases/gao/", "/zh-hant/cases/gao/", "/sources/rfa/", "/"])
def test_a_correction_of_any_page_is_right(address: str) -> None:
    assert found(corrected(correction(address))) == ()


def test_a_page_that_is_not_there_is_an_error_with_what_was_meant() -> None:
    (told,) = lines(found(corrected(correction("/cases/goa/"))))
    assert told == (
        "content/corrections.yaml:1:9: error: no page of the site is '/cases/goa/'; "
        "did you mean '/cases/gao/'? [correction-without-page]"
    )


def test_a_claim_is_there_unless_it_was_withdrawn() -> None:
    assert found(corrected(correction(claim="ten"))) == ()
    assert found(corrected(correction(claim="old", withdrawn=True))) == ()
    (told,) = lines(found(corrected(correction(claim="old"))))
    assert "[correction-without-claim]" in told
    (told,) = lines(found(corrected(correction("/sources/rfa/", claim="ten", withdrawn=True))))
    assert "[correction-without-claim]" in told


def test_a_withdrawn_claim_neither_stands_nor_is_withdrawn_twice() -> None:
    (told,) = lines(found(corrected(correction(claim="ten", withdrawn=True))))
    assert "still stands" in told
    assert "[withdrawn-claim-stands]" in told
    twice = [correction(claim="old", withdrawn=True, now=now) for now in ("", "x")]
    (told,) = lines(found(corrected(*twice)))
    assert "withdrawn twice" in told


def test_a_day_to_come_is_a_warning() -> None:
    (told,) = lines(found(corrected(correction(date=date(2027, 1, 1)))))
    assert ": warning:" in told
    assert "[future-date]" in told


def test_a_link_to_a_stone_is_right() -> None:
    linked = {"links": ["#claim-old"]}
    assert [one.code for one in check_links(corrected(**linked))] == ["missing-anchor"]
    assert not list(check_links(corrected(correction(claim="old", withdrawn=True), **linked)))


def published(address: str, key: str, folder: str = "") -> Published:
    return Published(folder + address, "gao", key)


def test_a_claim_that_vanished_is_an_error_at_its_page() -> None:
    before = [published("/cases/gao/", "ten"), published("/cases/gao/", "old", "/folder")]
    (told,) = lines(vanished(corrected(), before))
    assert told.startswith("content/cases/gao.md:1:1: error: claim 'old' of '/cases/gao/'")
    assert told.endswith("[vanished-claim]")


def test_a_page_that_vanished_takes_its_claims_with_it() -> None:
    (told,) = lines(vanished(corrected(), [published("/cases/lost/", "ten")]))
    assert told.startswith("corrections.yaml:1:1: error: claim 'ten' of '/cases/lost/'")


def test_one_entry_speaks_for_all_languages() -> None:
    stone = correction(claim="old", withdrawn=True)
    before = [published(one, "old") for one in ("/cases/gao/", "/zh-hant/cases/gao/")]
    assert list(vanished(corrected(stone), before)) == []
    assert len(list(vanished(corrected(correction(claim="old")), before))) == 2
