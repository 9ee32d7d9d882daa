"""The built site as files: its pages by address, and one page of each type."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

LANGUAGES = ("zh-hant", "zh-hans")
LISTS = ("cases", "explainers", "sources", "timeline", "glossary", "corrections", "search")
LISTS += ("open-questions", "verify")
HOST = "https://here.invalid"
"""Stands for the site itself while addresses are joined."""


@dataclass(frozen=True)
class Page:
    """One HTML file of the site."""

    url: str
    """Its path on the site: `/cases/x/`, `/404.html`."""
    path: Path

    @cached_property
    def text(self) -> str:
        """The file, decoded."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def root(self) -> html.HtmlElement:
        """The file, parsed."""
        return html.document_fromstring(
            self.text.encode(), parser=html.HTMLParser(encoding="utf-8")
        )

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Every id of the page."""
        return frozenset(self.root.xpath("//@id"))

    @property
    def kind(self) -> str:
        """Its type: `home`, `case`, `facet` …; with the language before it if not English."""
        first, *rest = [one for one in self.url.split("/") if one] or ["home"]
        if first in LANGUAGES:
            return f"{first} {Page('/' + '/'.join(rest), self.path).kind}"
        if first == "sources" and len(rest) > 1:
            return "sources" if rest[0] == "kind" else "rests"
        if first in {"cases", "explainers", "sources"} and rest and rest[0] != "page":
            if rest[1:2] == ["check"]:
                return "check"
            return "facet" if len(rest) > 1 else first.removesuffix("s")
        if first == "404.html":
            return "404"
        return first if first in {"home", "data", *LISTS} else "page"

    def resolve(self, address: str) -> tuple[str, str] | None:
        """Give path and fragment of an address on the site; None for one elsewhere."""
        whole = urljoin(HOST + self.url, address)
        if not whole.startswith(HOST):
            return None
        parts = urlsplit(whole)
        return unquote(parts.path) or "/", unquote(parts.fragment)


@dataclass(frozen=True)
class Output:
    """All pages of a built site."""

    folder: Path
    pages: dict[str, Page]

    @cached_property
    def types(self) -> dict[str, str]:
        """The address of the longest page of each type: what fits there fits everywhere."""
        longest: dict[str, Page] = {}
        for page in self.pages.values():
            if page.kind not in longest or len(page.text) > len(longest[page.kind].text):
                longest[page.kind] = page
        return {kind: page.url for kind, page in sorted(longest.items())}

    def has(self, path: str) -> bool:
        """Say whether an address path of the site leads to a file."""
        file = self.folder / path.lstrip("/")
        return (file / "index.html").is_file() if path.endswith("/") else file.is_file()


def read_output(folder: Path) -> Output:
    """Find every page under a folder."""
    pages = {}
    for path in sorted(folder.rglob("*.html")):
        name = "/" + path.relative_to(folder).as_posix()
        url = name.removesuffix("index.html") if name.endswith("/index.html") else name
        pages[url] = Page(url, path)
    return Output(folder, pages)
