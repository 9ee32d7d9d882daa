"""Checks a bundle, or a copy of the site: the four checks of SECURITY-POLICY, section 6, and words.

Who signed it, whether each file is as listed, whether one is missing, whether one was added; then
whether the archive is as we pack it, and whether the six words are those of the files.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from third_reader.machinery.sixwords import six_words
from third_reader.model.wording import quoted
from third_reader.publishing.archive import DamagedError, packed, unpacked
from third_reader.publishing.bundle import RELEASE
from third_reader.publishing.carried import restored
from third_reader.publishing.manifest import (
    APART,
    NAME,
    SIGNATURE,
    NoManifestError,
    listed,
    parse_manifest,
)
from third_reader.publishing.seal import PLACE, digest_of, shown_words
from third_reader.publishing.signing import check_signature

LONGEST_NAME = 240
"""Characters of a file's name that a message shows."""
ANYBODY = "who put it together is not known"

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found."""

    faults: tuple[str, ...]
    """A line each; empty: all is well."""
    signed: str
    """What is known of the signature."""
    words: str = ""
    """The six words as computed from the files; empty when they are at fault."""


@dataclass(frozen=True, slots=True)
class _Copy:
    """A copy as it was read."""

    files: Files
    broken: tuple[str, ...]
    """Names of what is there and cannot be read as a file."""
    archive: bytes | None
    """None: it is a folder."""


def verify(place: Path, allowed: Path | None) -> Verdict:
    """Check a zip or a folder; without `allowed` it stays open whose a signature is.

    Raises OSError when it cannot be read, and SigningError when ssh-keygen is needed and not there.
    """
    try:
        copy = _read(place)
        sums = parse_manifest(copy.files.get(NAME, b""))
    except DamagedError as fault:
        return Verdict((f"the archive is damaged: {fault}",), ANYBODY)
    except NoManifestError as fault:
        return Verdict((f"'{NAME}' was changed: {fault}",), ANYBODY)
    if NAME not in copy.files:
        changed = NAME in copy.broken
        return Verdict((f"'{NAME}' {'was changed' if changed else 'is missing'}",), ANYBODY)
    faults, signed = _signature(copy, allowed)
    faults += _differences(copy, sums)
    if faults:
        return Verdict(tuple(faults), signed)
    faults = [*_packing(copy), *_words(copy)]
    return Verdict(tuple(faults), signed, "" if faults else _shown(copy))


def _read(place: Path) -> _Copy:
    if not place.is_dir():
        data = place.read_bytes()
        return _Copy(*unpacked(data), data)
    files: dict[str, bytes] = {}
    broken: list[str] = []
    for name in (*listed(place), *sorted(APART)):
        file = place / name
        if file.is_file() and not file.is_symlink():
            files[name] = file.read_bytes()
        elif name not in APART or file.is_symlink():
            broken.append(name)
    return _Copy(files, tuple(broken), None)


def _signature(copy: _Copy, allowed: Path | None) -> tuple[list[str], str]:
    """Give what is wrong with the signature, and what is known of it."""
    signature = copy.files.get(SIGNATURE)
    if signature is None:
        wrong = [f"'{SIGNATURE}' is missing, so nobody vouches for it"] if allowed else []
        return wrong, f"not signed: {ANYBODY}"
    found = check_signature(copy.files[NAME], signature, allowed)
    if not found.good:
        told = f"'{SIGNATURE}' is no signature of '{NAME}' that is allowed; one was changed, or"
        return [f"{told} another key was used: {found.words}"], ANYBODY
    if allowed is None:
        return [], f"{found.words}; whose key that is was not checked: ALLOWED=<allowed signers>"
    return [], found.words


def _differences(copy: _Copy, sums: Mapping[str, str]) -> list[str]:
    """Name each file that was changed, is missing, or was added, by its path."""
    found: dict[str, str] = dict.fromkeys(copy.broken, "was changed")
    for name, digest in sums.items():
        if name not in copy.files:
            found.setdefault(name, "is missing")
        elif hashlib.sha256(copy.files[name]).hexdigest() != digest:
            found[name] = "was changed"
    for name in copy.files.keys() - sums.keys() - APART:
        found[name] = "was added"
    return [f"{_named(name)} {found[name]}" for name in sorted(found)]


def _packing(copy: _Copy) -> Iterator[str]:
    """Find a byte that is in no file: in the archive's own lists."""
    if copy.archive is None:
        return
    try:
        day = date.fromisoformat(json.loads(copy.files.get(RELEASE, b"{}"))["date"])
    except (ValueError, KeyError, TypeError):
        yield f"'{RELEASE}' is missing, or has no date"
        return
    right = packed(copy.files, day)
    if right == copy.archive:
        return
    pairs = zip(right, copy.archive, strict=False)
    at = next((at for at, (one, other) in enumerate(pairs) if one != other), len(right))
    with ZipFile(BytesIO(right)) as archive:
        before = [one for one in archive.infolist() if one.header_offset <= at < archive.start_dir]
    of = f"what it says of {_named(before[-1].filename)}" if before else "its list of files"
    yield f"the archive was changed at byte {at}: {of}"


def _words(copy: _Copy) -> Iterator[str]:
    """Find pages, and the release, that tell other words than those of the files."""
    digest = _digest(copy)
    words = shown_words(bytes.fromhex(digest))
    if RELEASE in copy.files and json.loads(copy.files[RELEASE]).get("digest") != digest:
        yield f"'{RELEASE}' has another digest than the files: {digest}"
    for name, data in sorted(copy.files.items()):
        if name.endswith(".html") and data.count(PLACE) != data.count(PLACE + words + b"</p>"):
            yield f"{_named(name)} shows other words than those of the files"


def _shown(copy: _Copy) -> str:
    return " ".join(six_words(bytes.fromhex(_digest(copy))))


def _digest(copy: _Copy) -> str:
    """Give the digest of the site that this is a copy of."""
    apart = APART | {RELEASE}
    files = ((name, data) for name, data in copy.files.items() if name not in apart)
    return digest_of(restored(*one) for one in files) if RELEASE in copy.files else digest_of(files)


def _named(name: str) -> str:
    return quoted(name, LONGEST_NAME)
