"""Whatever ends a build, the published folder is the old site or the new one, whole.

`kill -9` comes at some 200 moments: 50 random times of whole builds, and, in each of two ways,
before each of the calls to the system with which a site is staged, sealed and put in place.
"""

import errno
import fcntl
import multiprocessing
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random

import pytest

from tests.conftest import BUILD_DAY, ROOT, Outcome, files
from tests.publishing.letter import CASE, SITE, SOURCE, VOCABULARY, letter_tree, write_tree
from third_reader.build import Wish, build, judged
from third_reader.cli import main
from third_reader.publishing import staging
from third_reader.publishing.manifest import NAME, manifest, parse_manifest
from third_reader.publishing.seal import PLACE, seal
from third_reader.publishing.staging import SIGN, recover, staged

SEED = 20261124
KILLS = 50
"""Of whole builds."""
TREE = {"cases/opened-letter.md": CASE.replace("![A broken seal](/images/seal.png)\n", "")}
TREE |= {"sources/press.yaml": SOURCE, "data/vocabulary.yaml": VOCABULARY}
TREE |= {"pages/about.md": "---\ntitle: About\n---\n\nWords.\n"}
CALLS = ("open", "os.", "shutil.rmtree", "fcntl.", "ctypes.", "tempfile.")
"""Beginnings of the names of what the killer counts (sys.addaudithook)."""

State = dict[str, bytes]


def in_a_fork(work: Callable[[], object]) -> BaseProcess:
    """Begin work in a process of its own, which has all that is loaded here."""
    process = multiprocessing.get_context("fork").Process(target=work)
    process.start()
    return process


def killed_before(number: int, work: Callable[[], object]) -> Callable[[], None]:
    """Give work that is killed before its n-th call to the system."""

    def run() -> None:
        left = [number]

        def count(event: str, _: object) -> None:
            if event.startswith(CALLS):
                left[0] -= 1
                if left[0] == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        work()

    return run


def quiet(folder: Path) -> None:
    """Wait until no process of a killed build holds the lock: its helper ends by itself."""
    lock = os.open(folder / ".site.lock", os.O_CREAT | os.O_RDWR)
    fcntl.flock(lock, fcntl.LOCK_EX)
    os.close(lock)


