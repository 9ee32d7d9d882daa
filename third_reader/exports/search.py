"""`/search/`: what the search box looks through, in each language.

`index.json` has a record a page, in the order in which equally good finds are shown: cases with
the most claims first, then explainers, pages, terms, laws. `words/0.json` and on say which pages
have a word, and `text/` has the words of each page, asked for where they are shown (ADR 11).
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from third_reader.exports.artifact import Artifact
from third_reader.exports.passages import Passage, passages
from third_reader.languages.catalogue import Catalogue, catalogue
from third_reader.languages.folding import folded, tokens
from third_reader.model.address import CITED_KINDS, source_address, term_address
from third_reader.model.document import CaseFacts, Document, PageKind
from third_reader.model.language import Language
from third_reader.model.site import Site
from third_reader.model.source import Kind

FOLDER = "/search/"
LONGEST = 24_000
"""Characters of one file of words, before it is packed."""


@dataclass(frozen=True, slots=True)
class Record:
    """A page, a term or a law in the index."""

    url: str
    title: str
    kind: str
    names: str
    """Of people, facets and stops; of these in all languages, so that 微信 finds WeChat."""
    text: str
    """Address of its words; empty: it has no other than these."""


def export(site: Site) -> Iterable[Artifact]:
    """Give the index, the words and the texts of every language that has a page."""
    written = {document.lang for document in site.documents}
    for language in site.config.languages:
        if language.code in written:
            yield from _language(site, language)


def _language(site: Site, language: Language) -> Iterator[Artifact]:
    folder = f"{language.prefix}{FOLDER}"
    pages: dict[str, list[int]] = {}
    found: list[Record] = []
    for document, kind in _documents(site, language):
        text = f"{folder}text/{document.kind.value}/{document.slug}.json"
        said = (*passages(document), *_cited(document, site))
        for token, best in _tokens(said).items():
            pages.setdefault(token, []).append(2 * len(found) + best)
        names = " · ".join(dict.fromkeys(_names(site, document)))
        found.append(Record(document.url, document.title, kind, names, text))
        yield _compact(text, said)
    found += (*_terms(site, language), *_laws(site, language))
    files = _parted(pages)
    for number, words in enumerate(files):
        yield _compact(f"{folder}words/{number}.json", words)
    first = [next(iter(words)) for words in files]
    yield _compact(f"{folder}index.json", {"pages": [asdict(one) for one in found], "words": first})


def _tokens(said: Iterable[Passage]) -> dict[str, bool]:
    """Give what a page is found by; True: its summary or a claim has it."""
    best: set[str] = set()
    every: set[str] = set()
    for anchor, words in said:
        (best if not anchor or anchor.startswith("claim-") else every).update(tokens(folded(words)))
    return dict.fromkeys(every, False) | dict.fromkeys(best, True)


def _parted(pages: dict[str, list[int]]) -> list[dict[str, list[int]]]:
    """Part the words, in order, into files of like length."""
    files: list[dict[str, list[int]]] = []
    room = 0
    for word in sorted(pages, key=_as_scripts_sort):
        needed = len(word) + 4 * len(pages[word]) + 6
        if needed > room or not files:
            files.append({})
            room = LONGEST
        files[-1][word] = pages[word]
        room -= needed
    return files


def _as_scripts_sort(word: str) -> bytes:
    return word.encode("utf-16-be")


def _compact(address: str, value: object) -> Artifact:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Artifact(address, f"{text}\n".encode())


def _documents(site: Site, language: Language) -> Iterator[tuple[Document, str]]:
    for kind, words in _kinds(catalogue(language)):
        documents = [one for one in site.documents if (one.kind, one.lang) == (kind, language.code)]
        for document in sorted(documents, key=lambda one: (-len(one.claims), one.slug)):
            yield document, words


def _cited(document: Document, site: Site) -> Iterator[Passage]:
    """Give the titles of the sources of a page, which stand at its end."""
    keys = dict.fromkeys(mark.item.key for mark in document.marks)
    cited = [site.sources[key] for key in keys if key in site.sources]
    titles = [" ".join((one.title, one.title_en, one.container)) for one in cited]
    if titles and document.kind in CITED_KINDS and "sources" not in document.anchors:
        yield "sources", "; ".join(" ".join(one.split()) for one in titles)


def _terms(site: Site, language: Language) -> Iterator[Record]:
    t = catalogue(language)
    for term in site.glossary.terms.values():
        words = [one.term for one in term.words.values()]
        own = term.word(language.code)[1].term
        address = term_address(term.id, language.prefix)
        yield Record(address, own, t("Glossary"), " · ".join(dict.fromkeys(words)), "")


def _laws(site: Site, language: Language) -> Iterator[Record]:
    t = catalogue(language)
    for source in site.sources.values():
        if source.kind is Kind.LAW:
            title = source.title if language.tag.startswith("zh") else source.title_en
            yield Record(
                source_address(source.id, language.prefix),
                title or source.title,
                t("Law"),
                " · ".join(filter(None, (source.title, source.title_short))),
                "",
            )


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
