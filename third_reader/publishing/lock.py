"""One build at a time: a lock on an output folder, which ends with the process that holds it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from third_reader.model.fault import MendableError


class BusyError(MendableError):
    """Another build is at work on the same folder; its message says what to do."""


@contextmanager
def locked(output: Path) -> Iterator[None]:
    """Hold the lock of an output folder, a file beside it, while the block runs.

    Raises BusyError at once when another process holds it: whoever waited would build from content
    that was read before. A process that is killed leaves the file but not the lock (flock(2)).
    """
    file = output.with_name(f".{output.name}.lock")
    held = _take(file, output)
    try:
        yield
    finally:
        file.unlink(missing_ok=True)
        os.close(held)


def _take(file: Path, output: Path) -> int:
    while True:
        held = os.open(file, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _still(file, held):
                return held
        except BlockingIOError:
            os.close(held)
            message = f"another build is writing {output}; wait until it has ended"
            raise BusyError(message) from None
        os.close(held)


def _still(file: Path, held: int) -> bool:
    """Tell whether the file is the one that is held: its last holder takes it away at the end."""
    try:
        return file.stat().st_ino == os.fstat(held).st_ino
    except FileNotFoundError:
        return False
