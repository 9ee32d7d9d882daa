"""What every test can ask for: a content tree, a run of the program, the real site, goldens."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BUILD_DAY = "1795478400"
"""The clock of every test: 24 November 2026, in seconds."""
LONG = frozenset({"browser", "whole", "grown", "commands"})
"""Folders whose files take long; each file goes to one process, whole."""
LONGEST_RUN = 300
"""Seconds after which a run of the program counts as hung."""

WriteTree = Callable[[Mapping[str, str | bytes]], Path]
Run = Callable[..., "Outcome"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run of the program ended."""

    status: int
    stdout: str
    stderr: str

    @property
    def diagnostics(self) -> tuple[str, ...]:
        """Each line of stderr."""
        return tuple(self.stderr.splitlines())


def program(
    *arguments: str | Path,
    cwd: Path = ROOT,
    env: Mapping[str, str | None] | None = None,
) -> Outcome:
    """Run `python -m third_reader` on the tests' clock; a value of None takes a variable away."""
    variables: dict[str, str | None] = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "SOURCE_DATE_EPOCH": BUILD_DAY,
        **(env or {}),
    }
    ended = subprocess.run(
        [sys.executable, "-m", "third_reader", *map(str, arguments)],
        cwd=cwd,
        env={name: value for name, value in variables.items() if value is not None},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=LONGEST_RUN,
    )
    return Outcome(ended.returncode, ended.stdout, ended.stderr)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write tests/golden/*/expected anew instead of comparing with it",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no process is left with it at the end."""
    items.sort(key=lambda one: one.path.parent.name not in LONG)


@pytest.fixture
def tree(tmp_path: Path) -> WriteTree:
    """Write a content tree and give its folder: `tree({"cases/a.md": "…"})`."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        content = tmp_path / "content"
        content.mkdir(exist_ok=True)
        for name, text in files.items():
            path = content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return content

    return write


@pytest.fixture
def run() -> Run:
    """Run the program as a user does: `run("check", "--input", path)` gives an Outcome."""
    return program


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the real site, built once a session.

    With THIRD_READER_SITE in the environment: that folder, as it stands.
    """
    if ready := os.environ.get("THIRD_READER_SITE"):
        return Path(ready)
    folder = tmp_path_factory.mktemp("site")
    output = folder / "output"
    ended = program("build", "--input", "content", "--output", output, "--cache", folder / "cache")
    if ended.status:
        pytest.fail(f"the real site does not build (status {ended.status}):\n{ended.stderr}")
    return output


@pytest.fixture
def same_as_golden(request: pytest.FixtureRequest) -> Callable[[Path, Path], None]:
    """Compare a built folder with the expected one, file by file; or rewrite the latter.

    Both without what changes with every other file: six words, the list of digests, and the
    digests in the names of stylesheets.
    """
    rewrite = request.config.getoption("--rewrite-golden")

    def compare(built: Path, expected: Path) -> None:
        without_digests(built)
        if rewrite:
            shutil.rmtree(expected, ignore_errors=True)
            shutil.copytree(built, expected)
        actual, wanted = files(built), files(expected)
        assert sorted(actual) == sorted(wanted)
        for name, content in wanted.items():
            if actual[name] != content:
                assert actual[name].decode() == content.decode(), f"{name} differs"

    return compare


def without_digests(folder: Path) -> None:
    """Take digests out of a built site: of all files in every page, of sheets in their names."""
    (folder / "SHA256SUMS").unlink(missing_ok=True)
    for sheet in folder.glob("static/*.css"):
        sheet.rename(sheet.with_name(re.sub(r"\.[0-9a-f]{12}\.css$", ".css", sheet.name)))
    for page in folder.rglob("*.html"):
        text = re.sub(rb'(<p class="words"[^>]*>)[^/]*(?=</p>)', rb"\1", page.read_bytes())
        page.write_bytes(re.sub(rb'(href="/static/\w+)\.[0-9a-f]{12}(?=\.css")', rb"\1", text))


def files(folder: Path) -> dict[str, bytes]:
    """Read every file under a folder, by its path there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
