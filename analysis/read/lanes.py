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


def in_lanes(
    items: Iterable[One],
    work: Callable[[One, Apart], Iterable[Result]],
    n_lanes: int,
    done: Callable[[int], None] = lambda n_items: None,
) -> Iterator[Result]:
    """The results of the work on each item, in order; one lane works as results are asked for.

    `done` is called with the number of items whose results were given.
    """
    results = _one_by_one(items, work) if n_lanes <= 1 else _at_once(items, work, n_lanes)
    for number, some in enumerate(results, 1):
        yield from some
        done(number)


def _one_by_one(items: Iterable[One], work: Callable[[One, Apart], Iterable[Result]]) -> Iterator[Iterable[Result]]:
    with Apart() as apart:
        for item in items:
            yield work(item, apart)


def _at_once(
    items: Iterable[One], work: Callable[[One, Apart], Iterable[Result]], n_lanes: int
) -> Iterator[Iterable[Result]]:
    rest, free = iter(items), SimpleQueue[Apart]()
    due: deque[Future[list[Result]]] = deque()
    with ThreadPoolExecutor(n_lanes) as threads, ExitStack() as stack:
        for _ in range(n_lanes):
            free.put(stack.enter_context(Apart()))
        stack.callback(lambda: [future.cancel() for future in due])
        while True:
            for item in islice(rest, n_lanes * AHEAD - len(due)):
                due.append(threads.submit(_done, work, item, free))
            if not due:
                return
            yield due.popleft().result()


def _done(work: Callable[[One, Apart], Iterable[Result]], item: One, free: SimpleQueue[Apart]) -> list[Result]:
    apart = free.get()
    try:
        return list(work(item, apart))
    finally:
        free.put(apart)
