"""The allow-list over what authors wrote: attributes, classes, links and pictures."""

import html
import re
from typing import Protocol
from xml.etree.ElementTree import Element

from markdown.extensions.footnotes import FN_BACKLINK_TEXT, NBSP_PLACEHOLDER

from third_reader.machinery.stamps import strip
from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.document import Link
from third_reader.model.position import Position
from third_reader.model.wording import did_you_mean, quoted
from third_reader.reading.targets import BAD_LINK, link_fault

CLASSES = frozenset({"lead", "note", "wide"})
"""What an attribute list may name, besides ids."""

OURS = {
    "a": frozenset({"href", "title"}),
    "img": frozenset({"src", "alt", "title"}),
    "ol": frozenset({"start"}),
    "th": frozenset({"align"}),
    "td": frozenset({"align"}),
    "tr-cite": frozenset({"n", "mode"}),
    "tr-slot": frozenset({"n"}),
    "tr-block": frozenset({"name", "argument"}),
    "tr-term": frozenset({"term", "at"}),
    "pre": frozenset({"tabindex"}),
    "span": frozenset({"class"}),
    "code": frozenset({"class"}),
}
LEADING = frozenset({"a", "img"})
"""What leads to an address."""
FOOTNOTES = frozenset({"footnote", "footnote-ref", "footnote-backref"})
IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}")

ATTRIBUTE = Code(
    "attribute",
    "An attribute list may give an id in ASCII, `{#id}`, and the classes `.lead`, `.note` and "
    "`.wide`; anything else could change how a page behaves, and is left out.",
)
NO_ALT = Code(
    "picture-without-text",
    "A picture needs alternative text, which says what it shows: `![text](/images/x.png)`.",
)
OUTSIDE_PICTURE = Code(
    "picture-outside",
    "A picture is a file of the site, `/images/…`, so that no other host is called.",
)


class Page(Protocol):
    """What a page must offer here."""

    path: str
    links: list[Link]

    def at(self, element: Element) -> Position:
        """Give where an element stands."""

    def report(self, diagnostic: Diagnostic) -> None:
        """Add a finding."""

    def place(self, text: str) -> Position | None:
        """Give the position of the first stamp in a text."""

    def name(self, anchor: str, at: Position) -> None:
        """Take an anchor."""


def tidy(page: Page, element: Element) -> None:
    """Judge what stands inside an element, and take the stamps out of its strings."""
    inside = list(element.iter())[1:]
    for child in inside:
        if child.attrib or child.tag in LEADING:
            tidy_own(page, child)
        if child.tag == "h1":
            child.tag = "h2"
    element.text = _clean(element.text)
    for child in inside:
        child.text = _clean(child.text)
        child.tail = _clean(child.tail)
        for key, value in child.attrib.items():
            child.attrib[key] = strip(value)


def _clean(text: str | None) -> str | None:
    if not text:
        return text
    text = strip(text)
    if "\x02" in text:
        text = text.replace(FN_BACKLINK_TEXT, "↩").replace(NBSP_PLACEHOLDER, "\u00a0")
    return text


def tidy_own(page: Page, element: Element) -> None:
    """Judge the attributes of one element."""
    _attributes(page, element)
    if element.tag == "a":
        _link(page, element)
    elif element.tag == "img":
        _picture(page, element)


def _attributes(page: Page, element: Element) -> None:
    if not element.attrib:
        return
    if element.get("title") == "":
        del element.attrib["title"]
    allowed = OURS.get(element.tag, frozenset())
    for key, value in list(element.attrib.items()):
        if key in allowed:
            continue
        if key == "id":
            _id(page, element)
        elif key == "class":
            _classes(page, element, value)
        else:
            _refuse(page, element, key)
    if element.attrib.get("align"):
        element.attrib["class"] = f"align-{element.attrib.pop('align')}"


def own_id(page: Page, element: Element, at: Position) -> str:
    """Take the id that an element was given; one that is not ASCII could look like another."""
    value = strip(element.attrib.pop("id", ""))
    if value and not IDENTIFIER.fullmatch(value):
        told = f"id {quoted(value, 40)} is not ASCII letters, digits and hyphens (80 at most)"
        page.report(ATTRIBUTE.error(at, told))
        return ""
    return value


def _id(page: Page, element: Element) -> None:
    if element.get("id", "").startswith(("fn:", "fnref:")):
        return
    at = page.at(element)
    if value := own_id(page, element, at):
        page.name(value, at)
        element.set("id", value)


def _classes(page: Page, element: Element, value: str) -> None:
    kept = []
    for one in strip(value).split():
        if one in CLASSES or one in FOOTNOTES:
            kept.append(one)
        else:
            hint = did_you_mean(one, CLASSES) or f"; allowed are {', '.join(sorted(CLASSES))}"
            page.report(
                ATTRIBUTE.error(page.at(element), f"class {quoted(one)} is not allowed{hint}")
            )
    if kept:
        element.attrib["class"] = " ".join(kept)
    else:
        del element.attrib["class"]


def _refuse(page: Page, element: Element, key: str) -> None:
    del element.attrib[key]
    page.report(
        ATTRIBUTE.error(
            page.at(element),
            f"attribute {quoted(strip(key))} is not allowed; only an id and listed classes are",
        )
    )


def _link(page: Page, element: Element) -> None:
    written = element.get("href", "")
    at = page.place(written) or page.at(element)
    target = _decoded(element, "href", written)
    fault = link_fault(target)
    if fault:
        page.report(BAD_LINK.error(at, f"link {quoted(target)} {fault}"))
        element.attrib.pop("href", None)
    elif target.startswith(("/", "#")):
        if not target.startswith(("#fn:", "#fnref:")):
            page.links.append(Link(target, at, picture=False))
    else:
        element.set("rel", "noreferrer noopener external")


def _decoded(element: Element, key: str, written: str) -> str:
    """Give an address as a browser reads it, and keep it so that a browser reads it once."""
    target = html.unescape(strip(written))
    element.set(key, target.replace("&", "&amp;"))
    return target


def _picture(page: Page, element: Element) -> None:
    written = element.get("src", "")
    at = page.place(written) or page.at(element)
    target = _decoded(element, "src", written)
    if not target.startswith("/images/"):
        page.report(
            OUTSIDE_PICTURE.error(
                at, f"picture {quoted(target)} is not under '/images/'; put the file there"
            )
        )
        element.attrib.pop("src", None)
    else:
        page.links.append(Link(target, at, picture=True))
    if not strip(element.get("alt", "")).strip():
        page.report(
            NO_ALT.error(at, f"picture {quoted(target)} has no alternative text; say what it shows")
        )
