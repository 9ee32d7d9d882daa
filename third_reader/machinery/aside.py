"""Work that is done in another process while this one goes on."""

import contextlib
import multiprocessing
import os
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

SHORT = "a process was ended from outside ({}); memory may be short"


def can_fork() -> bool:
    """Tell whether a second process is to be had, and worth having."""
    return (os.cpu_count() or 1) > 1 and "fork" in multiprocessing.get_all_start_methods()


Result = TypeVar("Result")


class Aside(Generic[Result]):
    """Work that begins at once, in a process of its own."""

    def __init__(self, work: Callable[[], Result]) -> None:
        """Begin; where there is one processor or no forking, `finish` does the work."""
        self._work: Callable[[], Result] | None = work
        if not can_fork():
            return
        context = multiprocessing.get_context("fork")
        self._heard, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_send, args=(work, sender))
        self._process.start()
        self._work = None
        sender.close()

    def finish(self) -> Result:
        """Wait for its end; gives what came of it.

        Raises the OSError that it met, ChildProcessError when it was killed, or RuntimeError with
        the traceback when it failed otherwise.
        """
        if self._work is not None:
            return self._work()
        fault: Exception | None
        result: Any = None
        try:
            fault, result = self._heard.recv()
        except EOFError:
            self._process.join()
            fault = ChildProcessError(SHORT.format(self._process.exitcode))
        self.stop()
        if fault is not None:
            raise fault
        found: Result = result
        return found

    def stop(self) -> None:
        """End it, done or not."""
        if self._work is None:
            self._process.kill()
            self._process.join()
            self._heard.close()


def told(fault: Exception) -> Exception:
    """Give a failure as the other process can tell it."""
    if isinstance(fault, OSError):
        return OSError(fault.errno, fault.strerror, fault.filename)
    return RuntimeError("".join(traceback.format_exception(fault)))


def _send(work: Callable[[], object], sender: Connection) -> None:
    fault: Exception | None = None
    result: object = None
    try:
        result = work()
    except Exception as one:
        fault = told(one)
    with contextlib.suppress(OSError):  # the first process may have failed, and listen no more
        sender.send((fault, result))
        sender.close()
