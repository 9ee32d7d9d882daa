"""All or nothing: a site is built beside its folder and put in place in one step.

SECURITY-POLICY, section 2, promise 7: the published folder is the old one or the new one, whole.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path

from third_reader.model.fault import MendableError
from third_reader.publishing.lock import locked
from third_reader.publishing.swap import exchange, names_synced, synced

SIGN = Path("data") / "citations.json"
"""What every site of ours holds: a folder without it is not ours to replace."""
PUBLIC = 0o022
"""Whatever the umask of whoever builds: all may read what is published."""


class NotOursError(MendableError):
    """The output folder holds something else than a site; its message says what to do."""


@contextmanager
def staged(output: Path) -> Iterator[Path]:
    """Give an empty folder beside `output`; when the block ends without error it takes its place.

    Raises NotOursError when `output` holds files that are no site of ours and BusyError when
    another build is at work there, both before anything is done, and OSError when a folder cannot
    be written. On any error the old folder stays as it was.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    with locked(output):
        _repair(output)
        _judge(output)
        _sweep(output)
        stage = Path(tempfile.mkdtemp(prefix=f".{output.name}.new-", dir=output.parent))
        before = os.umask(PUBLIC)
        try:
            stage.chmod(0o755)
            yield stage
            synced(stage)
            _put_in_place(stage, output)
        except OSError as fault:
            raise _in_the_site(fault, stage, output) from fault
        finally:
            os.umask(before)
            shutil.rmtree(stage, ignore_errors=True)


def recover(output: Path) -> None:
    """Put back the old site if a build was killed between the two renames that replace it.

    Raises BusyError when another build is at work.
    """
    if output.parent.is_dir():
        with locked(output):
            _repair(output)


def _repair(output: Path) -> None:
    """Only where the system cannot swap in one step is a moment when the site has no name."""
    aside = sorted(_beside(output, "old"))
    if aside and not output.exists():
        aside.pop().rename(output)
    for left in aside:
        shutil.rmtree(left, ignore_errors=True)


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
    for left in _beside(output, "new"):
        shutil.rmtree(left, ignore_errors=True)


def _put_in_place(stage: Path, output: Path) -> None:
    if not output.exists():
        stage.rename(output)
    elif not exchange(stage, output):
        aside = output.with_name(f".{output.name}.old-{stage.name.rpartition('-')[2]}")
        output.rename(aside)
        try:
            stage.rename(output)
        except OSError:
            aside.rename(output)
            raise
        shutil.rmtree(aside, ignore_errors=True)
    names_synced(output.parent)


def _beside(output: Path, what: str) -> Iterator[Path]:
    return output.parent.glob(f".{escape(output.name)}.{what}-*")


def _in_the_site(fault: OSError, stage: Path, output: Path) -> OSError:
    """Name the file as it would stand in the site: nobody knows the stage.

    A full disk is often told of no file.
    """
    name = Path(str(fault.filename or stage))
    if fault.errno is None or not name.is_relative_to(stage):
        return fault
    return OSError(fault.errno, fault.strerror or "", str(output / name.relative_to(stage)))
