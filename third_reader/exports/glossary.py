"""`/data/glossary.json`: every term, its words, and the pages that use it (FORMAT, section 6)."""

from collections.abc import Iterable

from third_reader.exports.artifact import Artifact, records
from third_reader.model.address import term_address
from third_reader.model.glossary import Term
from third_reader.model.site import Site


def export(site: Site) -> Iterable[Artifact]:
    """Give all terms by id."""
    used: dict[str, set[str]] = {}
    for document in site.documents:
        for use in document.terms:
            used.setdefault(use.term, set()).add(document.url)
    written = {document.lang for document in site.documents}
    terms = site.glossary.terms.values()
    return (
        records(
            "/data/glossary.json",
            [_term(site, one, written, sorted(used.get(one.id, ()))) for one in terms],
        ),
    )


def _term(site: Site, term: Term, written: set[str], pages: list[str]) -> dict[str, object]:
    return {
        "id": term.id,
        "term": {lang: word.term for lang, word in term.words.items()},
        "definition": {
            lang: word.definition for lang, word in term.words.items() if word.definition
        },
        "pages": pages,
        "url": {
            one.code: f"{site.config.url}{term_address(term.id, one.prefix)}"
            for one in site.config.languages
            if one.code in written
        },
    }
