"""What the picture of a case says where its address is linked, before anybody opens it."""

from dataclasses import dataclass

from third_reader.model.document import CaseFacts, Document
from third_reader.views.entries import entry
from third_reader.views.shared import Shared


@dataclass(frozen=True, slots=True)
class Preview:
    """The words of a card; what is empty is left out."""

    site: str
    title: str
    origin: str
    to: str
    reader: str
    foot: str
    """App and year."""
    established: bool
    """The way to the reader is drawn solid."""


def preview(document: Document, facts: CaseFacts, shared: Shared) -> Preview:
    """Give a case's card in its language.

    Where no typeface of ours has the language's letters, codes and numbers stand for words.
    """
    shown = entry(document, facts, shared)
    if shared.language.tag.startswith("zh"):
        codes = ", ".join(facts.to)
        return Preview("", "", facts.origin, codes, "", shown.year, shown.route.shown)
    return Preview(
        site=shared.site.config.name,
        title=document.title,
        origin=shown.route.origin,
        to=shown.route.to,
        reader=shown.route.reader,
        foot=shown.brief,
        established=shown.route.shown,
    )


def site_preview(name: str) -> Preview:
    """Give the card of every other page."""
    return Preview(name, "Delivered. Read. Read by someone else.", "", "", "", "", True)
