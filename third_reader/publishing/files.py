"""The files of a site, written one after the other; their folders are made as they are needed."""

import os
from pathlib import Path


class Files:
    """Writes under a folder."""

    def __init__(self, root: Path) -> None:
        """Write under `root`."""
        self._root = root
        self._folders: set[str] = set()

    def write(self, name: str, data: bytes) -> None:
        """Write a file, named from the root. Raises OSError when the disk does not do its part."""
        folder = name.rpartition("/")[0]
        if folder not in self._folders:
            (self._root / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        file = os.open(f"{self._root}/{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        try:
            # A disk that fills up takes a part, and says so only of the rest.
            left = memoryview(data)
            while left:
                left = left[os.write(file, left) :]
        finally:
            os.close(file)
