"""What the project's history calls the state that a bundle is built from."""

import shutil
import subprocess
from pathlib import Path


def commit(folder: Path, content: Path) -> str:
    """Give the commit of a folder, 40 hex digits or more; empty when that would not be true.

    That is: it is no repository of git, git is not there, a file differs from the commit, or the
    content, where it lies in the folder, has files that the commit does not know.
    """
    git = shutil.which("git")
    if git is None or not (folder / ".git").exists():
        return ""
    questions: list[tuple[str, ...]] = [("status", "--porcelain", "--untracked-files=no")]
    if content.is_relative_to(folder):
        questions.append(("status", "--porcelain", "--", str(content)))
    if any(_asked(git, folder, *one) != "" for one in questions):
        return ""
    return _asked(git, folder, "rev-parse", "--verify", "HEAD") or ""


def _asked(git: str, folder: Path, *question: str) -> str | None:
    """Give git's answer; None: it has none."""
    ended = subprocess.run(  # noqa: S603  no shell; the words are ours
        [git, "-C", str(folder), *question], capture_output=True, check=False
    )
    return ended.stdout.decode("utf-8", "replace").strip() if ended.returncode == 0 else None
