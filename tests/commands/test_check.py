"""`check`: three formats of one list, exit statuses, and paths as a user sees them."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, program

TWELVE = ROOT / "tests" / "hostile" / "twelve" / "tree"
LINE = re.compile(
    r"(?P<path>[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<severity>\w+): (.+) \[(.+)\]"
)
GITHUB = re.compile(r"::(error|warning) file=(.+),line=(\d+),col=(\d+)::(.+) \[(.+)\]")
PAGE = "---\ntitle: A\n---\n\nWords.\n"
SOURCE = (
    "- {id: lee, title: T, issued: 2020, URL: 'https://lee.example/', "
    "custom: {kind: analysis, read: whole}}\n"
)


def plain(text: str) -> str:
    return text.replace("%3A", ":").replace("%2C", ",").replace("%25", "%")


def test_every_format_lists_the_same_in_the_same_order() -> None:
    runs = {
        form: program("check", "--input", "tree", "--format", form, cwd=TWELVE.parent)
        for form in ("text", "github", "json")
    }
    assert {one.status for one in runs.values()} == {1}
    lines = [LINE.fullmatch(one) for one in runs["text"].diagnostics]
    text = [(m["path"], m["line"], m["column"], m["severity"], m[5], m[6]) for m in lines]
    notes = [GITHUB.fullmatch(one) for one in runs["github"].diagnostics]
    github = [(plain(m[2]), m[3], m[4], m[1], m[5].replace("%25", "%"), m[6]) for m in notes]
    objects = [json.loads(one) for one in runs["json"].diagnostics]
    keys = ("path", "line", "column", "severity", "message", "code")
    assert len(text) == 12
    assert text == github
    assert text == [tuple(str(one[key]) for key in keys) for one in objects]
    assert [(one[0], int(one[1])) for one in text] == sorted((one[0], int(one[1])) for one in text)


def test_a_build_prints_what_check_prints(tmp_path: Path) -> None:
    checked = program("check", "--input", "tree", cwd=TWELVE.parent)
    built = program("build", "--input", "tree", "--output", tmp_path / "o", cwd=TWELVE.parent)
    assert built.diagnostics == checked.diagnostics
    assert built.status == checked.status == 1
    assert not (tmp_path / "o").exists()


@pytest.mark.parametrize(
    ("folder", "given", "shown"),
    [
        ("here", "content", "content/pages/a.md"),
        (".", "here/content", "here/content/pages/a.md"),
        ("here/content", ".", "pages/a.md"),
        ("elsewhere", "../here/content", "content/pages/a.md"),
    ],
)
def test_a_path_is_seen_from_the_working_folder_or_the_trees_parent(
    tmp_path: Path, folder: str, given: str, shown: str
) -> None:
    page = tmp_path / "here" / "content" / "pages" / "a.md"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE + "\n<b>\n", encoding="utf-8")
    (tmp_path / "elsewhere").mkdir()
    ended = program("check", "--input", given, cwd=tmp_path / folder)
    assert [one.partition(":")[0] for one in ended.diagnostics] == [shown]


def test_exit_statuses(tree, run) -> None:
    content = tree({"pages/a.md": PAGE})
    assert run("check", "--input", content).status == 0
    tree({"sources/all.yaml": SOURCE})
    warned = run("check", "--input", content)
    assert warned.status == 0
    assert "[unused-source]" in warned.stderr
    tree({"pages/b.md": PAGE + "\nSays @nobody.\n"})
    assert run("check", "--input", content).status == 1


def test_a_strict_build_fails_on_a_warning(tree, run, tmp_path: Path) -> None:
    content = tree({"pages/a.md": PAGE, "sources/all.yaml": SOURCE})
    output = tmp_path / "output"
    arguments = ("build", "--strict", "--input", content, "--output", output)
    ended = run(*arguments, env={"SITEURL": "https://third-reader.example"})
    assert ended.status == 1
    assert "warning:" in ended.stderr
    assert not output.exists()
    without = run(*arguments, env={"SITEURL": None})
    assert without.status == 2
    assert "SITEURL" in without.stderr


@pytest.mark.parametrize("epoch", ["soon", "-1", "1.5", "²", "9" * 20])
def test_a_clock_that_is_no_number_is_told(tree, run, epoch: str) -> None:
    ended = run("check", "--input", tree({"pages/a.md": PAGE}), env={"SOURCE_DATE_EPOCH": epoch})
    assert ended.status == 2
    assert "SOURCE_DATE_EPOCH" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_an_input_that_is_not_there_is_told(run, tmp_path: Path) -> None:
    ended = run("check", "--input", tmp_path / "nowhere")
    assert ended.status == 2
    assert "INPUTDIR" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_an_empty_input_is_an_error(run, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    ended = run("check", "--input", tmp_path / "content")
    assert ended.status == 1
    assert ended.stderr.endswith("[no-content]\n")


def test_a_tree_may_lie_in_a_folder_with_blanks_and_signs(run, tmp_path: Path) -> None:
    folder = tmp_path / "a b 'c' 中文 %20"
    shutil.copytree(TWELVE, folder / "tree")
    ended = run("check", "--input", "tree", cwd=folder)
    assert len(ended.diagnostics) == 12
    assert ended.status == 1
