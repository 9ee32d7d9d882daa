"""Lineage: which sources only relay others, and what they go back to (FORMAT, section 3 and 5)."""

from collections.abc import Iterable, Iterator, Mapping

from third_reader.model.source import Kind, Source

NOTHING: frozenset[str] = frozenset()


def parents(
    source: str, sources: Mapping[str, Source], gone: frozenset[str] = NOTHING
) -> tuple[str, ...]:
    """Give the known sources that one relays, each once; those in `gone` do not count."""
    stated = sources[source].derived_from
    if not stated:
        return ()
    return tuple(one for one in dict.fromkeys(stated) if one in sources and one not in gone)


def origins(
    cited: Iterable[str], sources: Mapping[str, Source], gone: frozenset[str] = NOTHING
) -> tuple[str, ...]:
    """Give the independent origins of the cited sources, sorted.

    An origin is a source followed back through `derived-from` to what relays nothing; a
    `party-claim` is no origin (FORMAT, section 5, rule 4). Unknown ids and those in `gone` are
    passed over. In a circle, which is an error of its own, nothing is an origin.
    """
    seen: set[str] = set()
    found: set[str] = set()
    waiting = [one for one in cited if one in sources and one not in gone]
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        above = parents(one, sources, gone)
        waiting.extend(above)
        if not above and sources[one].kind is not Kind.PARTY_CLAIM:
            found.add(one)
    return tuple(sorted(found))


def reached(cited: Iterable[str], sources: Mapping[str, Source]) -> frozenset[str]:
    """Give the cited sources and all that they go back to; unknown ids are passed over."""
    found: set[str] = set()
    waiting = [one for one in cited if one in sources]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(parents(one, sources))
    return frozenset(found)


def relays(sources: Mapping[str, Source]) -> dict[str, tuple[str, ...]]:
    """Give for each source the ids of those that relay it directly, sorted."""
    below: dict[str, list[str]] = {one: [] for one in sources}
    for one in sorted(sources):
        for parent in parents(one, sources):
            below[parent].append(one)
    return {one: tuple(children) for one, children in below.items()}


def fallen(
    source: str, sources: Mapping[str, Source], below: Mapping[str, tuple[str, ...]]
) -> frozenset[str]:
    """Give a source and all that only relays it: what would be lost if it fell.

    `below` is what `relays` gives. A source that relays another one too stays.
    """
    lost = {source}
    waiting = [source]
    while waiting:
        for child in below[waiting.pop()]:
            if child not in lost and all(one in lost for one in parents(child, sources)):
                lost.add(child)
                waiting.append(child)
    return frozenset(lost)


def depths(sources: Mapping[str, Source]) -> dict[str, int]:
    """Give for each source how many it goes back through, on the longest way; none in a circle."""
    left = {one: len(parents(one, sources)) for one in sources}
    below = relays(sources)
    found = {one: 0 for one, above in left.items() if not above}
    waiting = list(found)
    for one in waiting:
        for child in below[one]:
            found[child] = max(found.get(child, 0), found[one] + 1)
            left[child] -= 1
            if not left[child]:
                waiting.append(child)
    return {one: found[one] for one in waiting}


def circles(sources: Mapping[str, Source]) -> tuple[tuple[str, ...], ...]:
    """Give every circle of `derived-from`, its ids sorted; circles that share a source are one."""
    found = (
        tuple(sorted(group))
        for group in _groups(sources)
        if len(group) > 1 or group[0] in parents(group[0], sources)
    )
    return tuple(sorted(found))


def all_origins(sources: Mapping[str, Source]) -> dict[str, tuple[str, ...]]:
    """Give for each source what `origins` gives for it alone, in one pass over all."""
    found: dict[str, tuple[str, ...]] = {}
    for group in _groups(sources):
        above = [parent for one in group for parent in parents(one, sources)]
        own = group if not above and sources[group[0]].kind is not Kind.PARTY_CLAIM else ()
        known = {origin for parent in above for origin in found.get(parent, ())}
        shared = tuple(sorted(known.union(own)))
        found.update(dict.fromkeys(group, shared))
    return {one: found[one] for one in sources}


def _groups(sources: Mapping[str, Source]) -> Iterator[tuple[str, ...]]:
    """Give the sources in groups whose members all go back to each other, what relays last.

    Most stand alone. These are the strongly connected components, found as R. Tarjan does:
    "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1 (1972), 146-160.
    """
    search = _Search(sources)
    for start in sources:
        if start not in search.number:
            yield from search.groups_from(start)


class _Search:
    """Tarjan's search, with a list of its own in place of recursion."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self.number: dict[str, int] = {}
        self._lowest: dict[str, int] = {}
        self._open: dict[str, None] = {}
        """Sources that were entered, and whose group is not known yet, in that order."""

    def groups_from(self, start: str) -> Iterator[tuple[str, ...]]:
        """Give the groups that are met on the ways back from a source."""
        way = [self._enter(start)]
        while way:
            one, above = way[-1]
            if parent := self._new(one, above):
                way.append(self._enter(parent))
                continue
            way.pop()
            if way:
                self._low(way[-1][0], self._lowest[one])
            if self._lowest[one] == self.number[one]:
                yield self._taken(one)

    def _enter(self, one: str) -> tuple[str, Iterator[str]]:
        self.number[one] = self._lowest[one] = len(self.number)
        self._open[one] = None
        return one, iter(parents(one, self._sources))

    def _new(self, one: str, above: Iterator[str]) -> str:
        for parent in above:
            if parent not in self.number:
                return parent
            if parent in self._open:
                self._low(one, self.number[parent])
        return ""

    def _low(self, one: str, number: int) -> None:
        self._lowest[one] = min(self._lowest[one], number)

    def _taken(self, first: str) -> tuple[str, ...]:
        """Take the members of a group, which was entered by its first."""
        group: list[str] = []
        while not group or group[-1] != first:
            group.append(self._open.popitem()[0])
        return tuple(group)
