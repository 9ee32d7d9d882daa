"""Lineage: which sources only relay others, and what they go back to (FORMAT, section 3 and 5)."""

from collections.abc import Iterable, Mapping

from third_reader.model.source import Kind, Source

NOTHING: frozenset[str] = frozenset()


def parents(
    source: str, sources: Mapping[str, Source], gone: frozenset[str] = NOTHING
) -> tuple[str, ...]:
    """Give the known sources that one relays, each once; those in `gone` do not count."""
    listed = dict.fromkeys(sources[source].derived_from)
    return tuple(one for one in listed if one in sources and one not in gone)


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
    above = {one: set(parents(one, sources)) for one in sources}
    _peel(above)
    reached = {one: _reach(one, above) for one in above}
    found = {
        tuple(sorted(other for other in reached[one] if one in reached[other]))
        for one in reached
        if one in reached[one]
    }
    return tuple(sorted(found))


def _peel(above: dict[str, set[str]]) -> None:
    """Take away, in place, every source that relays nothing which is left: no circle holds it."""
    below: dict[str, list[str]] = {}
    for one, relayed in above.items():
        for parent in relayed:
            below.setdefault(parent, []).append(one)
    waiting = [one for one, relayed in above.items() if not relayed]
    while waiting:
        gone = waiting.pop()
        del above[gone]
        for child in below.get(gone, ()):
            above[child].discard(gone)
            if not above[child]:
                waiting.append(child)


def _reach(source: str, above: Mapping[str, set[str]]) -> set[str]:
    """Give all that a source goes back to: itself too, if it stands in a circle."""
    seen: set[str] = set()
    waiting = [source]
    while waiting:
        for parent in above[waiting.pop()]:
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
    return seen
