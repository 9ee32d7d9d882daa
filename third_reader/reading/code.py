"""Code as readers see it: coloured by Pygments, with classes only.

Pygments is loaded for the first code in a language: many trees have none.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from third_reader.machinery.stamps import code_number
from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.position import Position
from third_reader.model.wording import did_you_mean, quoted
from third_reader.reading.stamping import Prepared

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from pygments.token import _TokenType

LANGUAGES = frozenset(
    [
        *("bash", "c", "console", "css", "diff", "go", "html", "http", "ini", "java"),
        *("javascript", "json", "python", "rust", "sql", "text", "toml", "xml", "yaml"),
    ]
)
"""Lexers that are known to be safe on hostile input (docs/security.md)."""


UNKNOWN_LANGUAGE = Code(
    "unknown-code-language",
    "Code is coloured by a lexer of the format's list; leave the language out for none.",
)


LOST_CODE = Code(
    "lost-code",
    "Fenced code begins at the beginning of a line, or as far in as the text of the list item, "
    "footnote or quotation that it stands in; elsewhere, as in a claim, it cannot be shown.",
)


class Page(Protocol):
    """What a page must offer here."""

    path: str
    prepared: Prepared

    def report(self, diagnostic: Diagnostic) -> None:
        """Add a finding."""


def put_code(page: Page, element: Element) -> None:
    """Put the code blocks inside an element, or the one that it is, where their marks stand."""
    if not page.prepared.code:
        return
    for holder in [element, *element.iter()]:
        for place, child in enumerate(list(holder)):
            number = _number(child)
            if number is not None:
                holder[place] = _code(page, number, child.tail)
    number = _number(element)
    if number is not None:
        made = _code(page, number, element.tail)
        element.tag, element.text, element.attrib = made.tag, None, made.attrib
        element.extend(made)


def lost_code(page: Page) -> Iterator[Diagnostic]:
    """Report the code blocks that were put nowhere."""
    for number, block in enumerate(page.prepared.code):
        if number not in page.prepared.shown:
            told = "code cannot be shown here; begin its fence at the beginning of a line, after "
            yield LOST_CODE.error(Position(page.path, block.line), f"{told}a blank line")


def _number(element: Element) -> int | None:
    plain = element.tag == "p" and not len(element)
    return code_number(element.text or "") if plain else None


def _code(page: Page, number: int, tail: str | None) -> Element:
    block = page.prepared.code[number]
    page.prepared.shown.add(number)
    made, fault = highlighted(block.language, block.code)
    if fault:
        page.report(UNKNOWN_LANGUAGE.error(Position(page.path, block.line), fault))
    made.tail = tail
    return made


def highlighted(language: str, code: str) -> tuple[Element, str]:
    """Give a `<pre>` for code, and what is wrong with its language; empty: nothing."""
    pre = Element("pre", {"tabindex": "0"})
    inner = SubElement(pre, "code")
    if language not in LANGUAGES:
        inner.text = _as_it_is(code)
        if not language:
            return pre, ""
        hint = did_you_mean(language, LANGUAGES) or f"; it knows {', '.join(sorted(LANGUAGES))}"
        return pre, f"code language {quoted(language, 30)} is not on the list{hint}"
    last: Element | None = None
    for token, text in _lexer(language).get_tokens(code):
        name = _class(token)
        if name:
            last = SubElement(inner, "span", {"class": name})
            last.text = _as_it_is(text)
        elif last is None:
            inner.text = _as_it_is(text, inner.text)
        else:
            last.tail = _as_it_is(text, last.tail)
    return pre, ""


def _as_it_is(text: str, before: str | None = None) -> AtomicString:
    """Give a text of code; its ampersands are coded, or `&lt;` would be shown as `<`."""
    return AtomicString((before or "") + text.replace("&", "&amp;"))


@lru_cache
def _lexer(language: str) -> "Lexer":
    from pygments.lexers import get_lexer_by_name

    return get_lexer_by_name(language, stripnl=False)


@lru_cache
def _class(token: "_TokenType") -> str:
    from pygments.token import STANDARD_TYPES

    while token not in STANDARD_TYPES and token.parent is not None:
        token = token.parent
    name = STANDARD_TYPES.get(token, "")
    return "" if name in {"w", "n", "p"} else name
