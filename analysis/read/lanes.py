"""Several files read at once, in threads that each have a process for foreign formats; results in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from itertools import islice
from queue import SimpleQueue
from typing import TypeVar

from analysis.read.apart import Apart

AHEAD = 4  # files a lane may be ahead of the one whose results are due
One = TypeVar("One")
Result = TypeVar("Result")


def in_lanes(items: Iterable[One], work: Callable[[One, Apart], Iterable[Result]], n_lanes: int) -> Iterator[Result]:
    """The results of the work on each item, in order; one lane works as results are asked for."""
    if n_lanes <= 1:
        with Apart() as apart:
            for item in items:
                yield from work(item, apart)
        return
    rest, free = iter(items), SimpleQueue[Apart]()
    with ThreadPoolExecutor(n_lanes) as threads, ExitStack() as stack:
        for _ in range(n_lanes):
            free.put(stack.enter_context(Apart()))
        due: deque[Future[list[Result]]] = deque()
        try:
            while True:
                for item in islice(rest, n_lanes * AHEAD - len(due)):
                    due.append(threads.submit(_done, work, item, free))
                if not due:
                    return
                yield from due.popleft().result()
        finally:
            for future in due:
                future.cancel()


def _done(work: Callable[[One, Apart], Iterable[Result]], item: One, free: SimpleQueue[Apart]) -> list[Result]:
    apart = free.get()
    try:
        return list(work(item, apart))
    finally:
        free.put(apart)
