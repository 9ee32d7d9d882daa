"""Grades: how well a claim stands, computed and never typed (FORMAT, section 5, "Evidence")."""

from collections.abc import Iterable, Mapping

from third_reader.evidence.lineage import NOTHING, origins
from third_reader.model.claim import Grade, Graded, Marker
from third_reader.model.source import Kind, Source

DOCUMENTS = frozenset({Kind.COURT_RECORD, Kind.OFFICIAL, Kind.LAW})


def grade(
    marker: Marker | None,
    keys: Iterable[str],
    sources: Mapping[str, Source],
    gone: frozenset[str] = NOTHING,
) -> Graded | None:
    """Give a claim's grade by the first of the six rules that applies.

    `keys` are the cited ids, in any order and any number of times; unknown ones and those in
    `gone` are passed over. None: rule 6, the claim cites nothing and is not marked.
    """
    cited = tuple(sorted({key for key in keys if key in sources and key not in gone}))
    found = origins(cited, sources, gone)
    reached = _rule(marker, cited, found, sources)
    if reached is None:
        return None
    return Graded(reached[0], reached[1], cited, found)


def _rule(
    marker: Marker | None,
    cited: tuple[str, ...],
    found: tuple[str, ...],
    sources: Mapping[str, Source],
) -> tuple[Grade, int] | None:
    if marker is not None:
        return Grade(marker.value), 1
    itself = {sources[key].kind for key in cited if not sources[key].derived_from}
    if itself & DOCUMENTS:
        return Grade.ON_RECORD, 2
    if Kind.TECHNICAL_RESEARCH in itself:
        return Grade.MEASURED, 3
    if len(found) > 1:
        return Grade.CORROBORATED, 4
    if found:
        return Grade.ONE_SOURCE, 5
    return (Grade.PARTY_CLAIM, 5) if cited else None
