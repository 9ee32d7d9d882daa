"""Stylesheets of many files: one for every page, two for pages that need more, one for print.

Files are joined in the order of their layers, without comments and spaces.
"""

import re
from collections.abc import Iterable
from pathlib import Path

LAYERS = ("tokens", "reset", "base", "layout", "components", "blocks", "print")
"""A file's layer is its name, or the folder that it stands in; a later layer wins."""
SECOND = ("more", "body")
"""Folders of what some pages need: kinds of pages, and what only some texts hold (charts, terms).

Each is a file of its own, loaded after the first.
"""
PRINT = "print"
"""The layer that is a file of its own: nobody waits for it before the page is shown."""
AMONG = "blocks"
"""The layer that it joins, so that the rules of print still have the last word."""

TOKEN = re.compile(
    r"""(?P<string>"[^"]*"|'[^']*')|(?P<comment>/\*.*?\*/)|(?P<space>\s+)|(?P<other>[^"'/\s]+|/)""",
    re.DOTALL,
)
TIGHT = frozenset("{};,>")
"""No space is needed on either side of these, wherever they stand in CSS."""


def stylesheet(folder: Path) -> str:
    """Give the styles of a folder as one text (docs/architecture.md, "Theme")."""
    parts = [f"@layer {','.join(LAYERS)};"]
    shown = [layer for layer in LAYERS if layer != PRINT]
    parts += [f"@layer {layer}{{{_joined(_files(folder, layer))}}}" for layer in shown]
    return "".join(parts)


def second(folder: Path) -> dict[str, str]:
    """Give the stylesheets of `SECOND` and of print by name; one that the theme lacks is empty."""
    joined = {name: _joined(sorted((folder / name).glob("*.css"))) for name in SECOND}
    made = {name: f"@layer {AMONG}{{{css}}}" if css else "" for name, css in joined.items()}
    css = _joined(_files(folder, PRINT))
    return made | {PRINT: f"@layer {PRINT}{{{css}}}" if css else ""}


def minified(css: str) -> str:
    """Take comments and needless spaces out of a stylesheet; strings stay as they are."""
    found: list[str] = []
    for token in TOKEN.finditer(css):
        if token["comment"]:
            continue
        if token["space"]:
            found.append(" ")
        elif token["string"]:
            found.append(token.group())
        else:
            found.extend(token.group())
    return _tight(found)


def _tight(signs: list[str]) -> str:
    """Drop a space beside a sign that parts by itself, and the last semicolon of a rule.

    After a colon a space means nothing, but before it the space is a descendant: `li :is(p)`.
    """
    kept: list[str] = []
    for sign in signs:
        last = kept[-1] if kept else "{"
        if sign == " " and (last in TIGHT or last in " :("):
            continue
        if (sign in TIGHT or sign == ")") and last == " ":
            kept.pop()
            last = kept[-1]
        if sign == "}" and last == ";":
            kept.pop()
        kept.append(sign)
    return "".join(kept).strip()


def _joined(files: Iterable[Path]) -> str:
    return minified("\n".join(file.read_text(encoding="utf-8") for file in files))


def _files(folder: Path, layer: str) -> list[Path]:
    return sorted([*folder.glob(f"{layer}.css"), *(folder / layer).glob("*.css")])
