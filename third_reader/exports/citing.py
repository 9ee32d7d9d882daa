"""`/cases/<slug>/cite.bib`, `.ris`, `.json`: how to cite a case or an explainer of ours."""

from collections.abc import Iterable, Iterator

from third_reader.exports.artifact import Artifact, records
from third_reader.exports.bibtex import entry
from third_reader.exports.ris import record
from third_reader.languages.catalogue import Catalogue, catalogue
from third_reader.model.address import CITED_KINDS, cite_address
from third_reader.model.document import Document
from third_reader.model.site import Site


def export(site: Site) -> Iterable[Artifact]:
    """Give three files for each case and explainer, in each language."""
    words = {language.code: catalogue(language) for language in site.config.languages}
    for document in site.documents:
        if document.kind in CITED_KINDS:
            yield from _files(page_item(site, document, words[document.lang]), document.url)


def page_item(site: Site, document: Document, t: Catalogue) -> dict[str, object]:
    """Give a page as a CSL-JSON item; it has an address only if the site knows its own."""
    config = site.config
    name = t("The Third Reader") if config.name == "The Third Reader" else config.name
    day = document.updated or document.date
    language = config.language(document.lang)
    return {
        "id": "-".join(("third-reader", document.slug, *filter(None, [language.prefix[1:]]))),
        "type": "webpage",
        "title": document.title,
        "author": [{"literal": name}],
        "container-title": name,
        **({"issued": {"date-parts": [[day.year, day.month, day.day]]}} if day else {}),
        **({"URL": f"{config.url}{document.url}"} if config.url else {}),
        "language": language.tag,
        "note": t("built {day}", day=config.today.isoformat()),
    }


def _files(item: dict[str, object], address: str) -> Iterator[Artifact]:
    yield Artifact(cite_address(address, "bib"), entry(item).encode())
    yield Artifact(cite_address(address, "ris"), record(item).encode())
    yield records(cite_address(address, "json"), [item])
