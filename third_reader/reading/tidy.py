"""The allow-list over what authors wrote: attributes, classes, links and pictures."""

import re
from typing import Protocol
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown.extensions.footnotes import FN_BACKLINK_TEXT, NBSP_PLACEHOLDER

from third_reader.machinery.stamps import ANY, strip
from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.document import Link
from third_reader.model.position import Position
from third_reader.model.wording import did_you_mean, quoted

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
FOOTNOTES = frozenset({"footnote", "footnote-ref", "footnote-backref"})
SPACES = re.compile(r"[\s\x00-\x1f\x7f]+")
SCHEMES = frozenset({"http", "https", "mailto"})
POWERS = re.compile(r"[{|](?:static|filename|attach|author|category|index|tag)[}|]", re.IGNORECASE)

ATTRIBUTE = Code(
    "attribute",
    "An attribute list may give an id, `{#id}`, and the classes `.lead`, `.note` and `.wide`; "
    "anything else could change how a page behaves, and is left out.",
)
BAD_LINK = Code(
    "bad-link",
    "A link leads to `http`, `https` or `mailto`, or to an address within the site that begins "
    "with `/` or `#`. Anything else, and what cannot be read as an address, is refused.",
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
    for child in element.iter():
        if child is not element:
            tidy_own(page, child)
    for child in element.iter():
        child.text = _clean(child.text)
        if child is not element:
            child.tail = _clean(child.tail)
            for key, value in child.attrib.items():
                child.attrib[key] = strip(value)


def _clean(text: str | None) -> str | None:
    if not text:
        return text
    text = ANY.sub("", text)
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
            _id(page, element, strip(value))
        elif key == "class":
            _classes(page, element, value)
        else:
            _refuse(page, element, key)
    if element.attrib.get("align"):
        element.attrib["class"] = f"align-{element.attrib.pop('align')}"


def _id(page: Page, element: Element, value: str) -> None:
    if not value.startswith(("fn:", "fnref:")):
        page.name(value, page.at(element))


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
    target = strip(written)
    fault = _fault(target)
    if fault:
        page.report(BAD_LINK.error(at, f"link {quoted(target)} {fault}"))
        element.attrib.pop("href", None)
    elif target.startswith(("/", "#")):
        if not target.startswith(("#fn:", "#fnref:")):
            page.links.append(Link(target, at, picture=False))
    else:
        element.set("rel", "noreferrer noopener external")


def _picture(page: Page, element: Element) -> None:
    written = element.get("src", "")
    at = page.place(written) or page.at(element)
    target = strip(written)
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


def _fault(target: str) -> str:
    """Give what is wrong with a link's target, judged as browsers read it; empty: nothing."""
    if POWERS.match(unquote(target)):
        return "is a Pelican link, which content may not use; write the published address"
    bare = SPACES.sub("", target)
    if bare != target or "\\" in target:
        return "holds a space, a control or a backslash; mend or encode it"
    if target.startswith("//"):
        return "names a host without 'https:'; write the whole address"
    try:
        parts = urlsplit(target)
    except ValueError:
        return "cannot be read as an address; mend it"
    if not parts.scheme:
        return (
            ""
            if target.startswith(("/", "#"))
            else "has no 'https:', and no '/' for a page of the site"
        )
    if parts.scheme.lower() not in SCHEMES:
        return "may not be followed; only http, https and mailto may leave the site"
    return _web_fault(target)


def _web_fault(target: str) -> str:
    parts = urlsplit(target)
    if parts.scheme == "mailto":
        return "" if "@" in parts.path else "names no mailbox; mend it"
    if not parts.hostname:
        return "names no host; mend it"
    if parts.username is not None or parts.password is not None:
        return "carries a user name; take it out"
    if parts.hostname.endswith(".onion"):
        return "is an onion address, which other browsers would ask DNS for; write it as text"
    return ""
