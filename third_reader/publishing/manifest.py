"""`SHA256SUMS`: what every file of a copy is, as sha256sum(1) writes and reads it."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

NAME = "SHA256SUMS"
SIGNATURE = f"{NAME}.sig"
APART = frozenset({NAME, SIGNATURE})
"""The files, at the root, that no manifest lists."""
LINE = re.compile(r"([0-9a-f]{64})  ([^\\\n]+)\n")


class NoManifestError(Exception):
    """What should be a manifest is none; its message says where it goes wrong."""


def manifest(sums: Mapping[str, str]) -> bytes:
    """Give the lines: digest, two spaces, path; sorted by the bytes of the path, as LC_ALL=C."""
    names = sorted(sums, key=str.encode)
    return "".join(f"{sums[name]}  {name}\n" for name in names).encode()


def parse_manifest(data: bytes) -> dict[str, str]:
    """Give digests by path; raises NoManifestError at the first line that is none."""
    sums: dict[str, str] = {}
    *lines, last = data.decode("utf-8", "replace").split("\n")
    for number, line in enumerate([*lines, *([last] if last else [])], 1):
        found = LINE.fullmatch(f"{line}\n") if number <= len(lines) else None
        if found is None or found[2] in sums:
            message = f"line {number} is not '<64 hex digits>  <path>', or names a file again"
            raise NoManifestError(message)
        sums[found[2]] = found[1]
    return sums


def listed(folder: Path) -> list[str]:
    """Give the path of every file under a folder that a manifest lists, sorted by its bytes.

    Links are listed and not followed. Raises OSError when a folder cannot be read.
    """
    found: list[str] = []
    _list(str(folder), "", found)
    return sorted((name for name in found if name not in APART), key=os.fsencode)


def _list(folder: str, prefix: str, found: list[str]) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{prefix}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                _list(entry.path, f"{name}/", found)
            else:
                found.append(name)
