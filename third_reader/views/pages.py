"""Every page of the site: its address, its template, and how its view is made."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial

from third_reader.languages.catalogue import Catalogue
from third_reader.model.address import check_address
from third_reader.model.chart import ChartBlock
from third_reader.model.document import Document, PageKind
from third_reader.model.site import Site
from third_reader.views.case import case_view
from third_reader.views.check_sheet import FIRST, sheet_view, sheets
from third_reader.views.data import data_view
from third_reader.views.explainer import explainer_view
from third_reader.views.facets import index
from third_reader.views.home import home_view
from third_reader.views.lists import list_pages
from third_reader.views.missing import missing_view
from third_reader.views.moved import moved_view
from third_reader.views.page import page_view
from third_reader.views.planned import Page
from third_reader.views.preview import Preview, preview
from third_reader.views.shared import Shared, shared
from third_reader.views.verify import verify_view


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
    code = one.language.code
    found = index(one)
    yield Page(one.url("/"), "home.html", code, partial(home_view, found, one))
    yield from list_pages(found, one)
    yield Page(one.url("/data/"), "data.html", code, partial(data_view, one), more=True)
    yield Page(one.url("/verify/"), "verify.html", code, partial(verify_view, one), more=True)
    for document in one.site.documents:
        if document.lang == code:
            yield _written(document, one, document.slug in explorables)
            yield from _sheets(document, one)
    now = {document.url: document for document in one.site.documents if document.lang == code}
    for before, address in one.site.moved.items():
        if address in now:
            yield Page(before, "moved.html", code, partial(moved_view, now[address], one))


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
