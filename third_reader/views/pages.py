"""Every page of the site: its address, its template, and how its view is made."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from third_reader.languages.catalogue import Catalogue
from third_reader.model.address import check_address, facet_address, route_address
from third_reader.model.chart import ChartBlock
from third_reader.model.document import Document, PageKind
from third_reader.model.site import Site
from third_reader.views.case import case_view
from third_reader.views.cases import cases_view
from third_reader.views.check_sheet import FIRST, sheet_view, sheets
from third_reader.views.compare import SCRIPT as SORT
from third_reader.views.compare import compare_pages
from third_reader.views.corrections import corrections_view
from third_reader.views.corrections import pages as pages_of_corrections
from third_reader.views.data import data_view
from third_reader.views.explainer import explainer_view
from third_reader.views.facet import Index, facet_view, index, route_view
from third_reader.views.glossary import glossary_view
from third_reader.views.home import home_view
from third_reader.views.missing import missing_view
from third_reader.views.page import explainers_view, page_view
from third_reader.views.preview import Preview, preview
from third_reader.views.questions import asking, questions_view
from third_reader.views.search import SCRIPT, search_address, search_pages, search_view
from third_reader.views.shared import Shared, shared
from third_reader.views.source import source_view
from third_reader.views.sources import sources_view
from third_reader.views.timeline import timeline_view, timelines
from third_reader.views.verify import verify_view


@dataclass(frozen=True, slots=True)
class Page:
    """One page to be written."""

    address: str
    template: str
    lang: str
    """Code of its language."""
    make: Callable[[], object]
    """Makes its view, a frozen dataclass."""
    more: bool = False
    """It needs the stylesheet of its kind of page (theme/styles/more/)."""
    body: bool = False
    """Its text holds what few texts do, a chart, a term or a drawing (theme/styles/body/)."""
    script: str = ""
    """Address of the one script of ours that it loads; empty: none."""
    asks: bool = False
    """That script asks the site for a file."""
    preview: Callable[[], Preview] | None = None
    """Makes the words of its own picture for previews; None: it has that of the site."""

    @property
    def sheets(self) -> tuple[str, ...]:
        """Give the stylesheets that it needs, by name."""
        return ("site", *(["more"] if self.more else []), *(["body"] if self.body else []))


def all_pages(
    site: Site,
    catalogues: Mapping[str, Catalogue],
    explorables: Collection[str] = (),
    drawings: Collection[str] = (),
) -> tuple[Page, ...]:
    """Give every page, in each language that has any document; what pages share is made here.

    `explorables` are the slugs of explainers for which the theme has one, `drawings` the ids of
    headings under which it draws.
    """
    written = {document.lang for document in site.documents}
    languages = tuple(
        shared(site, language, catalogues[language.code], drawings)
        for language in site.config.languages
        if language.code in written
    )
    pages = [page for one in languages for page in _of_language(one, explorables)]
    if languages:
        missing = partial(missing_view, languages[0], languages)
        pages.append(Page("/404.html", "404.html", languages[0].language.code, missing))
    return tuple(pages)


def _of_language(one: Shared, explorables: Collection[str]) -> Iterator[Page]:
    code, prefix = one.language.code, one.language.prefix
    found = index(one)
    yield Page(one.url("/"), "home.html", code, partial(home_view, one))
    yield from _cases(found, one)
    yield Page(one.url("/explainers/"), "explainers.html", code, partial(explainers_view, one))
    yield Page(one.url("/sources/"), "sources.html", code, partial(sources_view, one))
    yield from _timelines(one)
    yield from _questions(one)
    yield from _index(found, one)
    yield from _corrections(one)
    if one.site.glossary.terms:
        make_glossary = partial(glossary_view, one)
        yield Page(one.url("/glossary/"), "glossary.html", code, make_glossary, more=True)
    yield Page(one.url("/data/"), "data.html", code, partial(data_view, one), more=True)
    yield Page(one.url("/verify/"), "verify.html", code, partial(verify_view, one), more=True)
    for document in one.site.documents:
        if document.lang == code:
            yield _written(document, one, document.slug in explorables)
            yield from _sheets(document, one)
    for card in one.cards.values():
        make = partial(source_view, one.site.sources[card.id], one)
        yield Page(card.href, "source.html", code, make)
    for facet, values in found.facets.items():
        for value in sorted(values):
            make_facet = partial(facet_view, facet, value, found, one)
            yield Page(facet_address(facet, value, prefix), "facet.html", code, make_facet)
    for route in sorted(found.routes):
        make_route = partial(route_view, *route, found, one)
        yield Page(route_address(*route, prefix), "facet.html", code, make_route)


def _questions(one: Shared) -> Iterator[Page]:
    found = asking(one)
    for number, leaf in enumerate(found):
        make = partial(questions_view, found, number, one)
        yield Page(leaf.address, "questions.html", one.language.code, make, more=True)


def _corrections(one: Shared) -> Iterator[Page]:
    for leaf in pages_of_corrections(one):
        make = partial(corrections_view, leaf, one)
        yield Page(leaf.address, "corrections.html", one.language.code, make, more=True)


def _timelines(one: Shared) -> Iterator[Page]:
    for found in timelines(one):
        for number, sheet in enumerate(found.sheets):
            make = partial(timeline_view, found, number, one)
            yield Page(sheet.address, "timeline.html", one.language.code, make, more=True)


def _cases(found: Index, one: Shared) -> Iterator[Page]:
    pages = compare_pages(one)
    for number, page in enumerate(pages):
        make = partial(cases_view, number, pages, found, one)
        script = SORT if len(page.documents) > 1 else ""
        yield Page(page.address, "cases.html", one.language.code, make, script=script)


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


def _sheets(document: Document, one: Shared) -> Iterator[Page]:
    for part in range(FIRST, sheets(document, one) + FIRST):
        make = partial(sheet_view, document, part, one)
        yield Page(
            check_address(document.url, part), "check_sheet.html", document.lang, make, more=True
        )


def _written(document: Document, one: Shared, explorable: bool) -> Page:
    make: Callable[[], object] = partial(page_view, document, one)
    template, tried = "page.html", ""
    card: Callable[[], Preview] | None = None
    if document.kind is PageKind.CASE and document.case is not None:
        make, template = partial(case_view, document, document.case, one), "case.html"
        card = partial(preview, document, document.case, one)
    elif document.kind is PageKind.EXPLAINER:
        tried = f"explorables/{document.slug}" if explorable else ""
        make = partial(explainer_view, document, one, f"{tried}.html" if tried else "")
        template = "explainer.html"
    charts = any(isinstance(block, ChartBlock) for block in document.blocks)
    drawn = any(heading.id in one.drawings for heading in document.headings)
    body = charts or drawn or bool(document.terms)
    script = f"/{tried}.js" if tried else ""
    return Page(document.url, template, document.lang, make, body=body, script=script, preview=card)
