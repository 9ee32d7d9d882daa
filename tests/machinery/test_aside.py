"""Work in another process: what it does and how it fails is known here."""

import errno
import os
import signal
from pathlib import Path

import pytest

from third_reader.machinery import aside as module
from third_reader.machinery.aside import Aside


@pytest.fixture(params=[1, 2], ids=["one processor", "two"])
def processors(request, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(module.os, "cpu_count", lambda: request.param)
    return request.param


def test_the_work_is_done_once_and_elsewhere_if_there_is_an_elsewhere(
    processors: int, tmp_path: Path
) -> None:
    file = tmp_path / "who"

    def work() -> None:
        with file.open("a") as stream:
            stream.write(f"{os.getpid()}\n")

    Aside(work).finish()
    (who,) = file.read_text().split()
    assert (int(who) == os.getpid()) == (processors == 1)


def test_what_came_of_the_work_is_given_back(processors: int) -> None:
    assert Aside(lambda: {"name": "x" * 100_000}).finish() == {"name": "x" * 100_000}


def test_a_full_disk_there_is_the_same_here(processors: int) -> None:
    def work() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "a.json")

    with pytest.raises(OSError, match=r"a\.json") as told:
        Aside(work).finish()
    assert (told.value.errno, told.value.filename) == (errno.ENOSPC, "a.json")


def test_a_fault_of_the_program_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.os, "cpu_count", lambda: 2)

    def work() -> None:
        raise KeyError("lost")

    with pytest.raises(RuntimeError, match=r"(?s)test_aside\.py.*KeyError: 'lost'"):
        Aside(work).finish()


def test_a_process_that_is_killed_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.os, "cpu_count", lambda: 2)
    with pytest.raises(ChildProcessError, match=r"ended from outside \(-9\)"):
        Aside(lambda: os.kill(os.getpid(), signal.SIGKILL)).finish()


def test_work_that_nobody_waits_for_ends_with_the_run(processors: int, tmp_path: Path) -> None:
    read, write = os.pipe()

    def work() -> None:
        os.read(read, 1)
        (tmp_path / "late").write_text("")

    begun = Aside(work)
    begun.stop()
    begun.stop()
    os.write(write, b"x")
    assert list(tmp_path.iterdir()) == []
