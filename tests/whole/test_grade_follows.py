"""Nobody types a grade: it changes when the lineage of a source does."""

import json
from pathlib import Path

SOURCE = """\
- id: {id}
  type: article-newspaper
  title: A report
  issued: 2020-01-02
  URL: https://example.org/{id}
  custom: {{kind: news-report, read: whole{more}}}
"""
PAGE = """\
---
title: A page with one claim
---

/// claims

- The letter was opened [@a; @b]. {#opened}

///
"""


def grade(tree, run, tmp_path: Path, more: str) -> str:
    content = tree(
        {
            "pages/one.md": PAGE,
            "sources/all.yaml": SOURCE.format(id="a", more="") + SOURCE.format(id="b", more=more),
        }
    )
    ended = run("build", "--input", content, "--output", tmp_path / "out")
    assert ended.status == 0, ended.stderr
    (claim,) = json.loads((tmp_path / "out" / "data" / "claims.json").read_text(encoding="utf-8"))
    return claim["grade"]


def test_a_relay_takes_the_grade_down_in_the_next_build(tree, run, tmp_path: Path) -> None:
    assert grade(tree, run, tmp_path, "") == "corroborated"
    assert grade(tree, run, tmp_path, ", derived-from: [a]") == "one-source"


def test_a_grade_that_is_typed_is_an_error(tree, run, tmp_path: Path) -> None:
    content = tree({"pages/one.md": PAGE.replace("---\n\n", "grade: on-record\n---\n\n", 1)})
    ended = run("check", "--input", content)
    assert ended.status == 1
    assert "'grade'" in ended.stderr
    assert "[unknown-key]" in ended.stderr
