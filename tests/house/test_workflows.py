"""What runs on a host of code holds no more power than it needs (docs/security.md, "CI")."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".github" / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
PINNED = re.compile(r"^\s*-? *uses: [\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
WRITES = {"pages": "write", "id-token": "write"}
BIN = Path(sys.executable).parent


def read(file: Path) -> dict[Any, Any]:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    for file in WORKFLOWS:
        for name, job in read(file)["jobs"].items():
            yield f"{file.name}: {name}", job


def name(file: Path) -> str:
    return file.name


@pytest.mark.parametrize(
    "command",
    [
        ("actionlint", "-no-color", "-shellcheck=", "-pyflakes="),
        ("zizmor", "--offline", "--no-progress", "--quiet", "--persona=auditor"),
    ],
    ids=lambda command: command[0],
)
def test_linters_of_workflows_find_nothing(command: tuple[str, ...]) -> None:
    program, *options = command
    asked = [*map(str, WORKFLOWS)] if program == "actionlint" else [str(ROOT / ".github")]
    ended = subprocess.run(
        [BIN / program, *options, *asked], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_the_linters_would_find_something(tmp_path: Path) -> None:
    """Shown on a workflow that does what ours must not."""
    bad = tmp_path / ".github" / "workflows" / "bad.yml"
    bad.parent.mkdir(parents=True)
    bad.write_text(
        "on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n"
        "      - uses: actions/checkout@v4\n"
        "      - run: echo ${{ github.event.pull_request.title }} ${{ no.such }}\n",
        encoding="utf-8",
    )
    for command in (("actionlint", "-shellcheck=", "-pyflakes="), ("zizmor", "--offline", "-q")):
        asked = [BIN / command[0], *command[1:], str(bad)]
        assert subprocess.run(asked, capture_output=True, check=False).returncode


@pytest.mark.parametrize("file", WORKFLOWS, ids=name)
def test_actions_are_pinned_by_commit_and_commands_hold_no_expression(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for line in text.splitlines():
        assert "uses:" not in line or PINNED.match(line), line
    assert read(file)["permissions"] == {}
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(read(file)[True])
    for job in read(file)["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
            if "actions/checkout@" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


def test_one_commit_an_action_everywhere() -> None:
    found: dict[str, set[str]] = {}
    for file in WORKFLOWS:
        for action, commit in re.findall(r"uses: (\S+)@(\S+)", file.read_text(encoding="utf-8")):
            found.setdefault(action, set()).add(commit)
    assert found
    assert {action: commits for action, commits in found.items() if len(commits) > 1} == {}


def test_only_the_job_that_runs_none_of_our_code_may_write() -> None:
    for where, job in jobs():
        rights = job["permissions"]
        if set(rights.values()) <= {"read"}:
            assert set(rights) <= {"contents"}, where
            continue
        assert where == "publish.yml: deploy"
        assert rights == WRITES
        assert all("run" not in step for step in job["steps"])
        assert not any("checkout" in step["uses"] for step in job["steps"])


def test_strangers_changes_get_no_secret_and_only_the_default_branch_publishes() -> None:
    for file in WORKFLOWS:
        on = read(file)[True]
        if "pull_request" in on:
            assert "secrets." not in file.read_text(encoding="utf-8"), file.name
            assert "pages" not in str(read(file)["jobs"]), file.name
    publish = read(FOLDER / "publish.yml")
    assert set(publish[True]) == {"push", "workflow_dispatch"}
    assert publish["jobs"]["build"]["if"] == (
        "github.ref_name == github.event.repository.default_branch"
    )
    assert publish["jobs"]["deploy"]["needs"] == "build"


def test_every_change_is_checked_with_annotations_and_leaves_the_site_to_look_at() -> None:
    check = read(FOLDER / "check.yml")
    assert "pull_request" in check[True]
    steps = check["jobs"]["content"]["steps"]
    assert steps[-1]["run"] == "make check FORMAT=github"
    kept = check["jobs"]["site"]["steps"][-1]
    assert kept["uses"].startswith("actions/upload-artifact@")
    assert kept["with"]["path"] == "output/"


def test_links_are_asked_for_on_a_schedule_alone_and_write_nothing() -> None:
    for file in WORKFLOWS:
        text = file.read_text(encoding="utf-8")
        if "make links" in text or "make advisories" in text:
            assert set(read(file)[True]) == {"schedule", "workflow_dispatch"}


def test_every_target_that_a_workflow_makes_is_one_of_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    for file in (*WORKFLOWS, ROOT / ".gitlab-ci.yml"):
        made = re.findall(r"\bmake ([a-z-]+)", re.sub("#.*", "", file.read_text(encoding="utf-8")))
        assert made
        assert set(made) <= targets, file.name


def test_gitlab_publishes_the_default_branch_alone() -> None:
    jobs = read(ROOT / ".gitlab-ci.yml")
    assert all("$CI_DEFAULT_BRANCH" in rule["if"] for rule in jobs["pages"]["rules"])
    assert "make publish OUTPUTDIR=public" in jobs["pages"]["script"]
    for where, job in jobs.items():
        if where != "pages" and isinstance(job, dict):
            assert "public" not in str(job)
