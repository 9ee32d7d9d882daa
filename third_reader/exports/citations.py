"""`/data/citations.json`: one record a cited item, in document order (FORMAT, section 6)."""

from collections.abc import Iterable, Iterator

from third_reader.exports.artifact import Artifact, records
from third_reader.model.address import cite_anchor
from third_reader.model.document import Document
from third_reader.model.site import Site


def export(site: Site) -> Iterable[Artifact]:
    """Give the citations of all pages; pages are sorted by address."""
    ordered = sorted(site.documents, key=lambda document: document.url)
    rows = [row for document in ordered for row in citations(document)]
    return (records("/data/citations.json", rows),)


def citations(document: Document) -> Iterator[dict[str, object]]:
    """Give the records of one page; what an item does not have is an empty string."""
    for index, mark in enumerate(document.marks):
        yield {
            "page": document.url,
            "lang": document.lang,
            "anchor": cite_anchor(index),
            "group": mark.group,
            "key": mark.item.key,
            "mode": mark.item.mode.value,
            "prefix": mark.item.prefix,
            "locator_label": mark.item.locator_label,
            "locator": mark.item.locator,
            "suffix": mark.item.suffix,
            "claim": mark.claim,
        }
