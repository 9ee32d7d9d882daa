"""The six words of a site: computed from all of its files, and put where pages leave room.

The words stand in the pages, and the pages are what the words are computed from; so they are
computed with their own place left empty. docs/verify.md defines it for other programs.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from io import FileIO
from pathlib import Path

from third_reader.machinery.pair import pair
from third_reader.machinery.sixwords import COUNT, six_words
from third_reader.publishing.files import write_whole
from third_reader.publishing.manifest import NAME, listed, manifest

PLACE = b'<p class="words" lang="en" translate="no">'
"""Where the words go, as templates write it: what follows, up to `</p>`, is no part of the page."""
FILLED = re.compile(re.escape(PLACE) + rb"[a-z ]*(?:<br>[a-z ]*)?(?=</p>)")


@dataclass(frozen=True, slots=True)
class _File:
    """A file of the site, as it was found."""

    name: str
    digest: str
    """In hex, with the places of the words empty."""
    waits: bool
    """It has such a place."""
    empty: bool


def seal(folder: Path, pages: Iterable[str] = ()) -> str:
    """Put the words into all pages and write `SHA256SUMS`; gives the site's digest, in hex.

    `pages` are files that must be there. Raises RuntimeError for one that is not or is empty, and
    OSError when a file cannot be read or written.
    """
    files = pair(partial(_look, folder), listed(folder))
    missing = set(pages) - {one.name for one in files if not one.empty}
    if missing:
        message = f"not written, or empty: {', '.join(sorted(missing))}"
        raise RuntimeError(message)
    sums = {one.name: one.digest for one in files}
    found = hashlib.sha256(manifest(sums))
    waiting = [one.name for one in files if one.waits]
    filled = pair(partial(_fill, folder, shown_words(found.digest())), waiting)
    sums |= dict(zip(waiting, filled, strict=True))
    (folder / NAME).write_bytes(manifest(sums))
    return found.hexdigest()


def emptied(name: str, data: bytes) -> bytes:
    """Give a file of the site as the words are computed from it: with their place left empty."""
    return FILLED.sub(PLACE, data) if name.endswith(".html") else data


def digest_of(files: Iterable[tuple[str, bytes]]) -> str:
    """Give the digest of a site by its files, in hex: what `seal` gave when it was built."""
    sums = {name: hashlib.sha256(emptied(name, data)).hexdigest() for name, data in files}
    return hashlib.sha256(manifest(sums)).hexdigest()


def shown_words(digest: bytes) -> bytes:
    """Give the words of a digest as pages show them, in two lines."""
    words, half = six_words(digest), COUNT // 2
    return f"{' '.join(words[:half])}<br>{' '.join(words[half:])}".encode()


def _look(folder: Path, names: Sequence[str]) -> list[_File]:
    return [_looked(folder, name) for name in names]


def _looked(folder: Path, name: str) -> _File:
    with FileIO(f"{folder}/{name}") as stream:
        data = stream.readall()
    waits = name.endswith(".html") and PLACE in data
    return _File(name, hashlib.sha256(data).hexdigest(), waits, not data)


def _fill(folder: Path, words: bytes, names: Sequence[str]) -> list[str]:
    """Write the words and what follows them; gives the digests of the whole pages."""
    digests = []
    for name in names:
        with FileIO(f"{folder}/{name}", "r+b") as stream:
            data = stream.readall()
            at = data.index(PLACE) + len(PLACE)
            rest = words + data[at:].replace(PLACE, PLACE + words)
            stream.seek(at)
            write_whole(stream.fileno(), rest)
        digests.append(hashlib.sha256(data[:at] + rest).hexdigest())
    return digests
