"""One function over many items in two processes."""

import multiprocessing
import os
import traceback
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import TypeVar

FEWEST = 24
"""Fewer items than this are not worth a second process."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def pair(work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]) -> list[Result]:
    """Give what `work` makes of the items, in their order.

    `work` takes a run of items and is called once in each process. The second process is forked,
    so all that stands in memory is shared and only results are pickled; where forking is not to
    be had, or there is one processor, the work is done in this process. Raises RuntimeError with
    the traceback when the second process fails.
    """
    if len(items) < FEWEST or (os.cpu_count() or 1) < 2 or not _can_fork():
        return work(items)
    half = (len(items) + 1) // 2
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    other = context.Process(target=_send, args=(work, items[half:], sender))
    other.start()
    sender.close()
    try:
        mine = work(items[:half])
        fault, theirs = receiver.recv()
    finally:
        receiver.close()
        other.join()
    if fault:
        raise RuntimeError(fault)
    return mine + theirs


def _send(
    work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item], sender: Connection
) -> None:
    try:
        answer: tuple[str, list[Result]] = ("", work(items))
    except Exception:
        answer = (traceback.format_exc(), [])
    sender.send(answer)
    sender.close()


def _can_fork() -> bool:
    return "fork" in multiprocessing.get_all_start_methods()
