"""One function over many items in two processes."""

import contextlib
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext
from multiprocessing.sharedctypes import Synchronized
from typing import TypeVar

from third_reader.machinery.aside import SHORT, can_fork, told

FEWEST = 24
"""Fewer items than this are not worth a second process."""
RUN = 8
"""Items that a process takes at a time."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def pair(
    work: Callable[[Sequence[Item]], list[Result]],
    items: Sequence[Item],
    meanwhile: Callable[[], object] | None = None,
) -> list[Result]:
    """Give what `work` makes of the items, in their order.

    `work` takes a run of items. Both processes take runs until none is left, so neither waits for
    the other; `meanwhile` is done in this one before it begins to help. The second is forked: what
    stands in memory is shared and only results are pickled. Where forking is not to be had, or
    there is one processor, all is done in this process. Raises the OSError that the second process
    met, ChildProcessError when it was killed, or RuntimeError with the traceback when it fails
    otherwise.
    """
    if len(items) < FEWEST or not can_fork():
        if meanwhile:
            meanwhile()
        return work(items)
    context = multiprocessing.get_context("fork")
    return _shared(work, items, meanwhile, context)


def _shared(
    work: Callable[[Sequence[Item]], list[Result]],
    items: Sequence[Item],
    meanwhile: Callable[[], object] | None,
    context: ForkContext,
) -> list[Result]:
    taken = context.Value("l", 0)
    receiver, sender = context.Pipe(duplex=False)
    other = context.Process(target=_send, args=(work, items, taken, sender))
    other.start()
    sender.close()
    try:
        if meanwhile:
            meanwhile()
        found = dict(_runs(work, items, taken))
        fault, theirs = receiver.recv()
    except EOFError:
        other.join()
        raise ChildProcessError(SHORT.format(other.exitcode)) from None
    finally:
        receiver.close()
        other.join()
    if fault is not None:
        raise fault
    found |= theirs
    return [result for start in sorted(found) for result in found[start]]


def _runs(
    work: Callable[[Sequence[Item]], list[Result]],
    items: Sequence[Item],
    taken: "Synchronized[int]",
) -> Iterator[tuple[int, list[Result]]]:
    while True:
        with taken.get_lock():
            start = taken.value
            taken.value += RUN
        if start >= len(items):
            return
        yield start, work(items[start : start + RUN])


def _send(
    work: Callable[[Sequence[Item]], list[Result]],
    items: Sequence[Item],
    taken: "Synchronized[int]",
    sender: Connection,
) -> None:
    fault: Exception | None = None
    found: dict[int, list[Result]] = {}
    parent = os.getppid()
    try:
        for start, results in _runs(work, items, taken):
            found[start] = results
            if os.getppid() != parent:
                return
    except Exception as one:
        fault = told(one)
    with contextlib.suppress(OSError):  # the first process may have failed, and listen no more
        sender.send((fault, {} if fault else found))
        sender.close()
