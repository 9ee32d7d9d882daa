"""A key is a source; a near miss counts only if it names one."""

from dataclasses import replace

from tests.checks.making import lines, page, site, source
from third_reader.checks.citations import check
from third_reader.model.citation import NearMiss
from third_reader.model.diagnostic import Severity
from third_reader.model.document import Suspect
from third_reader.model.position import Position
from third_reader.reading.yaml12 import SYNTAX


def test_a_known_key_is_fine() -> None:
    assert lines(check(site([page(cites=["rfa"])], [source("rfa")]))) == []


def test_an_unknown_key_is_an_error_with_the_nearest() -> None:
    made = site([page(cites=["rfa-2020-08-19-gao"])], [source("rfa-2020-08-18-gao"), source("tn")])
    assert lines(check(made)) == [
        "content/cases/gao.md:40:12: error: no source has the id 'rfa-2020-08-19-gao'; "
        "did you mean 'rfa-2020-08-18-gao'? [unknown-source]"
    ]


def test_an_unknown_key_that_is_near_to_two_gets_no_suggestion() -> None:
    made = site([page(cites=["rfa-3"])], [source("rfa-1"), source("rfa-2")])
    assert lines(check(made)) == [
        "content/cases/gao.md:40:12: error: no source has the id 'rfa-3'; "
        "add it under sources/ or mend the key [unknown-source]"
    ]


def test_each_mark_has_its_own_line() -> None:
    made = site([page(cites=["no", "rfa", "no"])], [source("rfa")])
    assert [one.position.line for one in check(made)] == [40, 42]


def test_a_file_of_sources_that_cannot_be_read_is_not_told_once_more_for_each_key() -> None:
    lost = SYNTAX.error(Position("content/sources/b.yaml", 3), "this is not YAML")
    made = site([page(cites=["rfa"])], [])
    assert len(lines(check(made))) == 1
    assert lines(check(replace(made, diagnostics=(lost,)))) == []
    elsewhere = SYNTAX.error(Position("content/cases/sources.md", 3), "this is not YAML")
    assert len(lines(check(replace(made, diagnostics=(elsewhere,))))) == 1


def test_a_near_miss_is_an_error_if_its_key_is_a_source() -> None:
    at = Position("content/cases/gao.md", 9, 4)
    miss = NearMiss(3, 9, "citation-bare", "put '@rfa' into brackets", only_if_known="rfa")
    always = NearMiss(3, 9, "citation-empty", "reported by reading already")
    made = page(suspects=(Suspect(miss, at), Suspect(always, at)))
    assert lines(check(site([made], [source("tn")]))) == []
    found = list(check(site([made], [source("rfa")])))
    assert lines(found) == [
        "content/cases/gao.md:9:4: error: put '@rfa' into brackets [citation-bare]"
    ]
    assert found[0].severity is Severity.ERROR
