"""The files of a site, written one after the other; their folders are made as they are needed."""

import hashlib
import os
from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


class Files:
    """Writes under a folder."""

    def __init__(self, root: Path) -> None:
        """Write under `root`."""
        self._root = str(root)
        self.sums: dict[str, str] = {}
        """Digests of what was written, in hex, by name."""

    def write(self, name: str, data: bytes) -> None:
        """Write a file, named from the root. Raises OSError when the disk does not do its part."""
        path = f"{self._root}/{name}"
        try:
            file = os.open(path, _NEW, 0o644)
        except FileNotFoundError:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            file = os.open(path, _NEW, 0o644)
        try:
            write_whole(file, data)
        finally:
            os.close(file)
        self.sums[name] = hashlib.sha256(data).hexdigest()


def write_whole(file: int, data: bytes) -> None:
    """Write into an open file: a disk that fills up takes a part, and says so only of the rest."""
    left = memoryview(data)
    while left:
        left = left[os.write(file, left) :]
