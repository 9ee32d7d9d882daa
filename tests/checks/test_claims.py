"""Every claim has a grade; every tick has a claim."""

import pytest

from tests.checks.making import claim, envelope, facts, lines, page, site, source
from third_reader.checks.claims import check
from third_reader.model.claim import Marker


def test_a_claim_that_cites_nothing_is_an_error() -> None:
    assert lines(check(site([page(claims=[claim("deleted-app", line=67)])]))) == [
        "content/cases/gao.md:67:3: error: claim 'deleted-app' cites nothing, so it has no grade; "
        "cite a source, or mark it '.not-established' [claim-without-source]"
    ]


@pytest.mark.parametrize("marker", list(Marker))
def test_a_marked_claim_needs_no_source(marker: Marker) -> None:
    assert lines(check(site([page(claims=[claim("x", marker=marker)])]))) == []


def test_a_claim_that_cites_is_fine_even_by_a_wrong_key() -> None:
    made = site([page(claims=[claim("x", "rfa"), claim("y", "wrong")])], [source("rfa")])
    assert lines(check(made)) == []


def test_a_tick_names_a_claim_of_its_page() -> None:
    ticks = envelope(("delivered", "sent"), ("read", "never-opned"), ("third", "zz"))
    claims = [claim("sent", "rfa"), claim("never-opened", "rfa")]
    other = page("other", claims=[claim("zz", "rfa")])
    made = page(claims=claims, case=facts(envelope=ticks))
    assert lines(check(site([made, other]))) == [
        "content/cases/gao.md:21:9: error: tick 'read' names 'never-opned', which is no claim of "
        "this page; did you mean 'never-opened'? [tick-without-claim]",
        "content/cases/gao.md:22:9: error: tick 'third' names 'zz', which is no claim of "
        "this page; write a claim's id [tick-without-claim]",
    ]


def test_pages_without_envelope_have_no_ticks() -> None:
    assert lines(check(site([page(case=facts(envelope=None)), page("x", case=None)]))) == []
