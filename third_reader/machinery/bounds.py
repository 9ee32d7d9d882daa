"""Work that may take so much processor time and memory, and no more.

The process limits itself: the kernel's timer of processor time ends the work by an exception, and
an allocation beyond the limit of the address space fails. Python looks for the timer's signal
between its own steps and within a search of a regular expression. Where a system lacks one of
both, or beside the main thread, that limit is not set.
"""

import os
import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

STATE = "/proc/self/statm"
"""Linux: the size of the address space, in pages, comes first."""
PAGE = resource.getpagesize()
AGAIN = 0.5
"""Seconds after which the exception is raised again, if somebody has swallowed it."""


class OverBoundsError(BaseException):
    """The work took more than it may. No `except Exception` within it may keep it from ending."""


@contextmanager
def bounded(seconds: float, memory: int) -> Iterator[None]:
    """Do what stands in the block within so many seconds of processor time and bytes of memory.

    Raises OverBoundsError when it needs more; what it was working with may be broken then.
    """
    timed = threading.current_thread() is threading.main_thread()
    room = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_least(_size(), memory, room), room[1]))
    try:
        if not timed:
            yield
            return
        with _timer(seconds):
            yield
    except MemoryError as fault:
        message = f"more than {memory >> 20} MiB of memory"
        raise OverBoundsError(message) from fault
    finally:
        resource.setrlimit(resource.RLIMIT_AS, room)


@contextmanager
def _timer(seconds: float) -> Iterator[None]:
    over = False

    def stop(_: int, __: FrameType | None) -> None:
        if not over:
            message = f"more than {seconds:g} seconds of the processor"
            raise OverBoundsError(message)

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
    try:
        yield
    finally:
        over = True
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _size() -> int:
    try:
        file = os.open(STATE, os.O_RDONLY)
    except OSError:
        return -1
    pages = os.read(file, 100).partition(b" ")[0]
    os.close(file)
    return int(pages) * PAGE


def _least(size: int, memory: int, room: tuple[int, int]) -> int:
    """Give the limit to set: none where the size is not known, never more than there is."""
    if size < 0 or 0 <= room[0] < size + memory:
        return room[0]
    return size + memory
