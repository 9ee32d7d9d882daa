"""The index of the site from A to Z: useful as it is; the search box is added where scripts run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from third_reader.languages.alphabet import Shelf, place, shelf
from third_reader.languages.script import tag_of
from third_reader.model.address import facet_address
from third_reader.model.document import PageKind
from third_reader.model.source import Kind
from third_reader.views.article import Link, part_ids
from third_reader.views.definitions import definition
from third_reader.views.facets import Index, facet_names, facet_word
from third_reader.views.shared import Shared, shown_name

LONGEST = 400
"""Lines of one page; an index with more is parted, between headings where it can be."""
INDEX = "/search/index.json"
SCRIPT = "/search.js"


@dataclass(frozen=True, slots=True)
class Line:
    """One entry: where it leads, and what it is."""

    href: str
    words: str
    lang: str
    """BCP 47 tag of the words; empty: as the page."""
    aside: str
    native: str = ""
    """A person's name in its own script, if the words are not that."""

    @property
    def native_lang(self) -> str:
        """Give the BCP 47 tag of the native name."""
        return tag_of(self.native)


@dataclass(frozen=True, slots=True)
class Shelved:
    """All entries under one heading."""

    id: str
    words: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """What `search.html` shows."""

    title: str
    description: str
    index: str
    """Address of what the box looks through; empty: this page has no box."""
    strip: tuple[Link, ...]
    """To every heading, on whichever page it stands."""
    shelves: tuple[Shelved, ...]


def _order(line: Line, tag: str) -> tuple[object, ...]:
    """Give what an entry is sorted by: two of the same words by where they lead."""
    return place(line.words, tag), line.aside, line.href, line.lang, line.native


def search_pages(found: Index, shared: Shared) -> tuple[tuple[Shelved, ...], ...]:
    """Give the index of a language, parted into pages; the first may be empty."""
    tag = shared.language.tag
    lines = sorted(set(_lines(found, shared)), key=lambda one: _order(one, tag))
    shelves = [
        Shelved(one.id, shelf_words(one, shared), tuple(group))
        for one, group in groupby(lines, key=lambda line: shelf(line.words, tag))
    ]
    pages: list[list[Shelved]] = [[]]
    room = LONGEST
    for one in shelves:
        for part in _parts(one):
            if len(part.lines) > room:
                pages.append([])
                room = LONGEST
            pages[-1].append(part)
            room -= len(part.lines)
    return tuple(map(tuple, pages))


def search_view(number: int, pages: Sequence[tuple[Shelved, ...]], shared: Shared) -> SearchView:
    """Give one page of the index; `number` counts from 0."""
    t = shared.t
    strip: dict[str, Link] = {}
    for place_, shelves in enumerate(pages):
        here = "" if place_ == number else search_address(place_, shared)
        for one in shelves:
            strip.setdefault(one.id, Link(f"{here}#{one.id}", one.words))
    return SearchView(
        title=t("Search"),
        description=t(
            "Everything that has a page or a name here, in one list from A to Z: cases, "
            "explainers, people, apps, places, laws, words."
        ),
        index="" if number else shared.url(INDEX),
        strip=tuple(strip.values()),
        shelves=pages[number],
    )


def search_address(number: int, shared: Shared) -> str:
    """Give the address of a page of the index, counted from 0: `/search/`, `/search/2/`."""
    return shared.url(f"/search/{number + 1}/" if number else "/search/")


def _parts(one: Shelved) -> Iterator[Shelved]:
    """Part what is longer than a page."""
    for start in range(0, len(one.lines), LONGEST):
        yield Shelved(one.id, one.words, one.lines[start : start + LONGEST])


def shelf_words(one: Shelf, shared: Shared) -> str:
    """Give the words of a heading: a letter, a number of strokes, all else."""
    t = shared.t
    if one.letter:
        return one.letter
    if one.number:
        return t.n("{n} stroke", "{n} strokes", one.number)
    return t("Other characters") if one.rank else t("Digits")


def _lines(found: Index, shared: Shared) -> Iterator[Line]:
    yield from _written(shared)
    yield from _people(shared)
    yield from _facets(found, shared)
    yield from _laws(shared)
    yield from _terms(shared)


def _written(shared: Shared) -> Iterator[Line]:
    t = shared.t
    kinds = (
        (PageKind.CASE, t("Case")),
        (PageKind.EXPLAINER, t("Explainer")),
        (PageKind.PAGE, t("Page")),
    )
    for kind, words in kinds:
        for document in shared.site.of(kind, shared.language.code):
            yield Line(document.url, document.title, "", words)


def _people(shared: Shared) -> Iterator[Line]:
    for document in shared.cases:
        for person in document.case.people if document.case else ():
            name = shown_name(person, shared.language)
            href = f"{document.url}#{part_ids(document)['people']}"
            native = "" if name in {person.native, person.native_hans} else person.native
            yield Line(href, name, "", document.title, native)


def _facets(found: Index, shared: Shared) -> Iterator[Line]:
    names = facet_names(shared)
    for facet, values in found.facets.items():
        for value in values:
            href = facet_address(facet, value, shared.language.prefix)
            yield Line(href, facet_word(facet, value, shared), "", names[facet])


def _laws(shared: Shared) -> Iterator[Line]:
    for card in shared.cards.values():
        if shared.site.sources[card.id].kind is Kind.LAW:
            words, lang = (card.title_en, "") if card.title_en else (card.title, card.lang)
            yield Line(card.href, words, lang, shared.t("Law"))


def _terms(shared: Shared) -> Iterator[Line]:
    for term in shared.site.glossary.terms.values():
        found = definition(term, shared)
        yield Line(found.href, found.words, found.lang, shared.t("Glossary"))
