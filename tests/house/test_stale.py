"""What grows old shows itself: to readers on the page, to authors in `make stale`."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

PAGE = """\
---
title: A letter
summary: A letter was opened on its way, and the one who wrote it was asked about it.
date: 2024-01-01
reviewed: {reviewed}
---

/// claims
- It was opened [@a]. {{#opened}}
///
"""
SOURCE = """\
- id: a
  type: webpage
  title: A letter
  URL: https://a.example/
  issued: 2020
  custom: {kind: news-report, read: whole, status: gone, checked: 2026-01-01}
- id: b
  type: webpage
  title: Another
  URL: https://b.example/
  issued: 2020
  custom: {kind: news-report, read: whole}
"""


@pytest.fixture
def letters(tree):
    return tree(
        {
            "explainers/new.md": PAGE.format(reviewed="2026-02-01"),
            "explainers/old.md": PAGE.format(reviewed="2025-06-01"),
            "sources/a.yaml": SOURCE,
        }
    )


def day(reviewed: str, days: int) -> str:
    moment = datetime.fromisoformat(reviewed).replace(tzinfo=UTC) + timedelta(days=days)
    return str(int(moment.timestamp()))


def test_the_oldest_review_comes_first_then_what_is_adrift(run, letters: Path) -> None:
    ended = run("stale", "--input", letters)
    assert ended.status == 0
    told = [line.partition(": ")[2] for line in ended.stdout.splitlines()]
    assert told == [
        "reviewed 2025-06-01, more than a year ago",
        "reviewed 2026-02-01",
        "claim 'opened' has no source left",
        "claim 'opened' has no source left",
        "source 'a' is gone, without a copy",
        "source 'b' was never checked",
    ]


def test_a_page_says_that_it_is_stale_after_a_year(run, letters: Path, tmp_path: Path) -> None:
    for days, told in ((365, False), (400, True)):
        output = tmp_path / str(days)
        ended = run(
            *("build", "--input", letters, "--output", output, "--cache", tmp_path / "cache"),
            env={"SOURCE_DATE_EPOCH": day("2026-02-01", days)},
        )
        assert ended.status == 0, ended.stderr
        text = (output / "explainers" / "new" / "index.html").read_text(encoding="utf-8")
        assert ("more than a year" in text) is told
        assert "No copy left" in text


def test_lost_evidence_stops_a_strict_build_alone(run, letters: Path) -> None:
    told = "[lost-evidence]"
    ended = run("check", "--input", letters)
    assert (ended.status, told in ended.stderr) == (0, True)
    ended = run("check", "--strict", "--input", letters, env={"SITEURL": "https://x.example"})
    assert (ended.status, told in ended.stderr) == (1, True)


def test_a_base_tells_of_a_vanished_claim(run, letters: Path, tmp_path: Path) -> None:
    base = tmp_path / "claims.json"
    record = {"case": "new", "id": "lost", "url": "https://x.example/explainers/new/#claim-lost"}
    base.write_text(json.dumps([record]), encoding="utf-8")
    ended = run("check", "--input", letters, "--base", base)
    assert (ended.status, "[vanished-claim]" in ended.stderr) == (1, True)
    stone = (
        "- {page: /explainers/new/, date: 2026-03-01, was: W., "
        "claim: lost, why: Y., withdrawn: true}"
    )
    (letters / "corrections.yaml").write_text(stone, encoding="utf-8")
    assert run("check", "--input", letters, "--base", base).status == 0
    base.write_text("{", encoding="utf-8")
    ended = run("check", "--input", letters, "--base", base)
    assert (ended.status, ended.stderr.count("\n")) == (2, 1)
