"""`/data/sources.bib`: every source for BibTeX and biblatex; one entry also for a page of ours."""

from collections.abc import Iterable, Mapping

from third_reader.exports.artifact import Artifact
from third_reader.exports.reference import reference
from third_reader.exports.sources import item
from third_reader.model.site import Site

_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "broadcast": "video",
    "chapter": "incollection",
    "dataset": "dataset",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "motion_picture": "video",
    "paper-conference": "inproceedings",
    "post": "online",
    "post-weblog": "online",
    "report": "report",
    "thesis": "thesis",
    "webpage": "online",
}
"""CSL 1.0.2 to biblatex 3.19; what is not here is `misc`."""
_CONTAINERS = {
    "article": "journaltitle",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
    "online": "organization",
}
_PUBLISHERS = {"online": "publisher", "report": "institution", "thesis": "institution"}
_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "$&#_%"},
}
_TABLE = str.maketrans(_SIGNS)
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def export(site: Site) -> Iterable[Artifact]:
    """Give all sources by id, one entry each."""
    found = [entry(item(site.sources[key])) for key in sorted(site.sources)]
    return (Artifact("/data/sources.bib", "\n".join(found).encode()),)


def entry(csl: Mapping[str, object]) -> str:
    """Give a CSL item as an entry of biblatex, with a line feed at its end.

    Titles and names of bodies stand in two pairs of braces, so that no style changes their
    letters or takes them apart.
    """
    one = reference(csl)
    kind = _TYPES.get(one.type, "misc")
    fields = {
        "author": " and ".join(_name(*name) for name in one.authors),
        "title": _whole(one.title),
        "titleaddon": _whole(one.title_en),
        _CONTAINERS.get(kind, "howpublished"): _whole(one.container),
        _PUBLISHERS.get(kind, "publisher"): _whole(one.publisher),
        "date": one.issued,
        "url": one.url.translate(_IN_ADDRESS),
        "urldate": one.accessed,
        "number": escaped(one.number),
        "language": escaped(one.language),
        "keywords": escaped(one.kind),
        "note": escaped(one.note),
    }
    if one.type == "article-newspaper":
        fields["entrysubtype"] = "newspaper"
    told = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@{kind}{{{one.id},\n{''.join(told)}}}\n"


def escaped(words: str) -> str:
    """Give words with TeX's own signs made plain, on one line."""
    return " ".join(words.split()).translate(_TABLE)


def _whole(words: str) -> str:
    return f"{{{escaped(words)}}}" if words else ""


def _name(family: str, given: str) -> str:
    if not given:
        return _whole(family)
    return f"{_guarded(family)}, {_guarded(given)}"


def _guarded(part: str) -> str:
    """Keep together a part of a name that biblatex would take apart."""
    apart = "," in part or " and " in f" {part} "
    return _whole(part) if apart else escaped(part)
