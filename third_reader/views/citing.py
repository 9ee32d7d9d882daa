"""How to cite a page: in words, as files for reference managers, and the page's own source text."""

from dataclasses import dataclass

from third_reader.model.address import CITED_KINDS, cite_address, text_address
from third_reader.model.document import Document
from third_reader.views.imprint import citation
from third_reader.views.shared import Shared

FORMS = (("bib", "BibTeX"), ("ris", "RIS"), ("json", "CSL-JSON"))


@dataclass(frozen=True, slots=True)
class File:
    """A file to take away."""

    href: str
    words: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what a page states of itself."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Citing:
    """What stands under "How to cite this page"."""

    words: str
    files: tuple[File, ...]
    """Empty: the page is of a kind that is not cited so."""
    text: File | None
    """None: no file was written for this language."""
    href: str
    permalink: str
    """Its address in words: absolute if the site knows its own."""
    facts: tuple[Fact, ...]


def citing(document: Document, shared: Shared) -> Citing:
    """Give how to cite a page, with its days."""
    t = shared.t
    cited = document.kind in CITED_KINDS
    days = (
        (t("First published"), document.date),
        (t("Last checked"), document.reviewed),
        (t("Last changed"), document.updated),
    )
    written = cited and document.url in shared.site.texts
    return Citing(
        words=citation(document, shared),
        files=tuple(File(cite_address(document.url, form), words) for form, words in FORMS)
        if cited
        else (),
        text=File(text_address(document.url), t("The text as it was written")) if written else None,
        href=document.url,
        permalink=shared.absolute(document.url),
        facts=tuple(Fact(name, t.day(day)) for name, day in days if day),
    )
