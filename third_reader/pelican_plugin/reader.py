"""Documents as Pelican's content: what its generators, feeds and other plugins see."""

from datetime import datetime
from typing import Any

from pelican.readers import BaseReader

from third_reader.model.address import file_of
from third_reader.model.document import Document
from third_reader.pelican_plugin.build import Build
from third_reader.publishing.feeds import noon


class DocumentReader(BaseReader):  # type: ignore[misc]  # pelican ships no types
    """Give Pelican the metadata of a document; its body is a view's matter, not Pelican's."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Give no content, and the metadata; a page that was left out is skipped."""
        document = Build.of(self.settings).document(source_path)
        if document is None:
            return "", {"status": "skip"}
        values: dict[str, Any] = {
            "title": document.title,
            "slug": document.slug,
            "page_id": f"{document.kind.value}/{document.slug}",
            "lang": document.lang,
            "summary": document.summary,
            "status": "published",
            "url": document.url.lstrip("/"),
            "save_as": file_of(document.url),
            "category": self.process_metadata("category", document.kind.value),
            "address": document.url,
        }
        return "", values | _days(document)


def _days(document: Document) -> dict[str, datetime]:
    days = {"date": document.date, "modified": document.updated}
    return {name: noon(day) for name, day in days.items() if day is not None}
