"""Quotation marks and apostrophes as a printer sets them, in HTML that is ours."""

import re

STRAIGHT = re.compile(r"(<code.*?</code>|<[^>]*>)|[\"']", re.DOTALL)
OPENS = re.compile(r"(?:^|[\s(\[{—–“‘/]|<[a-z][^>]*>)$")
MARKS = {'"': ("“", "”"), "'": ("‘", "’")}


def typographic(html: str, tag: str) -> str:
    """Turn straight quotation marks into curly ones; `tag` is the BCP 47 tag of the HTML.

    Only English is set so; tags and code stay as they are.
    """
    if not tag.startswith("en") or ("'" not in html and not _quotes(html)):
        return html
    return STRAIGHT.sub(_curly, html)


def _quotes(html: str) -> bool:
    """Tell whether there are double quotation marks besides those of attributes."""
    return html.count('"') != 2 * html.count('="')


def _curly(found: re.Match[str]) -> str:
    if found.group(1):
        return found.group(1)
    before = found.string[max(0, found.start() - 60) : found.start()]
    opening, closing = MARKS[found.group()]
    after = found.string[found.end() : found.end() + 1]
    begins = OPENS.search(before) is not None and not (found.group() == "'" and after.isdigit())
    return opening if begins else closing
