"""`/sitemap.xml` (sitemaps.org 0.9), with each page's other languages."""

from collections.abc import Iterable, Iterator
from html import escape
from urllib.parse import quote

from third_reader.exports.artifact import Artifact, lines
from third_reader.model.language import Language
from third_reader.model.site import Site

_OPENING = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">'
)


def sitemap(site: Site, addresses: Iterable[str]) -> tuple[Artifact, ...]:
    """Give the map of the pages at these addresses; nothing if the site does not know its own.

    Addresses of files (`/404.html`) and of pages that have moved are left out. Pages that differ by
    the language's prefix alone are each other's alternates; the first language is the default.
    """
    if not site.config.url:
        return ()
    pages = sorted({address for address in addresses if address.endswith("/")} - site.moved.keys())
    groups: dict[str, dict[str, str]] = {}
    for page in pages:
        language = language_of(page, site.config.languages)
        groups.setdefault(page.removeprefix(language.prefix), {})[language.tag] = page
    changed = {page.url: page.updated or page.date for page in site.documents}
    text = ['<?xml version="1.0" encoding="UTF-8"?>', _OPENING]
    for page in pages:
        bare = page.removeprefix(language_of(page, site.config.languages).prefix)
        day = changed.get(page)
        text += [
            "<url>",
            f"<loc>{_absolute(site, page)}</loc>",
            *([f"<lastmod>{day.isoformat()}</lastmod>"] if day else []),
            *_alternates(site, groups[bare]),
            "</url>",
        ]
    return (lines("/sitemap.xml", [*text, "</urlset>"]),)


def language_of(address: str, languages: tuple[Language, ...]) -> Language:
    """Give the language of a page by its address: the one whose prefix it has."""
    others = [one for one in languages if one.prefix and address.startswith(f"{one.prefix}/")]
    return others[0] if others else languages[0]


def _alternates(site: Site, group: dict[str, str]) -> Iterator[str]:
    if len(group) < 2:
        return
    tags = [language.tag for language in site.config.languages if language.tag in group]
    for name, tag in [*((tag, tag) for tag in tags), ("x-default", tags[0])]:
        address = _absolute(site, group[tag])
        yield f'<xhtml:link rel="alternate" hreflang="{escape(name)}" href="{address}"/>'


def _absolute(site: Site, address: str) -> str:
    return escape(site.config.url + quote(address, safe="/:~"))
