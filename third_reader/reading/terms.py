"""Glossary terms in a page: `[[term]]` becomes a link, and its place is kept for the checks."""

from dataclasses import fields, is_dataclass, replace
from typing import Protocol, TypeVar, cast
from xml.etree.ElementTree import Element

from third_reader.languages.typography import typographic
from third_reader.model.address import term_address
from third_reader.model.document import Document
from third_reader.model.glossary import Glossary, TermUse
from third_reader.model.position import Position
from third_reader.model.text import BARE, BARE_FIRST, TermsSlot

TAG = "tr-term"


class Page(Protocol):
    """What a page must offer here."""

    prefix: str
    terms: list[TermUse]

    def at(self, element: Element) -> Position:
        """Give where an element stands."""

    def place(self, text: str) -> Position | None:
        """Give the position of the first stamp in a text."""


def take_terms(page: Page, element: Element) -> None:
    """Note each term inside an element and where it stands, while its stamps are there."""
    for child in element.iter(TAG):
        at = page.place(child.attrib.pop("at", "")) or page.at(child)
        bare = (child.text or "").startswith(BARE_FIRST)
        page.terms.append(TermUse(child.get("term", ""), bare, at))
    for picture in element.iter("img"):
        at = page.place(picture.get("src", "")) or page.at(picture)
        found = BARE.findall(picture.get("alt", ""))
        page.terms += [TermUse(term, True, at) for term in found]


def link_terms(page: Page, element: Element) -> None:
    """Make each term inside an element a link; within another link it stays plain words."""
    for link in element.iter("a"):
        for child in link.iter(TAG):
            child.tag, child.attrib = "span", {}
    for child in list(element.iter(TAG)):
        child.tag, child.attrib = "a", {"href": term_address(child.get("term", ""), page.prefix)}


def defining(page: Page, since: int) -> tuple[TermsSlot, ...]:
    """Give the place for the definitions of the terms noted since; empty: there are none."""
    found = dict.fromkeys(use.term for use in page.terms[since:])
    return (TermsSlot(tuple(found)),) if found else ()


Value = TypeVar("Value")


def spelled(document: Document, glossary: Glossary, tag: str) -> Document:
    """Give a page whose bare terms have the glossary's words; `tag` is the page's language."""
    if not any(use.bare for use in document.terms):
        return document
    words = {}
    for use in document.terms:
        term = glossary.terms.get(use.term)
        found = term.word(document.lang)[1].term if term else use.term.replace("-", " ")
        words[use.term] = typographic(found, tag)
    return _filled(document, words)


def _filled(value: Value, words: dict[str, str]) -> Value:
    """Put words for bare terms into every text of a value, however deep."""
    made: object = value
    if isinstance(value, str):
        if BARE_FIRST in value:
            made = BARE.sub(lambda found: words.get(found.group(1), found.group(1)), value)
    elif isinstance(value, tuple):
        inner = [_filled(one, words) for one in value]
        made = tuple(inner) if type(value) is tuple else type(value)(*inner)
    elif is_dataclass(value) and not isinstance(value, type):
        made = replace(
            value, **{one.name: _filled(getattr(value, one.name), words) for one in fields(value)}
        )
    return cast(Value, made)
