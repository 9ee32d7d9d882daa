"""`/search/index.json`, in each language: what the search box looks through.

One record a line, in the order in which equally good finds are shown: cases with the most claims
first, then explainers, pages, laws. It is found by substring, so Chinese needs no splitting.
"""

from collections.abc import Iterable, Iterator

from third_reader.exports.artifact import Artifact, records
from third_reader.languages.catalogue import Catalogue, catalogue
from third_reader.model.address import claim_anchor, source_address
from third_reader.model.document import CaseFacts, Document, PageKind
from third_reader.model.language import Language
from third_reader.model.site import Site
from third_reader.model.source import Kind

ADDRESS = "/search/index.json"

Record = dict[str, object]


def export(site: Site) -> Iterable[Artifact]:
    """Give the index of every language that has a page."""
    written = {document.lang for document in site.documents}
    for language in site.config.languages:
        if language.code in written:
            found = [*_pages(site, language), *_laws(site, language)]
            yield records(f"{language.prefix}{ADDRESS}", found)


def _pages(site: Site, language: Language) -> Iterator[Record]:
    t = catalogue(language)
    for kind, words in _kinds(t):
        documents = [one for one in site.documents if (one.kind, one.lang) == (kind, language.code)]
        for document in sorted(documents, key=lambda one: (-len(one.claims), one.slug)):
            yield {
                "url": document.url,
                "title": document.title,
                "kind": words,
                "names": " · ".join(dict.fromkeys(_names(site, document))),
                "text": document.summary,
                "more": [
                    *([f"#{one.id}", one.words] for one in document.headings),
                    *([f"#{claim_anchor(one.id)}", one.plain] for one in document.claims),
                ],
            }


def _laws(site: Site, language: Language) -> Iterator[Record]:
    t = catalogue(language)
    for source in site.sources.values():
        if source.kind is Kind.LAW:
            title = source.title if language.tag.startswith("zh") else source.title_en
            yield {
                "url": source_address(source.id, language.prefix),
                "title": title or source.title,
                "kind": t("Law"),
                "names": " · ".join(filter(None, (source.title, source.title_short))),
                "text": "",
                "more": [],
            }


def _kinds(t: Catalogue) -> tuple[tuple[PageKind, str], ...]:
    return (
        (PageKind.CASE, t("Case")),
        (PageKind.EXPLAINER, t("Explainer")),
        (PageKind.PAGE, t("Page")),
    )


def _names(site: Site, document: Document) -> Iterator[str]:
    """Give the names of a case's people, and its facets in every language: 微信 finds WeChat."""
    if document.case is None:
        return
    for person in document.case.people:
        yield from filter(None, (person.name, person.native, person.native_hans))
    for facet, id_ in _facets(document.case):
        yield from site.vocabulary.words.get(facet, {}).get(id_, {}).values()
    yield from filter(None, _stops(document.case))


def _facets(facts: CaseFacts) -> Iterator[tuple[str, str]]:
    yield "platforms", facts.platform
    yield from (("mechanisms", one) for one in facts.mechanism)
    yield "outcomes", facts.outcome
    yield from (("countries", one) for one in (facts.origin, *facts.to))


def _stops(facts: CaseFacts) -> Iterator[str]:
    if facts.envelope:
        yield facts.envelope.sender.plain
        yield facts.envelope.recipient.plain
        yield facts.envelope.reader.plain
