"""One function over many items in two processes."""

import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

FEWEST = 24
"""Fewer items than this are not worth a second process."""


Item = TypeVar("Item")
Result = TypeVar("Result")


def pair(work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]) -> list[Result]:
    """Give what `work` makes of the items, in their order.

    `work` takes a run of items and is called once in each process; it and its results must
    pickle. The processes are forked, so what stands in memory is shared; where forking is not
    to be had, or there is one processor, the work is done in this process.
    """
    if len(items) < FEWEST or (os.cpu_count() or 1) < 2 or not _can_fork():
        return work(items)
    half = (len(items) + 1) // 2
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(max_workers=1, mp_context=context) as pool:
        other = pool.submit(work, items[half:])
        mine = work(items[:half])
        return mine + other.result()


def _can_fork() -> bool:
    return "fork" in multiprocessing.get_all_start_methods()
