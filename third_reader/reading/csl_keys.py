"""Keys of a source that are in no list, but near one: a slip, since CSL lets any key stand."""

from collections.abc import Iterator

from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.position import Position
from third_reader.model.wording import MOST_WORDS, nearest, quoted
from third_reader.reading.judge import schema
from third_reader.reading.yaml12 import Path, Yaml

UNFAMILIAR = Code(
    "unfamiliar-key",
    "A key of a source that CSL does not have, but that is almost one of CSL's, or one of ours "
    "that stands outside `custom`. Any key of a reference manager may stand in a source, so this "
    "is no error, but what is written there is read by nobody.",
)

CSL = frozenset(
    """
    id type citation-key citekey categories language journalAbbreviation shortTitle custom
    author chair collection-editor compiler composer container-author contributor curator director
    editor editor-translator editorial-director editortranslator executive-producer guest host
    illustrator interviewer narrator organizer original-author performer producer recipient
    reviewed-author script-writer series-creator translator
    accessed available-date container event-date issued original-date submitted
    abstract annote archive archive-place archive_collection archive_location authority
    call-number citation-label citation-number collection-title collection-title-short
    container-title container-title-short country dimensions division DOI event event-place
    event-title first-reference-note-number genre ISAN ISBN ISCI ISMN ISRC ISSN ISWC jurisdiction
    keyword license locator medium note original-publisher original-publisher-place
    original-title page part-title PMCID PMID publisher publisher-place references reviewed-genre
    reviewed-title scale section source status title title-short translated-title
    translated-title-short URL volume-title volume-title-short year-suffix
    chapter-number collection-number edition issue number number-of-pages number-of-volumes
    page-first part part-number printing printing-number supplement supplement-number version volume
    """.split()  # noqa: SIM905  as words on 12 lines it can be compared with CSL's own list
)
"""Names of CSL 1.0.2 (specification, appendix "Variables", and its schema of input), with what
Zotero and its companions add."""


def near_misses(items: list[object], shown: str, yaml: Yaml, base: Path) -> Iterator[Diagnostic]:
    """Give a warning for each key of a file's sources that was probably meant to be another."""
    ours = frozenset(schema("source")["properties"]["custom"]["properties"]) - CSL
    unknown = [
        ((*base, number, key), key)
        for number, item in enumerate(items)
        if isinstance(item, dict)
        for key in item
        if key not in CSL
    ]
    words = sorted({key for _, key in unknown})
    meant = {key: key for key in words if key in ours}
    for key in [one for one in words if one not in ours][:MOST_WORDS]:
        meant[key] = nearest(key, CSL | ours) or ""
    for where, key in unknown:
        if found := meant.get(key):
            at = Position(shown, *yaml.keys.get(where, (1, 1)))
            yield UNFAMILIAR.warning(at, _told(key, found, found in ours))


def _told(key: str, meant: str, ours: bool) -> str:
    if key == meant:
        return f"{quoted(key)} belongs under 'custom'; move it there"
    under = ", under 'custom'" if ours else ""
    return f"CSL has no key {quoted(key)}; did you mean {quoted(meant)}{under}?"
