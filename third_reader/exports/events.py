"""`/data/events.json`: the dated events of all pages (FORMAT, section 6)."""

from collections.abc import Iterable

from third_reader.exports.artifact import Artifact, records
from third_reader.model.blocks import Event
from third_reader.model.document import Document
from third_reader.model.site import Site


def export(site: Site) -> Iterable[Artifact]:
    """Give all events by the first day that each may mean, then by page and place on it."""
    found = [(document, event) for document in site.documents for event in document.events]
    found.sort(key=lambda pair: (pair[1].when.first_day(), pair[0].url))
    return (records("/data/events.json", [_event(site, *pair) for pair in found]),)


def _event(site: Site, page: Document, event: Event) -> dict[str, object]:
    return {
        "when": event.when.iso(),
        "page": page.url,
        "lang": page.lang,
        "text": event.plain,
        "sources": sorted(set(event.keys) & site.sources.keys()),
        "url": f"{site.config.url}{page.url}#{event.id}",
    }