@pytest.fixture
def wishes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Wish, Wish]]:
    """Give two contents for one folder."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILD_DAY)
    for name, words in (("one", "Words."), ("two", "Other words.")):
        write_tree(tmp_path / name, TREE | {"pages/about.md": f"---\ntitle: A\n---\n\n{words}\n"})
    yield tuple(Wish(tmp_path / name, tmp_path / "site") for name in ("one", "two"))
    assert sorted(one.name for one in tmp_path.iterdir()) == ["one", "site", "two"]


def test_a_build_killed_at_any_time_leaves_the_old_site_or_the_new(
    wishes: tuple[Wish, Wish], tmp_path: Path
) -> None:
    sites = [judged(wish, to_build=True)[0] for wish in wishes]
    whole: list[State] = []
    for wish, site in zip(wishes, sites, strict=True):
        begun = time.monotonic()
        build(wish, site)
        took = time.monotonic() - begun
        whole.append(files(wish.output))
    chance, swapped = Random(SEED), 0
    for turn in range(KILLS):
        process = in_a_fork(partial(build, wishes[turn % 2], sites[turn % 2]))
        process.join(chance.uniform(0, 1.1 * took))
        process.kill()
        process.join()
        assert files(tmp_path / "site") in whole, f"turn {turn}"
        swapped += files(tmp_path / "site") == whole[turn % 2]
        quiet(tmp_path)
    assert 0 < swapped < KILLS
    build(wishes[0], sites[0])
    assert files(tmp_path / "site") == whole[0]


def small_site(output: Path, words: str) -> None:
    """Stage, seal and put in place a site of few files."""
    with staged(output) as stage:
        for name in (SIGN.as_posix(), *(f"{words}/{number}.html" for number in range(4))):
            (stage / name).parent.mkdir(exist_ok=True)
            (stage / name).write_bytes(PLACE + b"</p>" + words.encode())
        seal(stage)


def calls(work: Callable[[], object]) -> int:
    """Count the calls to the system that work makes."""
    receiver, sender = multiprocessing.get_context("fork").Pipe(duplex=False)

    def run() -> None:
        made: list[str] = []
        sys.addaudithook(lambda event, _: made.append(event) if event.startswith(CALLS) else None)
        work()
        sender.send(len(made))

    process = in_a_fork(run)
    process.join()
    return int(receiver.recv())


@pytest.mark.parametrize("swap", [True, False], ids=["in one step", "by two renames"])
def test_a_swap_killed_at_any_call_leaves_the_old_site_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, swap: bool
) -> None:
    if not swap:
        monkeypatch.setattr(staging, "exchange", lambda one, other: False)
    output, whole = tmp_path / "site", []
    for words in ("one", "two"):
        small_site(output, words)
        whole.append(files(output))
    most = calls(lambda: small_site(output, "one"))
    moments = Random(SEED).sample(range(1, most + 1), most)
    unnamed = 0
    for turn, moment in enumerate(moments):
        words = ("one", "two")[turn % 2]
        process = in_a_fork(killed_before(moment, partial(small_site, output, words)))
        process.join()
        assert process.exitcode == -signal.SIGKILL, f"call {moment} of {most}"
        unnamed += not output.exists()
        recover(output)
        assert files(output) in whole, f"call {moment} of {most}"
    assert (unnamed > 0) is not swap, "two renames have a moment between them, one step has none"
    small_site(output, "one")
    assert files(output) == whole[0]
    assert list(tmp_path.iterdir()) == [output]


def limited(*arguments: str | Path, largest: int) -> Outcome:
    """Run the program where no file can grow past some bytes, as on a full disk."""
    ended = subprocess.run(
        [sys.executable, "-m", "third_reader", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": BUILD_DAY, "SITEURL": SITE, "COMMIT": "f" * 40},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest)),
        capture_output=True,
        text=True,
        check=False,
    )
    return Outcome(ended.returncode, ended.stdout, ended.stderr)


def test_a_full_disk_is_one_line_and_the_old_site(tree, tmp_path: Path) -> None:
    output = tmp_path / "site"
    given = ("--input", tree(TREE), "--output", output)
    small_site(output, "old")
    before = files(tmp_path)
    for command, largest in (("build", 9_000), ("bundle", 200_000)):
        ended = limited(command, *given, largest=largest)
        assert (ended.status, ended.stderr.count("\n")) == (2, 1), ended.stderr
        assert f"{output}" in ended.stderr
        assert "too large" in ended.stderr
        assert ".new-" not in ended.stderr
        assert files(tmp_path) == before


@pytest.mark.parametrize("name", ["pages/about.md", "sources/press.yaml", "images/seal.png"])
def test_an_unreadable_file_is_one_line_and_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys, name: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILD_DAY)
    content = write_tree(tmp_path / "content", letter_tree())
    small_site(tmp_path / "site", "old")
    before = files(tmp_path)
    read = Path.read_bytes

    def refuse(file: Path) -> bytes:
        if file == content / name:
            raise PermissionError(errno.EACCES, "Permission denied", str(file))
        return read(file)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    status = main(["build", "--input", str(content), "--output", str(tmp_path / "site")])
    monkeypatch.undo()
    told = capsys.readouterr().err
    assert status in {1, 2}
    assert name in told
    assert "Traceback" not in told
    assert files(tmp_path) == before


def test_the_second_of_two_builds_is_told_to_wait(tree, run, tmp_path: Path) -> None:
    output = tmp_path / "site"
    content = tree(TREE)
    with staged(output) as stage:
        (stage / SIGN).parent.mkdir()
        (stage / SIGN).write_text("[]")
        ended = run("build", "--input", content, "--output", output)
    assert (ended.status, ended.stderr.count("\n")) == (2, 1)
    assert "another build is writing" in ended.stderr
    assert set(files(output)) == {SIGN.as_posix()}


def test_two_builds_at_once_leave_one_whole_site(tree, tmp_path: Path) -> None:
    content, output = tree(TREE), tmp_path / "site"
    command = [sys.executable, "-m", "third_reader", "build", "--input", content]
    both = [
        subprocess.Popen(
            [*command, "--output", output], cwd=ROOT, stderr=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    told = [one.communicate()[1] for one in both]
    statuses = {one.returncode for one in both}
    assert 0 in statuses, told
    assert statuses <= {0, 2}, told
    sums = parse_manifest((output / NAME).read_bytes())
    assert set(sums) == set(files(output)) - {NAME}
    assert manifest(sums) == (output / NAME).read_bytes()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["content", "site"]


def test_a_damaged_cache_is_thrown_away(tree, run, tmp_path: Path) -> None:
    content, cache = tree(TREE), tmp_path / "cache"
    given = ("build", "--input", content, "--output", tmp_path / "site", "--cache", cache)
    assert run(*given).status == 0
    before = files(tmp_path / "site")
    cache.mkdir(exist_ok=True)
    (cache / "stray").write_bytes(b"\x80\x05no pickle")
    chance = Random(SEED)
    for turn, file in enumerate(sorted(one for one in cache.rglob("*") if one.is_file())):
        data = file.read_bytes() or b"x"
        at = chance.randrange(len(data))
        spoilt = data[:at] + bytes([data[at] ^ 255]) + data[at + 1 :]
        file.write_bytes((spoilt, data[:at], b"")[turn % 3])
    ended = run(*given)
    assert (ended.status, files(tmp_path / "site")) == (0, before), ended.stderr
