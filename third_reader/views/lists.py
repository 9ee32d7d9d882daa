"""The pages that list: each goes on at further pages where it outgrows one."""

from collections.abc import Iterator
from functools import partial

from third_reader.views.cases import cases_pages, cases_view
from third_reader.views.compare import SCRIPT as SORT
from third_reader.views.corrections import corrections_view
from third_reader.views.corrections import pages as pages_of_corrections
from third_reader.views.facet import facet_view, listed
from third_reader.views.facets import Index
from third_reader.views.glossary import glossary_view, letter_view, term_view, uses
from third_reader.views.kind import kind_view
from third_reader.views.page import explainers, explainers_view
from third_reader.views.planned import Page
from third_reader.views.questions import asking, questions_view
from third_reader.views.resting import light, resting
from third_reader.views.search import SCRIPT, search_address, search_pages, search_view
from third_reader.views.shared import Shared
from third_reader.views.shelves import on_one_page, shelves
from third_reader.views.source import source_view
from third_reader.views.source_more import source_cited, source_fall
from third_reader.views.sources import sources_view
from third_reader.views.terms import glossary
from third_reader.views.timeline import timeline_view, timelines


def list_pages(found: Index, one: Shared) -> Iterator[Page]:
    """Give every list of a language, and the page of each source."""
    yield from _cases(found, one)
    yield from _facets(found, one)
    yield from _explainers(one)
    yield from _shelves(one)
    yield from _sources(one)
    yield from _timelines(one)
    yield from _questions(one)
    yield from _corrections(one)
    yield from _glossary(one)
    yield from _index(found, one)


def _cases(found: Index, one: Shared) -> Iterator[Page]:
    pages = cases_pages(found, one)
    for number, page in enumerate(pages):
        make = partial(cases_view, number, pages, found, one)
        script = SORT if len(page.items) > 1 else ""
        yield Page(page.address, "cases.html", one.language.code, make, script=script)


def _facets(found: Index, one: Shared) -> Iterator[Page]:
    for those in listed(found, one):
        for number, leaf in enumerate(those.leaves):
            make = partial(facet_view, those, number, found, one)
            yield Page(leaf.address, "facet.html", one.language.code, make)


def _explainers(one: Shared) -> Iterator[Page]:
    found = explainers(one)
    for number, leaf in enumerate(found):
        make = partial(explainers_view, found, number, one)
        yield Page(leaf.address, "explainers.html", one.language.code, make)


def _shelves(one: Shared) -> Iterator[Page]:
    code, found = one.language.code, shelves(one)
    yield Page(one.url("/sources/"), "sources.html", code, partial(sources_view, found, one))
    for shelf in () if on_one_page(found, one) else found:
        for number, sheet in enumerate(shelf.sheets):
            make = partial(kind_view, found, shelf, number, one)
            yield Page(sheet.address, "kind.html", code, make)


def _sources(one: Shared) -> Iterator[Page]:
    code = one.language.code
    for card in one.cards.values():
        source = one.site.sources[card.id]
        if light(source, one):
            yield Page(card.href, "source.html", code, partial(source_view, source, one))
            continue
        rests = resting(source, one)
        yield Page(card.href, "source.html", code, partial(source_view, source, one, rests))
        for number, leaf in enumerate(rests.falls[1:], 1):
            make = partial(source_fall, source, rests, number, one)
            yield Page(leaf.address, "source_fall.html", code, make)
        for number, other in enumerate(rests.cited[1:], 1):
            make_cited = partial(source_cited, source, rests, number, one)
            yield Page(other.address, "source_cited.html", code, make_cited)


def _timelines(one: Shared) -> Iterator[Page]:
    for found in timelines(one):
        for number, sheet in enumerate(found.sheets):
            make = partial(timeline_view, found, number, one)
            yield Page(sheet.address, "timeline.html", one.language.code, make, more=True)


def _questions(one: Shared) -> Iterator[Page]:
    found = asking(one)
    for number, leaf in enumerate(found):
        make = partial(questions_view, found, number, one)
        yield Page(leaf.address, "questions.html", one.language.code, make, more=True)


def _corrections(one: Shared) -> Iterator[Page]:
    found = pages_of_corrections(one)
    for number, leaf in enumerate(found):
        make = partial(corrections_view, found, number, one)
        yield Page(leaf.address, "corrections.html", one.language.code, make, more=True)


def _glossary(one: Shared) -> Iterator[Page]:
    code, found = one.language.code, glossary(one)
    if not found.letters:
        return
    make = partial(glossary_view, found, one)
    yield Page(one.url("/glossary/"), "glossary.html", code, make, more=True)
    for letter in () if found.whole else found.letters:
        for number, leaf in enumerate(letter.leaves):
            make = partial(letter_view, found, letter, number, one)
            yield Page(leaf.address, "glossary.html", code, make, more=True)
    for entry in found.entries:
        parts = uses(entry, found, one) if entry.more else ()
        for number, part in enumerate(parts):
            make_term = partial(term_view, entry, parts, number, one)
            yield Page(part.address, "term.html", code, make_term, more=True)


def _index(found: Index, one: Shared) -> Iterator[Page]:
    pages = search_pages(found, one)
    for number in range(len(pages)):
        make = partial(search_view, number, pages, one)
        first = number == 0
        yield Page(
            search_address(number, one),
            "search.html",
            one.language.code,
            make,
            script=SCRIPT if first else "",
            asks=first,
        )
