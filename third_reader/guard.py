"""The guard of withheld names over a whole tree: what it reads, and what the report may say."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from third_reader.checks.withheld import (
    Finder,
    Published,
    key_faults,
    masked,
    parse_withheld,
    scan,
    scan_authors,
)
from third_reader.languages.hans import simplified
from third_reader.machinery.pair import pair
from third_reader.model.diagnostic import Diagnostic, errors, in_order
from third_reader.model.site import Site
from third_reader.reading.metadata import words_beside
from third_reader.reading.pictures import FORMATS
from third_reader.reading.text import read_loose
from third_reader.reading.tree import every_file, shown_path

NAME = "withheld.yaml"


def guarded(
    root: Path, site: Site, diagnostics: Iterable[Diagnostic], key: str
) -> tuple[Diagnostic, ...]:
    """Give all diagnostics, with those of the guard, as they may be printed.

    `key` is the environment's WITHHELD_KEY. A tree without `withheld.yaml` is not guarded. Raises
    OSError when a file cannot be read.
    """
    file = root / NAME
    if not file.is_file():
        return in_order(diagnostics)
    withheld, faults = parse_withheld(read_loose(file), shown_path(file, root))
    if withheld is None:
        return in_order([*diagnostics, *faults])
    secret = key.encode()
    faults += key_faults(withheld, secret, strict=site.config.strict)
    if not secret or errors(faults):
        return in_order([*diagnostics, *faults])
    found = [
        *scan(_texts(root), withheld, secret, simplified),
        *scan_authors(site.sources.values(), withheld, secret, simplified),
    ]
    return in_order(masked([*diagnostics, *faults, *found], withheld, secret, simplified))


class WouldLeakError(Exception):
    """A withheld name would be published; the site is not put in place."""

    def __init__(self, found: tuple[Diagnostic, ...]) -> None:
        """Keep what is to be printed."""
        super().__init__(f"{len(found)} files hold a withheld name")
        self.found = found


def guard_output(root: Path, output: Path, key: str, shown: str) -> None:
    """Look through a built site, which messages call `shown`, for withheld names.

    Called for content without errors of the guard; without list or key nothing is looked for.
    Raises WouldLeakError, and OSError when a file cannot be read.
    """
    file = root / NAME
    withheld, _ = parse_withheld(read_loose(file)) if file.is_file() else (None, ())
    if withheld is None or not key:
        return
    published = Published(Finder(withheld, key.encode(), simplified))

    def look(files: Sequence[Path]) -> list[Diagnostic | None]:
        return [
            published.scan(f"{shown}/{one.relative_to(output).as_posix()}", one.read_bytes())
            for one in files
        ]

    found = pair(look, sorted(one for one in output.rglob("*") if one.is_file()))
    if any(found):
        raise WouldLeakError(in_order(one for one in found if one))


def _texts(root: Path) -> Iterator[tuple[str, str]]:
    """Give every file of the tree, drafts and pictures too, by its path and as text."""
    for file in every_file(root):
        if file.name != NAME:
            yield shown_path(file, root), read_loose(file)
            if file.suffix.lower() in FORMATS:
                yield shown_path(file, root), words_beside(file)
