"""All files become one `Site`: keys resolved both ways, origins and grades computed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from third_reader.evidence.grades import grade
from third_reader.evidence.lineage import all_origins, reached, relays
from third_reader.machinery.pair import pair
from third_reader.model.address import page_address
from third_reader.model.claim import Graded
from third_reader.model.correction import Correction
from third_reader.model.diagnostic import Diagnostic
from third_reader.model.document import Document, PageKind
from third_reader.model.glossary import Glossary
from third_reader.model.site import Config, Place, Site, Vocabulary
from third_reader.model.source import Source
from third_reader.reading.charts import read_charts
from third_reader.reading.corrections import read_corrections
from third_reader.reading.document import Reader
from third_reader.reading.glossary import read_glossary
from third_reader.reading.markdown import Converter
from third_reader.reading.pictures import judge_pictures
from third_reader.reading.sources import read_sources
from third_reader.reading.terms import spelled
from third_reader.reading.tree import Tree, read_tree
from third_reader.reading.vocabulary import read_vocabulary


def read_site(root: Path, config: Config, beside: Callable[[], None] | None = None) -> Site:
    """Read a content folder; what is wrong stands in the site's diagnostics.

    `beside` is done while another process reads.

    Raises OSError when a file cannot be read.
    """
    tree = read_tree(root, config.languages)
    shelf = _Shelf()
    charts, chart_faults = read_charts(tree.charts)
    reader = Reader(config.languages, Converter(), charts)

    def meanwhile() -> None:
        shelf.read(tree, config)
        if beside:
            beside()

    documents = pair(lambda pages: [reader.read(one) for one in pages], tree.pages, meanwhile)
    tags = {one.code: one.tag for one in config.languages}
    documents = [spelled(one, shelf.glossary, tags[one.lang]) for one in documents]
    kept = [one for one in documents if not left_out(one, config)]
    sources = without_drafts(shelf.sources, documents, kept)
    faults = [fault for one in kept for fault in one.diagnostics]
    return Site(
        config=config,
        documents=(pages := in_order(kept, config)),
        sources=sources,
        vocabulary=shelf.vocabulary,
        origins=all_origins(sources),
        relays=relays(sources),
        grades=grades(pages, sources),
        cited=cited(pages),
        pictures={address: file for file, _, address in tree.pictures},
        drafts=frozenset(one.url for one in documents if left_out(one, config)),
        diagnostics=(*tree.diagnostics, *shelf.diagnostics, *chart_faults, *faults),
        groups=grouped(pages, lambda one: (one.kind, one.slug)),
        shelves=grouped(pages, lambda one: (one.kind, one.lang)),
        corrections=shelf.corrections,
        glossary=shelf.glossary,
        texts=texts(pages, tree),
        moved=moved(pages, config),
    )


@dataclass(slots=True)
class _Shelf:
    """What is read beside the pages."""

    sources: dict[str, Source] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=lambda: Vocabulary({}))
    corrections: tuple[Correction, ...] = ()
    glossary: Glossary = field(default_factory=Glossary)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def read(self, tree: Tree, config: Config) -> None:
        """Read it."""
        self.sources, source_faults = read_sources(tree.sources)
        self.vocabulary, word_faults = read_vocabulary(tree.vocabulary)
        self.corrections, correction_faults = read_corrections(tree.corrections)
        picture_faults = judge_pictures((file, shown) for file, shown, _ in tree.pictures)
        self.glossary, term_faults = read_glossary(tree.glossary, config.languages)
        self.diagnostics = [
            *(source_faults + word_faults + correction_faults),
            *(picture_faults + term_faults),
        ]


def left_out(document: Document, config: Config) -> bool:
    """Tell whether a page is a draft for this build.

    A strict build takes a page that is dated in the future for a draft too.
    """
    future = config.strict and document.date is not None and document.date > config.today
    return (document.draft or future) and not config.drafts


def without_drafts(
    sources: Mapping[str, Source], documents: Sequence[Document], kept: Sequence[Document]
) -> dict[str, Source]:
    """Give the sources without those that only pages which are left out use.

    Such a source would tell what the page that waits is about. One that nothing uses at all stays,
    so that the check can say so.
    """
    if len(documents) == len(kept):
        return dict(sources)
    waiting = reached((mark.item.key for one in documents for mark in one.marks), sources)
    shown = {mark.item.key for one in kept for mark in one.marks}
    stays = reached([*shown, *(sources.keys() - waiting)], sources)
    return {key: one for key, one in sources.items() if key in stays}


def texts(documents: Sequence[Document], tree: Tree) -> dict[str, Path]:
    """Give the file of each page, by its address; drafts that were left out have none."""
    files = {one.shown: one.file for one in tree.pages}
    return {one.url: files[one.path] for one in documents if one.path in files}


def moved(documents: Sequence[Document], config: Config) -> dict[str, str]:
    """Give the addresses that pages had before; what a page has said holds in all its languages."""
    found: dict[str, str] = {}
    there = {one.url for one in documents}
    for versions in grouped(documents, lambda one: (one.kind, one.slug)).values():
        for old in dict.fromkeys(slug for one in versions for slug in one.was):
            for one in versions:
                before = page_address(one.kind, old, config.language(one.lang).prefix)
                if before not in there:
                    found.setdefault(before, one.url)
    return dict(sorted(found.items()))


def in_order(documents: Sequence[Document], config: Config) -> tuple[Document, ...]:
    """Sort pages by kind, slug and the order of languages."""
    places = {one.code: place for place, one in enumerate(config.languages)}
    kinds = {kind: place for place, kind in enumerate(PageKind)}
    return tuple(
        sorted(documents, key=lambda one: (kinds[one.kind], one.slug, places[one.lang], one.path))
    )


def grades(
    documents: Sequence[Document], sources: Mapping[str, Source]
) -> dict[tuple[str, str], Graded]:
    """Grade every claim that can be graded, by address of its page and its id."""
    found = {}
    for document in documents:
        for claim in document.claims:
            graded = grade(claim.marker, claim.keys, sources)
            if graded is not None:
                found[document.url, claim.id] = graded
    return found


def cited(documents: Sequence[Document]) -> dict[str, tuple[Place, ...]]:
    """Give for each key every place that cites it."""
    found: dict[str, list[Place]] = {}
    for document in documents:
        for number, mark in enumerate(document.marks):
            found.setdefault(mark.item.key, []).append(Place(document, number))
    return {key: tuple(places) for key, places in sorted(found.items())}


Key = TypeVar("Key")


def grouped(
    documents: Sequence[Document], key: Callable[[Document], Key]
) -> dict[Key, tuple[Document, ...]]:
    """Group pages, in their order."""
    found: dict[Key, list[Document]] = {}
    for document in documents:
        found.setdefault(key(document), []).append(document)
    return {one: tuple(group) for one, group in found.items()}
