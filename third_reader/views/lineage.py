"""Lineage as trees: what relays what, the origin on top."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from third_reader.evidence.lineage import parents
from third_reader.model.source import Source
from third_reader.views.cards import Card

MOST = 200
"""Nodes of trees after which no source is followed a second time."""


@dataclass(frozen=True, slots=True)
class Node:
    """A source in a tree, over those that relay it."""

    card: Card
    here: bool
    """It is one of those that the tree is about; False: it only joins them."""
    children: tuple["Node", ...]


def tree_above(
    cited: Iterable[str], sources: Mapping[str, Source], cards: Mapping[str, Card]
) -> tuple[Node, ...]:
    """Give the trees that lead from the origins down to the cited sources, and nothing else."""
    about = {key for key in cited if key in sources}
    nodes: set[str] = set()
    waiting = sorted(about)
    while waiting:
        key = waiting.pop()
        if key not in nodes:
            nodes.add(key)
            waiting.extend(parents(key, sources))
    below: dict[str, list[str]] = {key: [] for key in nodes}
    roots = []
    for key in sorted(nodes, key=lambda one: (cards[one].label, one)):
        above = parents(key, sources)
        for parent in above:
            below[parent].append(key)
        if not above:
            roots.append(key)
    return _nodes(roots, below, cards, frozenset(about))


def tree_below(
    source: str,
    sources: Mapping[str, Source],
    relays: Mapping[str, tuple[str, ...]],
    cards: Mapping[str, Card],
) -> tuple[Node, ...]:
    """Give the whole family of a source: its origins, and all that relay them."""
    seen: set[str] = set()
    roots = []
    waiting = [source]
    while waiting:
        key = waiting.pop()
        if key in seen:
            continue
        seen.add(key)
        above = parents(key, sources)
        waiting.extend(above)
        if not above:
            roots.append(key)
    return _nodes(sorted(roots), relays, cards, frozenset({source}))


def tree_cited(
    cited: Iterable[str], sources: Mapping[str, Source], cards: Mapping[str, Card]
) -> tuple[Node, ...]:
    """Give each cited source once, under the nearest cited one that it relays, if any."""
    known = [key for key in dict.fromkeys(cited) if key in sources]
    among = frozenset(known)
    below: dict[str, list[str]] = {key: [] for key in known}
    roots = []
    for key in known:
        over = _nearest(key, among, sources) if sources[key].derived_from else None
        if over is None:
            roots.append(key)
        else:
            below[over].append(key)
    return _nodes(roots, below, cards, among)


def _nearest(key: str, among: frozenset[str], sources: Mapping[str, Source]) -> str | None:
    seen = {key}
    waiting = list(parents(key, sources))
    for one in waiting:
        if one in among and one != key:
            return one
        if one not in seen:
            seen.add(one)
            waiting.extend(parents(one, sources))
    return None


@dataclass(slots=True)
class _Growth:
    """Trees as they are built downwards."""

    below: Mapping[str, Iterable[str]]
    cards: Mapping[str, Card]
    about: frozenset[str]
    seen: set[str] = field(default_factory=set)
    nodes: int = 0

    def grown(self, key: str, path: frozenset[str]) -> Node:
        """Give a source with what relays it; a circle, which is an error elsewhere, is cut.

        A source that relays several stands under each. In a large family it has its own relays
        under the first alone: else they double with each that two sources share.
        """
        again = key in self.seen and self.nodes > MOST
        self.seen.add(key)
        self.nodes += 1
        here = key in self.about
        below = () if again else self.below[key]
        if not below:
            return Node(self.cards[key], here, ())
        within = path | {key}
        children = tuple(self.grown(one, within) for one in below if one not in within)
        return Node(self.cards[key], here, children)


def _nodes(
    keys: Iterable[str],
    below: Mapping[str, Iterable[str]],
    cards: Mapping[str, Card],
    about: frozenset[str],
) -> tuple[Node, ...]:
    growth = _Growth(below, cards, about)
    return tuple(growth.grown(key, frozenset()) for key in keys)
