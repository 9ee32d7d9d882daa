"""`make help` tells the truth, and continuous integration runs nothing that a user could not."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROMISED = {
    *("help", "html", "check", "serve", "publish", "test", "lint", "format"),
    *("golden", "docs", "bench", "clean", "bundle", "verify", "headers"),
}
TEXT = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", TEXT, re.M))


def test_help_lists_every_target() -> None:
    shown = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert {line.split()[0] for line in shown.stdout.splitlines()} == TARGETS
    assert TARGETS >= PROMISED


def test_every_target_is_phony() -> None:
    lines = TEXT.replace("\\\n", " ")
    assert set(re.search(r"^\.PHONY: (.*)$", lines, re.M)[1].split()) == TARGETS


def test_every_requirement_is_locked_with_a_hash_and_no_address_of_a_machine() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        lock = (ROOT / name).read_text(encoding="utf-8")
        for entry in re.split(r"\n(?=\S)", lock):
            assert entry.startswith("#") or "--hash=sha256:" in entry, entry
        assert not re.search(r"file:|--index|--find-links|://", lock)


def test_continuous_integration_runs_make_test_alone() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    commands = [one for one in script.splitlines() if one and not one.startswith("#")]
    assert commands == ["set -eu", 'cd "$(dirname "$0")/.."', "make test"]
