"""A case has what lists and envelope are made of."""

from dataclasses import replace

import pytest

from tests.checks.making import facts, lines, page, site
from third_reader.checks.completeness import check
from third_reader.model.document import Envelope, Leg, PageKind, Point, Stop
from third_reader.model.text import CiteSlot

ALL = {"platform": "", "origin": "", "to": (), "mechanism": (), "outcome": "", "envelope": None}


def test_a_whole_case_is_fine() -> None:
    assert lines(check(site([page(), page("x", PageKind.EXPLAINER)]))) == []


@pytest.mark.parametrize("field", sorted(ALL))
def test_each_missing_field_is_named(field: str) -> None:
    name = "from" if field == "origin" else field
    (found,) = check(site([page(case=facts(**{field: ALL[field]}))]))
    assert str(found) == (
        f"content/cases/gao.md:2:8: warning: this case has no {name}; "
        "readers and lists need them [incomplete-case]"
    )


def test_an_envelope_that_cites_nothing_is_a_warning() -> None:
    stop = Stop(("Somebody",), (), "Somebody")
    bare = Envelope(stop, None, stop, stop, (), ())
    (found,) = check(site([page(case=facts(envelope=bare))]))
    assert found.code == "envelope-without-source"
    leg = Leg(Point.FROM, established=True, text=("By ", CiteSlot((0,))), plain="By")
    cited = replace(bare, legs=(leg,))
    assert lines(check(site([page(case=facts(envelope=cited))]))) == []


def test_all_missing_fields_are_one_warning() -> None:
    (found,) = check(site([page(case=facts(**ALL))]))
    assert "no platform, from, to, mechanism, outcome, envelope;" in found.message


def test_translations_and_what_reading_has_told_are_not_judged() -> None:
    empty = facts(**ALL)
    keys = tuple(
        (key, (3, 1)) for key in ("platform", "from", "to", "mechanism", "outcome", "envelope.from")
    )
    documents = [
        page("a", lang="zh-hant", case=empty),
        page("b", case=empty, keys=keys),
        page("c", case=empty, title=""),
    ]
    assert lines(check(site(documents))) == []
