"""All or nothing: a site is built beside its folder and put in place in one step.

SECURITY-POLICY, section 2, promise 7: the published folder is the old one or the new one, whole.
"""

import ctypes
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
"""Flag of renameat2(2), Linux 3.15: swap two names in one step."""

SIGN = Path("data") / "citations.json"
"""What every site of ours holds: a folder without it is not ours to replace."""


class NotOursError(Exception):
    """The output folder holds something else than a site; its message says what to do."""


@contextmanager
def staged(output: Path) -> Iterator[Path]:
    """Give an empty folder beside `output`; when the block ends without error it takes its place.

    Raises NotOursError when `output` holds files that are no site of ours, before anything is done,
    and OSError when a folder cannot be written. On any error the old folder stays as it was.
    """
    _judge(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    _sweep(output)
    stage = Path(tempfile.mkdtemp(prefix=f".{output.name}.new-", dir=output.parent))
    try:
        stage.chmod(0o755)
        yield stage
        _put_in_place(stage, output)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _judge(output: Path) -> None:
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        message = f"{output} is no folder; remove it, or name another with OUTPUTDIR"
        raise NotOursError(message)
    if output.is_dir() and any(output.iterdir()) and not (output / SIGN).is_file():
        message = (
            f"{output} holds files that are no site built here, and would be replaced; "
            "empty it, or name another with OUTPUTDIR"
        )
        raise NotOursError(message)


def _sweep(output: Path) -> None:
    """Take away what a build that was killed has left behind."""
    for left in output.parent.glob(f".{output.name}.new-*"):
        shutil.rmtree(left, ignore_errors=True)


def _put_in_place(stage: Path, output: Path) -> None:
    if not output.exists():
        stage.rename(output)
    elif not _exchange(stage, output):
        aside = stage.with_name(f"{stage.name}.old")
        output.rename(aside)
        stage.rename(output)
        shutil.rmtree(aside, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False: the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    done: int = renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    return done == 0
