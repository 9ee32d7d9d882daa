"""`/data/claims.json` and `/data/claims.csv`: every claim, its grade and what it rests on."""

from collections.abc import Iterable, Iterator

from third_reader.exports.artifact import Artifact, records
from third_reader.exports.table import table
from third_reader.model.address import claim_anchor
from third_reader.model.document import Document
from third_reader.model.site import Site

FIELDS = ("case", "id", "lang", "text", "grade", "sources", "origins", "url")


def export(site: Site) -> Iterable[Artifact]:
    """Give the claims of all pages, by address of the page and then down the page."""
    ordered = sorted(site.documents, key=lambda document: document.url)
    rows = [row for document in ordered for row in claims(site, document)]
    return (
        records("/data/claims.json", rows),
        table("/data/claims.csv", FIELDS, rows),
    )


def claims(site: Site, document: Document) -> Iterator[dict[str, object]]:
    """Give the records of one page; the address is absolute if the site knows its own."""
    for claim in document.claims:
        graded = site.grades[document.url, claim.id]
        yield {
            "case": document.slug,
            "id": claim.id,
            "lang": document.lang,
            "text": claim.plain,
            "grade": graded.grade.value,
            "sources": list(graded.sources),
            "origins": list(graded.origins),
            "url": f"{site.config.url}{document.url}#{claim_anchor(claim.id)}",
        }
