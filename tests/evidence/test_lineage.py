"""Lineage: circles, relays, and what falls with a source."""

from hypothesis import given
from hypothesis import strategies as st

from tests.evidence.sources import shelf, source
from third_reader.evidence.lineage import all_origins, circles, fallen, origins, relays
from third_reader.model.source import Kind, Source

N = Kind.NEWS_REPORT


def test_a_circle_is_found_once_from_its_first_id() -> None:
    sources = shelf(
        source("c", N, "a"), source("a", N, "b"), source("b", N, "c"), source("d", N, "a")
    )
    assert circles(sources) == (("a", "b", "c"),)


def test_a_source_that_relays_itself_is_a_circle() -> None:
    assert circles(shelf(source("a", N, "a"))) == (("a",),)


def test_two_roads_to_one_origin_are_no_circle() -> None:
    sources = shelf(source("d", N, "b", "c"), source("b", N, "a"), source("c", N, "a"), source("a"))
    assert circles(sources) == ()
    assert origins(["d"], sources) == ("a",)


def test_origins_of_a_circle_are_none_and_are_found_in_time() -> None:
    assert origins(["a"], shelf(source("a", N, "b"), source("b", N, "a"))) == ()


def test_a_long_chain_has_one_origin() -> None:
    chain = [source("s0"), *(source(f"s{n}", N, f"s{n - 1}") for n in range(1, 5000))]
    sources = shelf(*chain)
    assert origins(["s4999"], sources) == ("s0",)
    assert circles(sources) == ()


def test_what_only_relays_falls_with_its_source() -> None:
    sources = shelf(
        source("a"),
        source("b"),
        source("of-a", N, "a"),
        source("of-that", N, "of-a"),
        source("of-both", N, "a", "b"),
    )
    assert fallen("a", sources, relays(sources)) == {"a", "of-a", "of-that"}


@st.composite
def any_graph(draw: st.DrawFn) -> dict[str, Source]:
    """Draw up to seven sources that relay each other in any way."""
    names = [f"s{number}" for number in range(draw(st.integers(1, 7)))]
    kinds = st.sampled_from((N, Kind.PARTY_CLAIM))
    above = st.lists(st.sampled_from([*names, "unknown"]), max_size=3)
    return shelf(*(source(name, draw(kinds), *draw(above)) for name in names))


@given(any_graph())
def test_a_source_is_in_a_circle_if_it_can_be_reached_from_itself(
    sources: dict[str, Source],
) -> None:
    def above(name: str) -> set[str]:
        seen: set[str] = set()
        waiting = list(sources[name].derived_from)
        while waiting:
            one = waiting.pop()
            if one in sources and one not in seen:
                seen.add(one)
                waiting += sources[one].derived_from
        return seen

    wanted = {name for name in sources if name in above(name)}
    assert {name for circle in circles(sources) for name in circle} == wanted


@given(any_graph())
def test_origins_of_all_are_those_of_each(sources: dict[str, Source]) -> None:
    assert all_origins(sources) == {one: origins([one], sources) for one in sources}


def test_a_ring_of_thousands_and_a_long_chain_take_no_longer_than_their_length() -> None:
    ring = shelf(*(source(f"s{n}", N, f"s{(n + 1) % 5000}", "end") for n in range(5000)))
    sources = {**ring, **shelf(source("end"))}
    assert set(all_origins(sources).values()) == {("end",)}
    (circle,) = circles(sources)
    assert set(circle) == set(ring)
