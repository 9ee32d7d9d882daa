"""Small whole sites: each tests/golden/<name>/tree builds to what stands in its expected/."""

from pathlib import Path

import pytest

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


@pytest.mark.parametrize("site", sorted(GOLDEN.glob("*/tree")), ids=lambda one: one.parent.name)
def test_a_golden_tree_builds_to_what_is_expected(site, run, same_as_golden, tmp_path) -> None:
    ended = run(
        "build",
        *("--input", site, "--output", tmp_path / "output", "--cache", tmp_path / "cache"),
        env={"SITEURL": "https://third-reader.example"},
    )
    assert ended.status == 0, ended.stderr
    same_as_golden(tmp_path / "output", site.parent / "expected")
