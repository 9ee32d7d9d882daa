"""The addresses that links are judged by are those that the site writes."""

import re

from tests.checks.making import facts, page, site, source
from third_reader.checks.known import known_addresses
from third_reader.exports import all_exports
from third_reader.languages.catalogue import catalogue
from third_reader.languages.load import language
from third_reader.model.document import PageKind
from third_reader.model.site import Site
from third_reader.views.pages import all_pages

PARTS = re.compile(r"/search/(words|text)/")
"""What the search asks for piece by piece: no page of its own."""
SERVERS = {"/_headers", "/nginx.conf", "/Caddyfile", "/.htaccess"}
"""Files that servers read; nobody links to them."""


def whole_site() -> Site:
    several = facts(to=("US", "TW-TPE"), mechanism=("account-monitoring", "informer"))
    documents = [
        page("gao", case=several),
        page("gao", lang="zh-hant"),
        page("how", PageKind.EXPLAINER),
        page("about", PageKind.PAGE),
    ]
    return site(documents, [source("rfa"), source("court:2019", "rfa")])


def test_every_page_that_is_written_may_be_linked() -> None:
    made = whole_site()
    words = {one: catalogue(language(one, one == "en")) for one in ("en", "zh-hant", "zh-hans")}
    written = {one.address for one in all_pages(made, words)}
    assert written
    assert written - known_addresses(made) == set()


def test_every_export_may_be_linked() -> None:
    made = whole_site()
    written = {one.address for one in all_exports(made)}
    parts = {one for one in written if PARTS.search(one)}
    assert parts
    assert written - known_addresses(made) - SERVERS - parts == set()
