"""Work that takes too much is ended, and what it was done in goes on as before."""

import re
import resource
import signal
import threading

import pytest

from third_reader.machinery.bounds import OverBoundsError, bounded

GIB = 1 << 30


def spin() -> None:
    while True:
        pass


def stubborn() -> None:
    try:
        spin()
    except BaseException:
        spin()


def test_work_without_end_is_ended() -> None:
    with pytest.raises(OverBoundsError, match=r"more than 0\.1 seconds"), bounded(0.1, GIB):
        spin()


def test_a_search_without_end_is_ended() -> None:
    with pytest.raises(OverBoundsError), bounded(0.1, GIB):
        re.match("(a*)*b", "a" * 40)


def test_who_swallows_every_exception_is_ended_again() -> None:
    with pytest.raises(OverBoundsError), bounded(0.1, GIB):
        stubborn()


def test_memory_is_bounded() -> None:
    with pytest.raises(OverBoundsError, match="more than 16 MiB of memory"), bounded(10, GIB >> 6):
        bytearray(GIB)


def test_nothing_is_left_behind() -> None:
    before = signal.getsignal(signal.SIGPROF), resource.getrlimit(resource.RLIMIT_AS)
    with pytest.raises(ZeroDivisionError), bounded(10, GIB):
        _ = 1 / 0
    with pytest.raises(OverBoundsError), bounded(0.1, GIB):
        spin()
    after = signal.getsignal(signal.SIGPROF), resource.getrlimit(resource.RLIMIT_AS)
    assert after == before
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


def test_beside_the_main_thread_work_is_done_too() -> None:
    done: list[int] = []

    def work() -> None:
        with bounded(10, GIB):
            done.append(1)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [1]
