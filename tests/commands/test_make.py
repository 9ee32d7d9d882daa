"""`make diff` without a state to compare with: one line that says what to do, not git's own."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

ASK = "name BASE=<commit, folder, site or claims.json>"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Give a folder of git with a committed `old`, a `new` that is not, and no real Python."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("requirements.txt", "old/pages/a.md", "new/pages/a.md", ".venv/bin/python"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("#!/bin/sh\necho compared\n", encoding="utf-8")
    (tmp_path / ".venv" / "bin" / "python").chmod(0o755)
    for stamp in (".made", ".run"):
        (tmp_path / ".venv" / stamp).touch()
    me = ("-c", "user.name=A", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false")
    for words in (("init", "-q"), ("add", "old"), (*me, "commit", "-qm", "First")):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    return tmp_path


@pytest.mark.parametrize(
    ("given", "error"),
    [
        (["INPUTDIR=old"], ""),
        (["INPUTDIR=new"], f"error: new is not in the last commit yet; commit it, or {ASK}"),
        (
            ["INPUTDIR=new", "BASE=HEAD~0"],
            f"error: new is not in the commit HEAD~0 yet; commit it, or {ASK}",
        ),
        (
            ["INPUTDIR=old", "BASE=nonsense"],
            f"error: nothing here is called nonsense, and no commit of git; {ASK}",
        ),
    ],
)
def test_what_there_is_nothing_to_compare_with_is_told(
    clone: Path, given: list[str], error: str
) -> None:
    variables = {
        name: value
        for name, value in os.environ.items()
        if name not in {"BASE", "MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    }
    ended = subprocess.run(
        ["make", "--no-print-directory", "diff", *given],
        cwd=clone,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )
    told = [line for line in ended.stderr.splitlines() if not line.startswith("make: ***")]
    assert told == ([error] if error else [])
    assert ended.stdout == ("" if error else "compared\n")
    assert ended.returncode == (2 if error else 0)
