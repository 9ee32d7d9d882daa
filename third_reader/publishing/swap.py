"""Two folders change names in one step, and what was written is on the disk before."""

import ctypes
import os
from pathlib import Path

AT_FDCWD = -100
EXCHANGE = 2
"""`RENAME_EXCHANGE` of renameat2(2), Linux 3.15; `RENAME_SWAP` of renamex_np(2), macOS 10.12."""


def exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False: the system cannot, and both are as they were."""
    libc = _libc()
    first, second = os.fsencode(one), os.fsencode(other)
    if hasattr(libc, "renameat2"):
        return bool(libc.renameat2(AT_FDCWD, first, AT_FDCWD, second, EXCHANGE) == 0)
    if hasattr(libc, "renamex_np"):
        return bool(libc.renamex_np(first, second, EXCHANGE) == 0)
    return False


def synced(folder: Path) -> None:
    """Wait until all that was written under a folder is on the disk.

    Raises OSError when the disk could not take it, which some say only now (syncfs(2)).
    """
    libc = _libc()
    if not hasattr(libc, "syncfs"):
        os.sync()
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        if libc.syncfs(opened) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(opened)


def names_synced(folder: Path) -> None:
    """Wait until the names of a folder's entries are on the disk."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
