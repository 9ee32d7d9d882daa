"""Sources for tests of evidence: as little of one as lineage and grades look at."""

from third_reader.model.position import Position
from third_reader.model.source import Kind, Source


def source(name: str, kind: Kind = Kind.NEWS_REPORT, *derived_from: str) -> Source:
    """Give a source of a kind that relays others."""
    return Source(
        id=name,
        kind=kind,
        title=name,
        title_short="",
        title_en="",
        author=(),
        container="",
        publisher="",
        issued=None,
        issued_end=None,
        url="https://example.org/",
        call_number="",
        language="en",
        derived_from=derived_from,
        archived=(),
        status="",
        checked=None,
        read=None,
        note="",
        csl={},
        position=Position("sources.yaml"),
    )


def shelf(*sources: Source) -> dict[str, Source]:
    """Give sources by id."""
    return {one.id: one for one in sources}
