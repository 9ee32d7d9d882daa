"""What is printed of withheld names: where they stand, never what they are."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from third_reader.checks.withheld.listing import Withheld
from third_reader.checks.withheld.matching import Finder, FoldHan
from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.position import Position
from third_reader.model.source import Source

NAME = Code(
    "withheld-name",
    "A name that must appear nowhere stands here; the message does not repeat it. Put the person's "
    "role in its place, in the whole history too if it was published.",
)
HIDDEN = "[withheld]"


def scan(
    files: Iterable[tuple[str, str]], withheld: Withheld, key: bytes, fold_han: FoldHan
) -> tuple[Diagnostic, ...]:
    """Give an error for each line, and each path, that holds a withheld name.

    `files` are paths, as diagnostics name them, and texts: files of the input or the output, and
    whatever else is published.
    """
    finder = Finder(withheld, key, fold_han)
    return tuple(found for path, text in files for found in _file(path, text, finder))


def scan_authors(
    sources: Iterable[Source], withheld: Withheld, key: bytes, fold_han: FoldHan
) -> tuple[Diagnostic, ...]:
    """Give an error for each source with a withheld author, whichever part of the name is first."""
    finder = Finder(withheld, key, fold_han)
    told = "a withheld name stands among the authors of this source; take it out"
    return tuple(
        NAME.error(source.position._replace(path=shown_without(source.position.path, finder)), told)
        for source in sources
        if any(
            finder.holds(f"{one.given} {one.family}") or finder.holds(f"{one.family} {one.given}")
            for one in source.author
        )
    )


def masked(
    diagnostics: Iterable[Diagnostic], withheld: Withheld, key: bytes, fold_han: FoldHan
) -> Iterator[Diagnostic]:
    """Give the diagnostics as they may be printed: without withheld names in path or message."""
    finder = Finder(withheld, key, fold_han)
    shown: dict[str, str] = {}
    for one in diagnostics:
        path = one.position.path
        if path not in shown:
            shown[path] = shown_without(path, finder)
        message = one.message
        if finder.holds(message):
            message = (
                "the message holds a withheld name, so it is not shown; take the name out first"
            )
        yield replace(one, position=one.position._replace(path=shown[path]), message=message)


def _file(path: str, text: str, finder: Finder) -> Iterator[Diagnostic]:
    shown = shown_without(path, finder)
    if shown != path:
        yield NAME.error(Position(shown), "the name of this file holds a withheld name; rename it")
    line, start, last = 1, 0, 0
    for offset in finder.find(text):
        line += text.count("\n", start, offset)
        start = offset
        if line != last:
            last = line
            column = offset - text.rfind("\n", 0, offset)
            told = "a withheld name stands here; take it out, or name the person's role"
            yield NAME.error(Position(shown, line, column), told)


def shown_without(path: str, finder: Finder) -> str:
    """Give a path with each part that holds a name hidden; all of it, if a name runs over parts."""
    if not finder.holds(path):
        return path
    parts = [HIDDEN if finder.holds(part) else part for part in path.split("/")]
    hidden = "/".join(parts)
    return HIDDEN if finder.holds(hidden) or HIDDEN not in parts else hidden
