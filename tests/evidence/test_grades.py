"""The six rules of FORMAT, section 5, one by one, and what must hold of every grade."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evidence.sources import shelf, source
from third_reader.evidence.grades import grade
from third_reader.model.claim import Grade, Marker
from third_reader.model.source import Kind, Source

STRENGTH = {
    Grade.PARTY_CLAIM: 0,
    Grade.ONE_SOURCE: 1,
    Grade.CORROBORATED: 2,
    Grade.MEASURED: 3,
    Grade.ON_RECORD: 4,
}


@pytest.mark.parametrize("marker", list(Marker))
def test_a_marker_decides_whatever_is_cited(marker: Marker) -> None:
    found = grade(marker, ["law"], shelf(source("law", Kind.LAW)))
    assert found is not None
    assert (found.grade.value, found.rule) == (marker.value, 1)


@pytest.mark.parametrize("kind", [Kind.COURT_RECORD, Kind.OFFICIAL, Kind.LAW])
def test_a_document_itself_is_on_record(kind: Kind) -> None:
    found = grade(None, ["paper", "it"], shelf(source("paper"), source("it", kind)))
    assert found is not None
    assert (found.grade, found.rule) == (Grade.ON_RECORD, 2)


@pytest.mark.parametrize("kind", [Kind.COURT_RECORD, Kind.OFFICIAL, Kind.LAW])
def test_a_document_that_relays_is_not_on_record(kind: Kind) -> None:
    sources = shelf(source("it", kind, "paper"), source("paper"))
    found = grade(None, ["it"], sources)
    assert found is not None
    assert (found.grade, found.rule) == (Grade.ONE_SOURCE, 5)


def test_research_is_measured_and_its_relay_is_not() -> None:
    sources = shelf(
        source("lab", Kind.TECHNICAL_RESEARCH), source("blog", Kind.TECHNICAL_RESEARCH, "lab")
    )
    itself, relay = grade(None, ["lab"], sources), grade(None, ["blog"], sources)
    assert itself is not None
    assert relay is not None
    assert (itself.grade, relay.grade) == (Grade.MEASURED, Grade.ONE_SOURCE)


def test_a_document_outranks_research() -> None:
    sources = shelf(source("lab", Kind.TECHNICAL_RESEARCH), source("law", Kind.LAW))
    found = grade(None, ["lab", "law"], sources)
    assert found is not None
    assert found.grade is Grade.ON_RECORD


def test_two_papers_on_one_wire_are_one_source() -> None:
    sources = shelf(
        source("a", Kind.NEWS_REPORT, "wire"), source("b", Kind.NEWS_REPORT, "wire"), source("wire")
    )
    found = grade(None, ["a", "b"], sources)
    assert found is not None
    assert (found.grade, found.sources, found.origins) == (Grade.ONE_SOURCE, ("a", "b"), ("wire",))


def test_two_origins_corroborate() -> None:
    found = grade(None, ["a", "b"], shelf(source("a"), source("b")))
    assert found is not None
    assert (found.grade, found.rule) == (Grade.CORROBORATED, 4)


def test_one_report_that_relays_two_origins_corroborates() -> None:
    sources = shelf(source("r", Kind.ANALYSIS, "a", "b"), source("a"), source("b"))
    found = grade(None, ["r"], sources)
    assert found is not None
    assert (found.grade, found.origins) == (Grade.CORROBORATED, ("a", "b"))


def test_a_party_is_no_origin() -> None:
    sources = shelf(
        source("firm", Kind.PARTY_CLAIM), source("paper"), source("copy", Kind.NEWS_REPORT, "firm")
    )
    beside, relayed = grade(None, ["firm", "paper"], sources), grade(None, ["copy"], sources)
    assert beside is not None
    assert relayed is not None
    assert (beside.grade, beside.origins) == (Grade.ONE_SOURCE, ("paper",))
    assert (relayed.grade, relayed.origins) == (Grade.PARTY_CLAIM, ())


def test_only_parties_is_a_party_s_word() -> None:
    sources = shelf(source("a", Kind.PARTY_CLAIM), source("b", Kind.PARTY_CLAIM))
    found = grade(None, ["a", "b"], sources)
    assert found is not None
    assert (found.grade, found.rule) == (Grade.PARTY_CLAIM, 5)


@pytest.mark.parametrize("keys", [[], ["nobody"]])
def test_a_claim_without_a_known_source_has_no_grade(keys: list[str]) -> None:
    assert grade(None, keys, shelf(source("a"))) is None


def test_a_marked_claim_needs_no_source() -> None:
    found = grade(Marker.NOT_ESTABLISHED, [], {})
    assert found is not None
    assert (found.grade, found.sources, found.origins) == (Grade.NOT_ESTABLISHED, (), ())


@st.composite
def libraries(draw: st.DrawFn) -> dict[str, Source]:
    """Draw up to eight sources, each of which relays only earlier ones: no circles."""
    found: dict[str, Source] = {}
    for number in range(draw(st.integers(1, 8))):
        kind = draw(st.sampled_from(list(Kind)))
        above = draw(st.sets(st.sampled_from(sorted(found)), max_size=3)) if found else set()
        found[f"s{number}"] = source(f"s{number}", kind, *sorted(above))
    return found


@st.composite
def claims(draw: st.DrawFn) -> tuple[dict[str, Source], list[str]]:
    """Draw a library and what a claim cites of it."""
    sources = draw(libraries())
    return sources, draw(st.lists(st.sampled_from(sorted(sources)), min_size=1, max_size=6))


@given(claims(), st.sampled_from(list(Kind)), st.data())
def test_a_source_that_only_relays_cited_ones_never_raises_a_grade(
    claim: tuple[dict[str, Source], list[str]], kind: Kind, data: st.DataObject
) -> None:
    sources, keys = claim
    relayed = data.draw(st.sets(st.sampled_from(sorted(set(keys))), min_size=1))
    wider = sources | shelf(source("relay", kind, *sorted(relayed)))
    before, after = grade(None, keys, sources), grade(None, [*keys, "relay"], wider)
    assert before is not None
    assert after is not None
    assert STRENGTH[after.grade] <= STRENGTH[before.grade]
    assert after.origins == before.origins


@given(claims(), st.randoms())
def test_order_and_repetition_of_citations_change_nothing(
    claim: tuple[dict[str, Source], list[str]], random: object
) -> None:
    sources, keys = claim
    mixed = [*keys, *keys]
    random.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert grade(None, mixed, sources) == grade(None, keys, sources)


@given(claims())
def test_a_grade_follows_from_kinds_and_lineage_as_a_second_reading_has_it(
    claim: tuple[dict[str, Source], list[str]],
) -> None:
    sources, keys = claim

    def roots(key: str) -> set[str]:
        above = sources[key].derived_from
        return {key} if not above else set().union(*(roots(one) for one in above))

    ends = set().union(*(roots(key) for key in keys))
    independent = {one for one in ends if sources[one].kind is not Kind.PARTY_CLAIM}
    itself = {sources[key].kind for key in keys if not sources[key].derived_from}
    if itself & {Kind.LAW, Kind.OFFICIAL, Kind.COURT_RECORD}:
        wanted = Grade.ON_RECORD
    elif Kind.TECHNICAL_RESEARCH in itself:
        wanted = Grade.MEASURED
    else:
        wanted = {0: Grade.PARTY_CLAIM, 1: Grade.ONE_SOURCE}.get(
            len(independent), Grade.CORROBORATED
        )
    found = grade(None, keys, sources)
    assert found is not None
    assert found.grade is wanted
    assert set(found.origins) == independent
