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


def relays(sources: Mapping[str, Source]) -> dict[str, tuple[str, ...]]:
    """Give for each source the ids of those that relay it directly, sorted."""
    below: dict[str, list[str]] = {one: [] for one in sources}
    for one in sorted(sources):
        for parent in parents(one, sources):
            below[parent].append(one)
    return {one: tuple(children) for one, children in below.items()}


def fallen(source: str, sources: Mapping[str, Source], below: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
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


def circles(sources: Mapping[str, Source]) -> tuple[tuple[str, ...], ...]:
    """Give every circle of `derived-from`, each once, from its first id in sorting order.

    Circles that share a source are given as one, by Tarjan's algorithm for strongly connected
    components (SIAM J. Comput. 1(2), 1972), written without recursion.
    """
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    found: list[tuple[str, ...]] = []
    for root in sorted(sources):
        if root in index:
            continue
        work = [(root, iter(parents(root, sources)))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, above = work[-1]
            parent = next(above, None)
            if parent is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    found.append(_component(node, stack, on_stack))
            elif parent not in index:
                index[parent] = low[parent] = len(index)
                stack.append(parent)
                on_stack.add(parent)
                work.append((parent, iter(parents(parent, sources))))
            elif parent in on_stack:
                low[node] = min(low[node], index[parent])
    return tuple(
        sorted(one for one in found if len(one) > 1 or one[0] in parents(one[0], sources))
    )


def _component(node: str, stack: list[str], on_stack: set[str]) -> tuple[str, ...]:
    members: list[str] = []
    while not members or members[-1] != node:
        members.append(stack.pop())
        on_stack.discard(members[-1])
    return tuple(sorted(members))
