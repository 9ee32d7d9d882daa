"""The glossary: each `[[term]]` is in it, and each entry speaks every language of the site."""

from collections.abc import Iterator

from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.site import Site
from third_reader.model.wording import quoted, suggestions

UNKNOWN_TERM = Code(
    "unknown-term",
    "A page uses a term, `[[term]]`, that `data/glossary.yaml` does not have, so its link would "
    "lead nowhere. Mend the id, add the term there, or write the words alone.",
)
MISSING = Code(
    "term-without-language",
    "A term of the glossary has no word or no definition in a language that pages are written in; "
    "its readers would get another language's. `zh-hans` is made from `zh-hant` where it is not "
    "written.",
)
MADE = {"zh-hans": "zh-hant"}
"""A language, and the one that its words are made from where nobody wrote them."""


def check(site: Site) -> Iterator[Diagnostic]:
    """Give terms that are not there, and languages that entries lack."""
    if not site.glossary.lost:
        yield from _unknown(site)
    written = {document.lang for document in site.documents}
    codes = [one.code for one in site.config.languages if one.code in written]
    for term in site.glossary.terms.values():
        for code in codes:
            kinds = (("term", term.written), ("definition", term.defined))
            lacking = [name for name, has in kinds if not has & {code, MADE.get(code, code)}]
            if lacking:
                told = f"term {quoted(term.id, 60)} has no {' and no '.join(lacking)} in {code}"
                yield MISSING.warning(term.position, f"{told}; add it")


def _unknown(site: Site) -> Iterator[Diagnostic]:
    terms = site.glossary.terms
    unknown = [
        use for document in site.documents for use in document.terms if use.term not in terms
    ]
    hints = suggestions((use.term for use in unknown), terms)
    for use in unknown:
        wish = hints[use.term] or "; add it to data/glossary.yaml or mend the id"
        told = f"the glossary has no term {quoted(use.term, 60)}{wish}"
        yield UNKNOWN_TERM.error(use.position, told)
