"""Addresses: no two pages share one, and none stands where the site itself does."""

from collections.abc import Iterator, Mapping

from third_reader.checks.known import LISTS
from third_reader.checks.readable import readable
from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.document import Document, PageKind
from third_reader.model.position import Position
from third_reader.model.site import Site
from third_reader.model.wording import quoted
from third_reader.reading.names import device, folded

TAKEN = Code(
    "address-taken",
    "Two things would be published at one address, so one of them would be lost. Case "
    "does not count, as some file systems do not keep it apart. Change the slug of the newer page.",
)
RESERVED = Code(
    "reserved-slug",
    "The site itself has something at this address (FORMAT, section 6), or Windows takes the name "
    "for a device or drops its last dot, so that the site could not be kept there. Choose another.",
)
OF_PAGES = frozenset(
    {"data", "images", "static", *(name.partition("/")[0] for name in LISTS if name)}
)
"""What stands at the root beside pages."""
OF_CASES = frozenset({"platform", "mechanism", "outcome", "from", "to"})
"""What stands under `/cases/` beside cases: facets."""


def check(site: Site) -> Iterator[Diagnostic]:
    """Give pages that stand in each other's place or in a fixed one."""
    reserved = {
        PageKind.PAGE: OF_PAGES | {folded(one.code) for one in site.config.languages},
        PageKind.CASE: OF_CASES,
    }
    first: dict[str, Document] = {}
    for document in sorted(site.documents, key=lambda one: (one.translation, one.path)):
        if not readable(document):
            continue
        if folded(document.slug) in reserved.get(document.kind, ()):
            told = f"slug {quoted(document.slug)} is an address of the site itself; choose another"
            yield RESERVED.error(document.at("slug"), told)
        if device(document.slug):
            told = f"slug {quoted(document.slug)} is a device's name on Windows; choose another"
            yield RESERVED.error(document.at("slug"), told)
        other = first.setdefault(folded(document.url), document)
        if other is not document:
            by = quoted(other.path, 60)
            told = f"{quoted(document.url, 60)} is taken by {by}; choose another slug"
            yield TAKEN.error(document.at("slug"), told)
    yield from _before(site, reserved)
    yield from _sources(site)
    for facet, words in site.vocabulary.words.items():
        for word in filter(device, words):
            told = f"{quoted(word)} of {facet} is a device's name on Windows; choose another id"
            yield RESERVED.error(site.vocabulary.position or Position(""), told)


def _before(site: Site, reserved: Mapping[PageKind, frozenset[str]]) -> Iterator[Diagnostic]:
    """Give former slugs that something else has: a page, another page before it, or the site."""
    pages = [one for one in site.documents if readable(one)]
    taken = {(one.kind, folded(one.slug)): one for one in reversed(pages)}
    for document in sorted(pages, key=lambda one: (one.translation, one.path)):
        for number, old in enumerate(document.was):
            at = document.at(f"was.{number}")
            if folded(old) in reserved.get(document.kind, ()) or device(old):
                told = f"slug {quoted(old)} is an address of the site itself; take it out of 'was'"
                yield RESERVED.error(at, told)
            other = taken.setdefault((document.kind, folded(old)), document)
            if other.slug != document.slug or folded(old) == folded(document.slug):
                by = "this page" if other is document else quoted(other.path, 60)
                told = f"{quoted(old, 60)} is taken by {by}; take it out of 'was'"
                yield TAKEN.error(at, told)


def _sources(site: Site) -> Iterator[Diagnostic]:
    """Give sources whose page is a folder of the name of another's file: `x.json` and `x`."""
    ids = {folded(one): one for one in site.sources}
    for source in site.sources.values():
        if device(source.id):
            told = f"source {quoted(source.id)} cannot be a folder on Windows; choose another id"
            yield RESERVED.error(source.position, told)
        other = ids.get(folded(source.id).removesuffix(".json"))
        if other is not None and other != source.id:
            told = (
                f"{quoted(f'/sources/{source.id}', 60)} is a file of {quoted(other, 60)}; rename it"
            )
            yield TAKEN.error(source.position, told)
