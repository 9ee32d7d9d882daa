"""Every address that the site will have (FORMAT, section 6), for links to be judged by."""

from collections.abc import Iterator

from third_reader.model.address import (
    CITED_KINDS,
    check_address,
    cite_address,
    facet_address,
    route_address,
    source_address,
    text_address,
    timeline_address,
)
from third_reader.model.document import CaseFacts, PageKind
from third_reader.model.site import Site
from third_reader.reading.judge import KINDS

LISTS = (
    "",
    "cases/",
    "explainers/",
    "sources/",
    "timeline/",
    "glossary/",
    "corrections/",
    "search/",
    "search/index.json",
    "open-questions/",
    "verify/",
    "data/",
    "third-reader.epub",
    "feeds/all.json",
    "feeds/cases.json",
    "feeds/all.atom.xml",
    "feeds/cases.atom.xml",
    "feeds/corrections.atom.xml",
    "feeds/changes.atom.xml",
)
"""What each language has, after its prefix and a slash."""
FILES = (
    *("/404.html", "/robots.txt", "/sitemap.xml", "/.well-known/security.txt"),
    *("/verify/words.txt", "/SHA256SUMS"),
)
DATA = (
    *("cases.json", "cases.csv", "claims.json", "claims.csv", "citations.json"),
    *("sources.json", "sources.bib", "sources.ris", "events.json", "events.ics", "glossary.json"),
    *(f"schema/{kind}.json" for kind in KINDS),
    *(f"schema/{name}.json" for name in ("cases", "citations", "claims", "events", "sources")),
    "datapackage.json",
    "README.md.txt",
)


def known_addresses(site: Site) -> frozenset[str]:
    """Give all addresses that a link within the site may lead to, without anchors."""
    return frozenset(_addresses(site))


def _addresses(site: Site) -> Iterator[str]:
    yield from (document.url for document in site.documents)
    yield from site.pictures
    yield from FILES
    yield from (f"/data/{name}" for name in DATA)
    yield from (f"/sources/{source}.json" for source in site.sources)
    written = {document.lang for document in site.documents}
    for language in site.config.languages:
        if language.code not in written:
            continue
        yield from (f"{language.prefix}/{name}" for name in LISTS if _there(name, site))
        yield from (source_address(source, language.prefix) for source in site.sources)
    for document in site.documents:
        if document.kind in CITED_KINDS:
            yield from (cite_address(document.url, form) for form in ("bib", "ris", "json"))
            yield text_address(document.url)
        if document.kind is not PageKind.PAGE and document.claims:
            yield check_address(document.url)
        if document.case is not None:
            prefix = site.config.language(document.lang).prefix
            yield from _facets(document.case, prefix)
            if document.events:
                yield timeline_address(prefix, document.case.platform)


def _there(name: str, site: Site) -> bool:
    """Tell whether a site has a list: a glossary only with terms in it."""
    return name != "glossary/" or bool(site.glossary.terms)


def _facets(facts: CaseFacts, prefix: str) -> Iterator[str]:
    """Give the lists that a case stands in; places also by their country."""
    given = (
        *(("mechanism", one) for one in facts.mechanism),
        ("platform", facts.platform),
        ("outcome", facts.outcome),
        *(("from", one) for one in (facts.origin, country(facts.origin))),
        *(("to", one) for to in facts.to for one in (to, country(to))),
    )
    yield from (facet_address(facet, value, prefix) for facet, value in given if value)
    if facts.origin:
        routes = ((country(facts.origin), country(to)) for to in facts.to)
        yield from (route_address(*route, prefix) for route in routes)


def country(code: str) -> str:
    """Give the country of a code of ISO 3166-1 or 3166-2."""
    return code.partition("-")[0]
