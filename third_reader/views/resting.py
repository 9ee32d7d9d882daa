"""What rests on a source and where it is cited, on as many pages as that needs."""

from dataclasses import dataclass, replace

from third_reader.evidence.lineage import fallen
from third_reader.model.address import source_address
from third_reader.model.source import Source
from third_reader.views.article import Link
from third_reader.views.cited import CitedPage, cited_pages, flat, joined, mark_weight
from third_reader.views.fall import Fall, Fallen, Group, fall
from third_reader.views.shared import Shared
from third_reader.views.sharing import Leaf, Room, Step, leaves, numbered

FIRST = 12_000
"""Bytes of both lists on the source's own page, which fits the first round trip."""
NEXT, NEXT_MARKS = 12_000, 20_000
"""Bytes of a list on a page of its own: of claims, and of marks, which pack better."""
CLAIM, MARK = 500, 400
"""Bytes that a claim and a mark count for at most, before they are looked at."""
MARKS = 130
"""Bytes that the marks of one claim count for."""
SIGNS = 40
"""Claims that the summary draws one by one."""


@dataclass(frozen=True, slots=True)
class Resting:
    """Both lists of a source."""

    fall: Fall
    falls: tuple[Leaf[Fallen], ...]
    cited: tuple[Leaf[CitedPage], ...]


@dataclass(frozen=True, slots=True)
class FallPart:
    """What a page shows of the claims that rest on a source."""

    claims: int
    drawn: bool
    """The summary draws each claim, and leads to it."""
    summary: tuple[Group, ...]
    groups: tuple[Group, ...]
    """Those that stand on this page, and of their claims those that do."""
    parts: tuple[Step, ...]
    """The pages, if there are several."""
    ways: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class CitedPart:
    """What a page shows of the marks that cite a source."""

    pages: tuple[CitedPage, ...]
    parts: tuple[Step, ...]
    ways: tuple[Link, ...]


def resting(source: Source, shared: Shared) -> Resting:
    """Share both lists out; what one of them leaves of the first page is the other's."""
    made = fall(source.id, shared)
    claims = [claim for group in made.groups for claim in group.claims]
    marks = flat(cited_pages(shared.site.cited.get(source.id, ()), shared))
    address = source_address(source.id, shared.language.prefix)
    needed = (sum(map(_weight, claims)), sum(map(mark_weight, marks)))
    rooms = [max(FIRST // 2, FIRST - other) for other in reversed(needed)]
    return Resting(
        made,
        leaves(claims, _weight, address, Room(rooms[0], NEXT, "fall/")),
        leaves(marks, mark_weight, address, Room(rooms[1], NEXT_MARKS, "cited/")),
    )


def light(source: Source, shared: Shared) -> bool:
    """Tell by counting alone that both lists fit the source's own page."""
    site = shared.site
    gone = fallen(source.id, site.sources, site.relays)
    claims = sum(len(shared.resting.get(one, ())) for one in gone)
    return CLAIM * claims + MARK * len(site.cited.get(source.id, ())) <= FIRST


def fall_part(found: Resting, number: int, shared: Shared) -> FallPart:
    """Give a page of the claims, by its number from 0."""
    leaf = found.falls[number]
    here = {claim.anchor for claim in leaf.items}
    groups = (
        replace(group, claims=tuple(one for one in group.claims if one.anchor in here))
        for group in found.fall.groups
    )
    return FallPart(
        claims=found.fall.claims,
        drawn=len(found.falls) == 1 and found.fall.claims <= SIGNS,
        summary=found.fall.groups,
        groups=tuple(group for group in groups if group.claims),
        parts=numbered(found.falls, number, shared),
        ways=leaf.ways(shared),
    )


def cited_part(found: Resting, number: int, shared: Shared) -> CitedPart:
    """Give a page of the marks, by its number from 0."""
    leaf = found.cited[number]
    return CitedPart(joined(leaf.items), numbered(found.cited, number, shared), leaf.ways(shared))


def _weight(one: Fallen) -> int:
    return MARKS + len(f"{one.words}{one.why}".encode())
