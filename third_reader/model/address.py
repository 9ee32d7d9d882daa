"""Addresses within the site (FORMAT, section 6): the one place that knows them."""

import re

from third_reader.model.document import PageKind

CITED_KINDS = frozenset({PageKind.CASE, PageKind.EXPLAINER})
"""Kinds of pages that others cite: each has files that say how, and its source text."""

_CASES = re.compile(r"(.*/cases/(?:\w+/[^/]+|from/[^/]+/to/[^/]+)/)(?:\d+/)?")


def page_address(kind: PageKind, slug: str, prefix: str = "") -> str:
    """Give the address of a page: `/cases/gao-zhigang/`; pages stand at the root."""
    folder = "" if kind is PageKind.PAGE else f"/{kind.value}"
    return f"{prefix}{folder}/{slug}/"


def source_address(source: str, prefix: str = "") -> str:
    """Give the address of a source's page."""
    return f"{prefix}/sources/{source}/"


def kind_address(kind: str, prefix: str = "", year: str = "", number: int = 1) -> str:
    """Give the address of the sources of a kind: `/sources/kind/law/`, of a year, a later part.

    `year` may be `undated`.
    """
    parts = (kind, year, str(number) if number > 1 else "")
    return f"{prefix}/sources/kind/" + "".join(f"{part}/" for part in parts if part)


def facet_address(facet: str, value: str, prefix: str = "") -> str:
    """Give the address of a facet: `/cases/platform/wechat/`, `/cases/from/CN/`."""
    return f"{prefix}/cases/{facet}/{value}/"


def route_address(origin: str, to: str, prefix: str = "") -> str:
    """Give the address of the cases between two countries: `/cases/from/CN/to/US/`."""
    return f"{prefix}/cases/from/{origin}/to/{to}/"


def list_feed(page: str) -> str:
    """Give the feed of a list of cases by one of its pages: all have that beside the first."""
    found = _CASES.fullmatch(page)
    return f"{found[1] if found else page}feed.atom.xml"


def timeline_address(prefix: str = "", platform: str = "", year: int = 0, number: int = 1) -> str:
    """Give the address of a timeline: `/timeline/wechat/`, of one year of it, of a later part."""
    parts = (platform, str(year or ""), str(number) if number > 1 else "")
    return f"{prefix}/timeline/" + "".join(f"{part}/" for part in parts if part)


def term_address(term: str, prefix: str = "") -> str:
    """Give the address of a term's entry in the glossary: `/glossary/#md5`."""
    return f"{prefix}/glossary/#{term}"


def letter_address(letter: str, prefix: str = "") -> str:
    """Give the address of a heading of a long glossary: `/glossary/letter-m/`, `strokes-5/`."""
    return f"{prefix}/glossary/{letter}/"


def use_address(term: str, prefix: str = "") -> str:
    """Give the address of the pages that use a term: `/glossary/term/md5/`."""
    return f"{prefix}/glossary/term/{term}/"


def cite_address(page: str, form: str) -> str:
    """Give the address of how to cite a page, `form` is `bib`, `ris` or `json`."""
    return f"{page}cite.{form}"


def text_address(page: str) -> str:
    """Give the address of a page's own source text."""
    return f"{page}source.md.txt"


def feed_address(name: str, prefix: str = "") -> str:
    """Give the address of a feed: `/feeds/cases.atom.xml`."""
    return f"{prefix}/feeds/{name}.atom.xml"


def book_address(prefix: str = "") -> str:
    """Give the address of the whole site as a book."""
    return f"{prefix}/third-reader.epub"


def card_address(page: str) -> str:
    """Give the address of the picture that stands for a case where it is linked."""
    return f"{page}card.png"


def check_address(page: str, part: int = 1) -> str:
    """Give the address of a page's check sheet; sheets after the first carry their number."""
    return f"{page}check/" if part == 1 else f"{page}check/{part}/"


def cite_anchor(mark: int) -> str:
    """Give the anchor of a mark, by its index on the page."""
    return f"cite-{mark + 1}"


def claim_anchor(claim: str) -> str:
    """Give the anchor of a claim."""
    return f"claim-{claim}"


def file_of(address: str) -> str:
    """Give the file, relative to the output, that serves an address.

    Raises ValueError for an address that would leave the output; reading lets none such through.
    """
    path = address.lstrip("/")
    if ".." in path.split("/"):
        message = f"{address} leads out of the site"
        raise ValueError(message)
    return f"{path}index.html" if path.endswith("/") or not path else path
