"""Lineage: no source relays itself, on whatever way round, and none goes back without end."""

from collections import deque
from collections.abc import Iterator

from third_reader.evidence.lineage import circles, depths, parents
from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.site import Site
from third_reader.model.wording import quoted

CIRCULAR = Code(
    "circular-lineage",
    "By `derived-from` a source relays itself, so nothing in the circle goes back to an origin. "
    "Take out the link that is wrong.",
)


DEEP = Code(
    "lineage-too-deep",
    "A source goes back through more than 16 others, each of which only relays the next: more than "
    "can be shown, and more than anybody has followed. Look for a wrong `derived-from`.",
)
DEEPEST = 16


def check(site: Site) -> Iterator[Diagnostic]:
    """Give one error a circle, at its first source by id; circles that share a source are one."""
    for source, depth in depths(site.sources).items():
        if depth == DEEPEST + 1:
            told = (
                f"{quoted(source, 60)} goes back through more than {DEEPEST} sources; mend one of"
            )
            yield DEEP.error(site.sources[source].position, f"{told} their 'derived-from'")
    for circle in circles(site.sources):
        way = " → ".join((*_way(circle, site), circle[0]))
        rest = len(circle) - len(way.split(" → ")) + 1
        more = f", with {rest} more tied to it" if rest else ""
        told = f"lineage runs in a circle: {quoted(way)}{more}; take out the wrong 'derived-from'"
        yield CIRCULAR.error(site.sources[circle[0]].position, told)


def _way(circle: tuple[str, ...], site: Site) -> tuple[str, ...]:
    """Give the shortest way from the first source back to it, without its end."""
    start, among = circle[0], frozenset(circle)
    came: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        one = waiting.popleft()
        for parent in parents(one, site.sources):
            if parent == start:
                way = [one]
                while way[-1] != start:
                    way.append(came[way[-1]])
                return tuple(reversed(way))
            if parent in among and parent not in came:
                came[parent] = one
                waiting.append(parent)
    return circle
