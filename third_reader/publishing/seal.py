"""The six words of a site: computed from all of its files, and put where pages leave room.

The words stand in the pages, and the pages are what the words are computed from; so they are
computed with their own place left empty. docs/verify.md defines it for other programs.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
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
EMPTY = hashlib.sha256().hexdigest()
"""Of a file that holds nothing."""


def seal(folder: Path, pages: Iterable[str] = (), known: Mapping[str, str] | None = None) -> str:
    """Put the words into all pages and write `SHA256SUMS`; gives the site's digest, in hex.

    `pages` are files that must be there, `known` the digests of files that need not be read.
    Raises RuntimeError for a page that is not there or is empty, and OSError when a file cannot be
    read or written.
    """
    names = listed(folder)
    sums = {name: known[name] for name in names if name in known} if known else {}
    others = [name for name in names if name not in sums]
    sums |= zip(others, pair(partial(_look, folder), others), strict=True)
    missing = [name for name in set(pages) if sums.get(name, EMPTY) == EMPTY]
    if missing:
        message = f"not written, or empty: {', '.join(sorted(missing))}"
        raise RuntimeError(message)
    found = hashlib.sha256(manifest(sums))
    waiting = [name for name in names if name.endswith(".html")]
    filled = pair(partial(_fill, folder, shown_words(found.digest())), waiting)
    sums |= zip(waiting, filled, strict=True)
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


def _look(folder: Path, names: Sequence[str]) -> list[str]:
    """Give the digests of files, with the places of the words empty."""
    digests = []
    for name in names:
        with FileIO(f"{folder}/{name}") as stream:
            digests.append(hashlib.sha256(stream.readall()).hexdigest())
    return digests


def _fill(folder: Path, words: bytes, names: Sequence[str]) -> list[str]:
    """Write the words, and what follows them, into pages that have a place for them.

    Gives the digests of the whole pages.
    """
    digests = []
    for name in names:
        with FileIO(f"{folder}/{name}", "r+b") as stream:
            data = stream.readall()
            start, place, rest = data.partition(PLACE)
            if place:
                start += place
                rest = words + rest.replace(PLACE, PLACE + words)
                stream.seek(len(start))
                write_whole(stream.fileno(), rest)
        digests.append(hashlib.sha256(start + rest).hexdigest())
    return digests
