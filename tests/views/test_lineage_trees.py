"""Trees of lineage: small families whole, large ones without growing by doubling."""

from types import SimpleNamespace

from tests.evidence.sources import shelf, source
from third_reader.evidence.lineage import relays
from third_reader.model.source import Kind, Source
from third_reader.views.lineage import MOST, Node, tree_above, tree_below

N = Kind.NEWS_REPORT


def cards(sources: dict[str, Source]) -> dict[str, SimpleNamespace]:
    return {key: SimpleNamespace(id=key, label=key) for key in sources}


def size(nodes: tuple[Node, ...]) -> int:
    return sum(1 + size(node.children) for node in nodes)


def test_in_a_small_family_a_relay_stands_whole_under_each_that_it_relays() -> None:
    sources = shelf(source("a"), source("b"), source("c", N, "a", "b"), source("d", N, "c"))
    trees = tree_below("d", sources, relays(sources), cards(sources))
    assert [[one.card.id for one in root.children] for root in trees] == [["c"], ["c"]]
    assert size(trees) == 6


def test_a_family_in_which_all_relay_all_does_not_double_with_each_generation() -> None:
    rows = [
        source(f"s{row}{letter}", N, *(f"s{row - 1}{one}" for one in "abc" if row))
        for row in range(17)
        for letter in "abc"
    ]
    sources = shelf(*rows)
    below = tree_below("s16a", sources, relays(sources), cards(sources))
    above = tree_above(["s16a"], sources, cards(sources))
    assert MOST < size(below) < 4 * MOST
    assert size(above) < 4 * MOST
    shown = set()
    waiting = list(below)
    while waiting:
        node = waiting.pop()
        shown.add(node.card.id)
        waiting.extend(node.children)
    assert shown == set(sources)
