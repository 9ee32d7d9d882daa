"""Code as readers see it: coloured by Pygments, with classes only."""

from functools import lru_cache
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import STANDARD_TYPES, _TokenType

from third_reader.model.wording import did_you_mean, quoted

LANGUAGES = frozenset(
    [
        *("bash", "c", "console", "css", "diff", "go", "html", "http", "ini", "java"),
        *("javascript", "json", "python", "rust", "sql", "text", "toml", "xml", "yaml"),
    ]
)
"""Lexers that are known to be safe on hostile input (docs/security.md)."""


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
def _lexer(language: str) -> Lexer:
    return get_lexer_by_name(language, stripnl=False)


@lru_cache
def _class(token: _TokenType) -> str:
    while token not in STANDARD_TYPES and token.parent is not None:
        token = token.parent
    name = STANDARD_TYPES.get(token, "")
    return "" if name in {"w", "n", "p"} else name
