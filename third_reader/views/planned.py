"""A page that is to be written: its address, its template, and how its view is made."""

from collections.abc import Callable
from dataclasses import dataclass

from third_reader.views.preview import Preview


@dataclass(frozen=True, slots=True)
class Page:
    """One page to be written."""

    address: str
    template: str
    lang: str
    """Code of its language."""
    make: Callable[[], object]
    """Makes its view, a frozen dataclass."""
    more: bool = False
    """It needs the stylesheet of its kind of page (theme/styles/more/)."""
    body: bool = False
    """Its text holds what few texts do, a chart, a term or a drawing (theme/styles/body/)."""
    script: str = ""
    """Address of the one script of ours that it loads; empty: none."""
    asks: bool = False
    """That script asks the site for a file."""
    preview: Callable[[], Preview] | None = None
    """Makes the words of its own picture for previews; None: it has that of the site."""

    @property
    def sheets(self) -> tuple[str, ...]:
        """Give the stylesheets that it needs, by name."""
        second = (*(["more"] if self.more else []), *(["body"] if self.body else []))
        return ("site", *second, "print")
