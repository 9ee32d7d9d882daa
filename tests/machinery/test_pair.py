"""One function over many items in two processes gives what one process would."""

import multiprocessing
import os
import signal
from collections.abc import Sequence

import pytest

from third_reader.machinery import pair as module
from third_reader.machinery.pair import FEWEST, pair

MANY = tuple(range(FEWEST * 5))


def squares(numbers: Sequence[int]) -> list[int]:
    return [number * number for number in numbers]


def processes(numbers: Sequence[int]) -> list[int]:
    return [os.getpid() for _ in numbers]


@pytest.mark.parametrize("count", [0, 1, FEWEST - 1, FEWEST, FEWEST + 1, FEWEST * 5])
def test_results_come_in_the_order_of_the_items(count: int) -> None:
    assert pair(squares, range(count)) == [number * number for number in range(count)]


def test_few_items_are_not_worth_a_second_process() -> None:
    assert set(pair(processes, range(FEWEST - 1))) <= {os.getpid()}


def test_one_processor_has_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.os, "cpu_count", lambda: 1)
    assert set(pair(processes, MANY)) == {os.getpid()}


@pytest.mark.parametrize("count", [1, FEWEST])
def test_what_is_to_be_done_meanwhile_is_done_here_and_once(count: int) -> None:
    done: list[int] = []
    assert pair(squares, range(count), lambda: done.append(os.getpid())) == squares(range(count))
    assert done == [os.getpid()]


def test_a_failure_there_is_told_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.os, "cpu_count", lambda: 2)
    here, begun = os.getpid(), multiprocessing.get_context("fork").Event()

    def work(numbers: Sequence[int]) -> list[int]:
        if os.getpid() != here:
            begun.set()
            message = f"no {numbers[0]}"
            raise ValueError(message)
        return list(numbers)

    with pytest.raises(RuntimeError, match="ValueError: no 0"):
        # The other process takes the first run while this one waits for it.
        pair(work, MANY, lambda: begun.wait(60))


def test_a_process_that_is_killed_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.os, "cpu_count", lambda: 2)
    here, begun = os.getpid(), multiprocessing.get_context("fork").Event()

    def work(numbers: Sequence[int]) -> list[int]:
        if os.getpid() != here:
            begun.set()
            os.kill(os.getpid(), signal.SIGKILL)
        return list(numbers)

    with pytest.raises(ChildProcessError, match="a process was ended from outside"):
        pair(work, MANY, lambda: begun.wait(60))


def test_a_failure_here_is_raised_as_it_is() -> None:
    here = os.getpid()

    def work(numbers: Sequence[int]) -> list[int]:
        if os.getpid() == here:
            raise KeyError(numbers[0])
        return list(numbers)

    def fail() -> None:
        raise LookupError

    with pytest.raises(LookupError):
        pair(work, MANY, fail)
    with pytest.raises(KeyError):
        pair(work, range(FEWEST - 1))
