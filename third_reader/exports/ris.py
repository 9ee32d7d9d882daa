"""`/data/sources.ris`: every source in RIS, which reference managers read; one page of ours too."""

from collections.abc import Iterable, Iterator, Mapping

from third_reader.exports.artifact import Artifact
from third_reader.exports.reference import reference
from third_reader.exports.sources import item
from third_reader.model.site import Site

_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "dataset": "DATA",
    "legal_case": "CASE",
    "legislation": "STAT",
    "motion_picture": "VIDEO",
    "paper-conference": "CONF",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}
"""CSL 1.0.2 to RIS; what is not here is `GEN`."""


def export(site: Site) -> Iterable[Artifact]:
    """Give all sources by id, one record each."""
    found = [record(item(site.sources[key])) for key in sorted(site.sources)]
    return (Artifact("/data/sources.ris", "\n".join(found).encode()),)


def record(csl: Mapping[str, object]) -> str:
    """Give a CSL item as a record of RIS, from `TY` to `ER`, a field a line."""
    return "".join(f"{tag}  - {' '.join(value.split())}\n" for tag, value in _fields(csl)) + (
        "ER  - \n"
    )


def day(iso: str) -> str:
    """Give a date as RIS writes it, `2020/08/18/`; of a span the second end is its free text."""
    first, _, last = iso.partition("/")
    year, month, day_of_month = (*first.split("-"), "", "")[:3]
    return f"{year}/{month}/{day_of_month}/{last}" if year else ""


def _fields(csl: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    one = reference(csl)
    yield "TY", _TYPES.get(one.type, "GEN")
    yield "ID", one.id
    for family, given in one.authors:
        yield "AU", f"{family}, {given}" if given else family
    rest = (
        ("TI", one.title),
        ("TT", one.title_en),
        ("T2", one.container),
        ("PB", one.publisher),
        ("PY", one.issued[:4]),
        ("DA", day(one.issued)),
        ("UR", one.url),
        ("Y2", day(one.accessed)),
        ("M1", one.number),
        ("LA", one.language),
        ("KW", one.kind),
        ("N1", one.note),
    )
    yield from ((tag, value) for tag, value in rest if value)
