"""The six words of a site: computed from all of its files, and put where pages leave room.

The words stand in the pages, and the pages are what the words are computed from; so they are
computed with their own place left empty. docs/verify.md defines it for other programs.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from third_reader.machinery.sixwords import COUNT, six_words
from third_reader.publishing.manifest import NAME, listed, manifest

PLACE = b'<p class="words" lang="en" translate="no">'
"""Where the words go, as templates write it: what follows, up to `</p>`, is no part of the page."""
FILLED = re.compile(re.escape(PLACE) + rb"[a-z ]*(?:<br>[a-z ]*)?(?=</p>)")


@dataclass(frozen=True, slots=True)
class _Page:
    """A page that waits for the words."""

    file: Path
    at: int
    """Where the words go first, in bytes."""
    rest: bytes
    """What follows there."""
    digest: "hashlib._Hash"
    """Of what stands before, so that nothing is read twice."""


def seal(folder: Path, pages: Iterable[str] = ()) -> str:
    """Put the words into all pages and write `SHA256SUMS`; gives the site's digest, in hex.

    `pages` are files that must be there. Raises RuntimeError for one that is not or is empty, and
    OSError when a file cannot be read or written.
    """
    missing = set(pages)
    bare: dict[str, str] = {}
    whole: dict[str, str] = {}
    waiting: dict[str, _Page] = {}
    for name in listed(folder):
        file = folder / name
        data = file.read_bytes()
        if data:
            missing.discard(name)
        at = data.find(PLACE) if name.endswith(".html") else -1
        if at < 0:
            bare[name] = whole[name] = hashlib.sha256(data).hexdigest()
            continue
        page = _page(file, data, at + len(PLACE))
        digest = page.digest.copy()
        digest.update(page.rest)
        bare[name] = digest.hexdigest()
        waiting[name] = page
    if missing:
        message = f"not written, or empty: {', '.join(sorted(missing))}"
        raise RuntimeError(message)
    found = hashlib.sha256(manifest(bare))
    words = shown_words(found.digest())
    for name, page in waiting.items():
        whole[name] = _fill(page, words)
    (folder / NAME).write_bytes(manifest(whole))
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


def _page(file: Path, data: bytes, at: int) -> _Page:
    return _Page(file, at, data[at:], hashlib.sha256(data[:at]))


def _fill(page: _Page, words: bytes) -> str:
    """Write the words and what follows; gives the digest of the whole page."""
    rest = words + page.rest.replace(PLACE, PLACE + words)
    with page.file.open("r+b") as stream:
        stream.seek(page.at)
        stream.write(rest)
    page.digest.update(rest)
    return page.digest.hexdigest()
