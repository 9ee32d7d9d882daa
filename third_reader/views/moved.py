"""What stands at an address that a page had before: where it is now."""

from dataclasses import dataclass

from third_reader.model.document import Document
from third_reader.views.article import Link
from third_reader.views.shared import Shared


@dataclass(frozen=True, slots=True)
class MovedView:
    """What `moved.html` shows."""

    title: str
    description: str
    page: Link


def moved_view(document: Document, shared: Shared) -> MovedView:
    """Give the page that leads to another one, by a link and by itself, without scripts."""
    t = shared.t
    return MovedView(
        title=t("This page has moved"),
        description=t("It is now at another address. If you are not taken there, follow the link."),
        page=Link(document.url, document.title),
    )
