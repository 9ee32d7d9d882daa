"""Where a source is cited: every mark in all languages, by page and section."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from third_reader.model.address import cite_anchor
from third_reader.model.document import Document
from third_reader.model.site import Place
from third_reader.views.article import Link
from third_reader.views.shared import Shared

PAGE, MARK = 150, 45
"""Bytes that a page's heading and one mark count for."""


@dataclass(frozen=True, slots=True)
class CitedSection:
    """The marks of one section of a page."""

    words: str
    marks: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class CitedPage:
    """A page that cites the source."""

    href: str
    title: str
    lang: str
    """BCP 47 tag of the page; empty: as this one."""
    sections: tuple[CitedSection, ...]


def cited_pages(places: Iterable[Place], shared: Shared) -> tuple[CitedPage, ...]:
    """Give every mark by page and section, those of this language first."""
    t = shared.t
    pages: dict[str, tuple[Document, dict[str, list[Link]]]] = {}
    mark = t("mark {n}")
    for place in places:
        document = place.document
        _, sections = pages.setdefault(document.url, (document, {}))
        words = mark.format(n=place.mark + 1)
        link = Link(f"{document.url}#{cite_anchor(place.mark)}", words)
        sections.setdefault(document.marks[place.mark].section, []).append(link)
    own = shared.language.code
    apart = {
        "": t("Before the first section"),
        "envelope": t("Envelope"),
        "people": t("Who is named, and why"),
    }
    return tuple(
        _cited_page(document, sections, apart, shared)
        for document, sections in sorted(pages.values(), key=lambda one: one[0].lang != own)
    )


def flat(found: Iterable[CitedPage]) -> tuple[CitedPage, ...]:
    """Part pages into their sections, so that a list can be shared out between any two."""
    return tuple(
        page if len(page.sections) == 1 else replace(page, sections=(one,))
        for page in found
        for one in page.sections
    )


def joined(parts: Iterable[CitedPage]) -> tuple[CitedPage, ...]:
    """Join the sections of each page again."""
    made: dict[str, tuple[CitedPage, list[CitedSection]]] = {}
    for part in parts:
        made.setdefault(part.href, (part, []))[1].extend(part.sections)
    return tuple(
        page if len(page.sections) == len(sections) else replace(page, sections=tuple(sections))
        for page, sections in made.values()
    )


def mark_weight(part: CitedPage) -> int:
    """Give the bytes that a page with some of its sections counts for."""
    marks = sum(len(section.marks) for section in part.sections)
    words = (part.title, *(section.words for section in part.sections))
    return PAGE + MARK * marks + sum(len(one.encode()) for one in words)


def _cited_page(
    document: Document,
    sections: dict[str, list[Link]],
    apart: Mapping[str, str],
    shared: Shared,
) -> CitedPage:
    """Give a page; `apart` are the words of places that are no section of its text."""
    names = {head.id: head.words for head in document.headings} | dict(apart)
    language = shared.site.config.language(document.lang)
    return CitedPage(
        document.url,
        document.title,
        "" if language == shared.language else language.tag,
        tuple(
            CitedSection(names.get(section, section), tuple(marks))
            for section, marks in sections.items()
        ),
    )
