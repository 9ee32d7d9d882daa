"""Trees with faults: each ends as it is said beside it, and harms nothing.

Of `<name>/tree` that is `<name>/expect.txt`: its first line is the exit status, every other one a
line of stderr. Small trees stand in the tables of `inputs/`, with what each tells.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import BUILD_DAY, files, program
from tests.hostile.making import Input, inputs
from third_reader.cli import main

HERE = Path(__file__).parent
TREES = sorted(HERE.glob("*/tree"))
LINE = re.compile(r"^[^:]+:\d+:\d+: (error|warning): .+ \[[a-z-]+\]$")
LONGEST = 200
GOOD = "---\ntitle: Published\n---\n\nThis was here before.\n"
KEY = "a key of no secret"
"""What the names of `withheld-name` were hashed with."""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give a folder with a site that was built before; no bad tree may change a byte of it."""
    folder = tmp_path_factory.mktemp("published")
    (folder / "content" / "pages").mkdir(parents=True)
    (folder / "content" / "pages" / "here.md").write_text(GOOD, encoding="utf-8")
    output = folder / "output"
    ended = program("build", "--input", folder / "content", "--output", output, cwd=folder)
    assert ended.status == 0, ended.stderr
    yield output
    assert sorted(one.name for one in folder.iterdir() if one.name != ".cache") == [
        "content",
        "output",
    ]


@pytest.mark.parametrize("tree", TREES, ids=lambda tree: tree.parent.name)
def test_a_bad_tree_ends_as_expected(
    tree: Path,
    published: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, *expected = (tree.parent / "expect.txt").read_text(encoding="utf-8").splitlines()
    before = files(published)
    output = published if status != "0" else tmp_path / "output"
    monkeypatch.chdir(tree.parent)
    monkeypatch.setenv("WITHHELD_KEY", KEY)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILD_DAY)
    # In this process, where an exception of ours is a failure and no start-up is waited for.
    ended = main(["build", "--input", "tree", "--output", str(output), "--cache", str(tmp_path)])
    told = capsys.readouterr().err.splitlines()
    assert told == expected
    assert ended == int(status)
    assert files(published) == before
    for line in told:
        assert LINE.fullmatch(line), line
        assert len(line.partition(": ")[2].rpartition(" [")[0]) <= LONGEST + len("warning: "), line


INPUTS = inputs()


@pytest.mark.parametrize("one", INPUTS, ids=lambda one: one.name)
def test_a_hostile_input_has_its_error_and_leaves_the_old_site(
    one: Input,
    published: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    tree = tmp_path / "tree"
    tree.mkdir()
    one.write(tree)
    before = files(published)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILD_DAY)
    assert main(["build", "--input", "tree", "--output", str(published)]) == 1
    captured = capsys.readouterr()
    errors = [line for line in captured.err.splitlines() if ": error: " in line]
    assert errors == list(one.told)
    assert files(published) == before
    told = captured.err + captured.out
    assert "Traceback" not in told
    assert str(Path.home()) not in captured.err
    assert told.replace("\n", " ").isprintable()
    assert all(LINE.fullmatch(line) for line in captured.err.splitlines())


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_no_name_of_a_file_writes_a_line_of_its_own(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """GitHub obeys a line that begins with `::`, a terminal what follows an escape sign."""
    (one,) = (one for one in INPUTS if one.name == "files: a name that writes on the terminal")
    (tmp_path / "tree").mkdir()
    one.write(tmp_path / "tree")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--input", "tree", "--format", form]) == 1
    told = capsys.readouterr().err
    assert told.replace("\n", " ").isprintable()
    begins = {"text": "tree/", "github": "::error file=tree/", "json": '{"path": "tree/'}[form]
    assert len(told.splitlines()) == 2
    assert all(line.startswith(begins) for line in told.splitlines())


def test_there_are_inputs_of_every_kind() -> None:
    names = [one.name for one in INPUTS]
    assert len(names) == len(set(names)) >= 80
    assert {one.group for one in INPUTS} >= {
        *("csv", "encoding", "files", "links", "pages", "pictures", "yaml"),
    }


def test_expected_lines_are_sorted_and_there_are_trees_for_every_rule() -> None:
    codes = set()
    for tree in TREES:
        lines = (tree.parent / "expect.txt").read_text(encoding="utf-8").splitlines()[1:]
        places = [re.match(r"([^:]+):(\d+):", line) for line in lines]
        order = [(found[1], int(found[2])) for found in places if found]
        assert order == sorted(order)
        codes |= {line.rpartition("[")[2].rstrip("]") for line in lines}
    assert len(TREES) >= 20
    assert {"unknown-source", "withheld-name", "translation-differs", "draft-linked"} <= codes
