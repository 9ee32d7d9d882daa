"""People stand once, with their names."""

from dataclasses import replace

import pytest

from tests.checks.making import facts, lines, page, person, site
from third_reader.checks.people import check


def told(*people: object) -> list[str]:
    return lines(check(site([page(case=facts(people=people)), page("x", case=None)])))


def test_people_with_ids_of_their_own_are_fine() -> None:
    assert told(person("gao"), person("geng", native="", hans="")) == []


def test_one_id_for_two_people_is_an_error() -> None:
    assert told(person("gao", 9), person("geng", 12), person("gao", 15)) == [
        "content/cases/gao.md:15:5: error: person 'gao' stands already in line 9; "
        "choose another id [duplicate-person]"
    ]


def test_the_same_person_may_stand_on_two_pages() -> None:
    documents = [page(slug, case=facts(people=(person("gao"),))) for slug in ("a", "b")]
    assert lines(check(site(documents))) == []


def test_a_simplified_name_alone_is_a_warning() -> None:
    assert told(person("gao", native="", hans="高")) == [
        "content/cases/gao.md:9:5: warning: person 'gao' has 'native-hans' alone; "
        "add 'native' [native-hans-alone]"
    ]


@pytest.mark.parametrize(("marks", "count"), [((), 1), ((0,), 0)])
def test_a_cite_that_cites_nothing_is_an_error(marks: tuple[int, ...], count: int) -> None:
    named = replace(person("gao"), marks=marks)
    keys = (("people.0.cite", (12, 12)),)
    made = page(case=facts(people=(named,)), keys=keys)
    assert (
        lines(check(site([made])))
        == [
            "content/cases/gao.md:12:12: error: 'Gao' is named without a source: 'cite' holds no "
            'citation; write "@" and the id of the source, in quotes [person-without-basis]'
        ]
        * count
    )
