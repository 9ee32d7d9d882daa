"""A library of 300 cases, read once; of its pages all lists are rendered, and the heaviest sources.

Cases, check sheets and most sources are left out: they are as heavy as in a small library.
"""

from dataclasses import dataclass
from functools import cached_property

import pytest
from jinja2 import Environment, FileSystemLoader
from lxml import html

from bench.library import Library
from tests.conftest import ROOT
from third_reader.checks import all_checks
from third_reader.exports.headers import meta_policy
from third_reader.languages.catalogue import catalogue
from third_reader.model.diagnostic import errors
from third_reader.model.site import Site
from third_reader.pelican_plugin.templates import JINJA, in_language
from third_reader.publishing.styles import second, stylesheet
from third_reader.reading.site import read_site
from third_reader.settings import config_of, read_settings
from third_reader.views.chrome import Surroundings
from third_reader.views.pages import all_pages
from third_reader.views.planned import Page

CASES = 300
SOURCES = 4
"""Of the sources those that are cited most, which have a page among these."""
SINGLE = {"case.html", "check_sheet.html", "explainer.html", "page.html"}
THEME = ROOT / "theme"


@dataclass(frozen=True, repr=False)
class Shown:
    """One page."""

    page: Page
    text: str

    @cached_property
    def root(self) -> html.HtmlElement:
        """The page, parsed."""
        return html.document_fromstring(self.text)

    @cached_property
    def links(self) -> frozenset[str]:
        """Where its plain links lead, without anchors."""
        return frozenset(one.partition("#")[0] for one in self.root.xpath("//a/@href"))


@dataclass(frozen=True, repr=False)
class Grown:
    """The library and its lists; it has no repr, which would be as long as the library."""

    site: Site
    addresses: frozenset[str]
    """Of all pages."""
    shown: dict[str, Shown]
    styles: dict[str, bytes]
    """By the address that pages name them by."""

    def of(self, *templates: str) -> dict[str, Shown]:
        """Give the pages of some templates."""
        return {url: one for url, one in self.shown.items() if one.page.template in templates}


@pytest.fixture(scope="session")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Grown:
    """Make, read and show the library."""
    content = tmp_path_factory.mktemp("grown") / "content"
    Library(content, CASES).write()
    settings = read_settings(False) | {"SITEURL": "https://third-reader.example"}
    site = read_site(content, config_of(settings))
    assert errors([*site.diagnostics, *all_checks(site)]) == ()
    words = {one.code: catalogue(one) for one in site.config.languages}
    pages = all_pages(site, words)
    addresses = frozenset(one.address for one in pages)
    sheets = {"site": stylesheet(THEME / "styles"), **second(THEME / "styles")}
    styles = {f"/static/{name}.0123456789ab.css": css.encode() for name, css in sheets.items()}
    styles |= {f"/{one.name}": one.read_bytes() for one in (THEME / "static").glob("*.css")}
    environment = Environment(loader=FileSystemLoader(THEME / "templates"), **JINJA)  # noqa: S701  autoescape stands in JINJA
    spoken = {code: in_language(environment, t) for code, t in words.items()}
    surroundings = Surroundings(site, words, addresses)
    most = sorted(site.cited, key=lambda one: -len(site.cited[one]))[:SOURCES]
    shown = {}
    for page in pages:
        if wanted(page, most):
            around = surroundings.of(
                page.address,
                page.lang,
                tuple(f"/static/{name}.0123456789ab.css" for name in page.sheets),
                meta_policy("search" if page.asks else "own" if page.script else "none"),
                page.script,
            )
            template = spoken[page.lang].get_template(page.template)
            text = template.render(view=page.make(), site=around)
            shown[page.address] = Shown(page, text)
    return Grown(site, addresses, shown, styles)


def wanted(page: Page, most: list[str]) -> bool:
    """Say whether a page is shown here."""
    if page.template == "source.html":
        return any(page.address.endswith(f"/sources/{one}/") for one in most)
    return page.template not in SINGLE
