"""One function over many items in two processes."""

import contextlib
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext
from multiprocessing.reduction import ForkingPickler
from multiprocessing.sharedctypes import Synchronized
from pickle import HIGHEST_PROTOCOL
from tempfile import TemporaryFile
from typing import IO, TypeVar

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
    """Share the runs; what the second process made is taken over between those of the first."""
    taken = context.Value("l", 0)
    receiver, sender = context.Pipe(duplex=False)
    with TemporaryFile() as made:
        other = context.Process(target=_send, args=(work, items, taken, sender, made))
        other.start()
        sender.close()
        try:
            if meanwhile:
                meanwhile()
            found: dict[int, list[Result]] = {}
            ended = False
            for start, results in _runs(work, items, taken):
                found[start] = results
                while not ended and receiver.poll():
                    ended = _take(receiver, made, found)
            while not ended:
                ended = _take(receiver, made, found)
        except EOFError:
            other.join()
            raise ChildProcessError(SHORT.format(other.exitcode)) from None
        finally:
            receiver.close()
            other.join()
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


def _take(receiver: Connection, made: IO[bytes], found: dict[int, list[Result]]) -> bool:
    """Take over one run of the second process; tells whether that was all. Raises what it met."""
    message = receiver.recv()
    if isinstance(message, Exception):
        raise message
    if message is None:
        return True
    start, place, size = message
    found[start] = ForkingPickler.loads(os.pread(made.fileno(), size, place))
    return False


def _send(
    work: Callable[[Sequence[Item]], list[Result]],
    items: Sequence[Item],
    taken: "Synchronized[int]",
    sender: Connection,
    made: IO[bytes],
) -> None:
    """Do runs, put what comes of them into the file, and tell where: start, place, size.

    A pipe holds little: results that went through it would wait for the first process.
    """
    last: Exception | None = None
    parent = os.getppid()
    place = 0
    try:
        for start, results in _runs(work, items, taken):
            data = ForkingPickler.dumps(results, HIGHEST_PROTOCOL)
            made.write(data)
            made.flush()
            sender.send((start, place, len(data)))
            place += len(data)
            if os.getppid() != parent:
                return
    except BrokenPipeError:  # the first process has failed, and listens no more
        return
    except Exception as one:
        last = told(one)
    with contextlib.suppress(OSError):
        sender.send(last)
        sender.close()
