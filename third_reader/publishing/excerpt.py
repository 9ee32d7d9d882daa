"""A page's own words out of its HTML: for feeds and for the book, where nothing stands around it.

What comes out is well-formed XML and HTML at once.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from lxml import etree, html

NEVER = frozenset({"h1", "nav", "script", "style", "svg", "template"})
"""Elements left out with all that is in them; the title stands over the excerpt already."""
NO_WORDS = frozenset({"cite-page", "hidden", "standing", "head__facets", "sky", "chart__drawing"})
"""Classes of parts that are navigation, or drawn without words."""
KEPT = frozenset(
    {
        *("alt", "colspan", "datetime", "dir", "href", "lang", "rowspan", "scope", "src", "start"),
        "value",
    }
)
MARKED = KEPT | {"id", "class"}
OPEN = "\ue000"
"""Stands before an address that is to be resolved; reading refuses it in content."""
ADDRESS = re.compile(f' (href|src)="{OPEN}([^"]*)"')


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What a page says."""

    xml: str
    """Well-formed; addresses are marked."""
    ids: frozenset[str]

    def text(self, resolve: Callable[[str], str]) -> str:
        """Give the XML with its addresses: `resolve` gives the one to write, or nothing."""

        def written(found: re.Match[str]) -> str:
            address = resolve(unescape(found[2]))
            return f' {found[1]}="{escape(address)}"' if address else ""

        return ADDRESS.sub(written, self.xml)

    def addresses(self) -> tuple[str, ...]:
        """Give every address in it, as the page has it."""
        return tuple(unescape(found[2]) for found in ADDRESS.finditer(self.xml))


def excerpt(page: str, *, without: frozenset[str] = frozenset(), marked: bool = False) -> Excerpt:
    """Give what `main` of a page says, without the parts of the classes in `without`.

    `marked`: ids and classes are kept.
    """
    main: Any = html.document_fromstring(page).find(".//main")
    left_out = NO_WORDS | without
    kept = MARKED if marked else KEPT
    ids: set[str] = set()
    for element in list(main.iter()):
        if not isinstance(element.tag, str) or _drops(element, left_out):
            element.drop_tree()
        elif element.tag == "i":
            element.drop_tag()
    for element in main.iterdescendants():
        _keep(element, kept)
        ids.update(filter(None, [element.get("id")]))
    words = [escape(main.text or "", quote=False)]
    words += [etree.tostring(child, encoding="unicode", method="xml") for child in main]
    return Excerpt("".join(words), frozenset(ids))


def _drops(element: Any, left_out: frozenset[str]) -> bool:
    return element.tag in NEVER or not left_out.isdisjoint(element.get("class", "").split())


def _keep(element: Any, kept: frozenset[str]) -> None:
    for name in list(element.attrib):
        if name not in kept:
            del element.attrib[name]
    for name in ("href", "src"):
        if (address := element.get(name)) is not None:
            element.set(name, OPEN + address)
    if element.text is None and not len(element) and element.tag not in VOID:
        element.text = ""


VOID = frozenset({"br", "col", "hr", "img", "wbr"})
"""Elements that HTML lets end where they begin; of all others both tags are written."""
