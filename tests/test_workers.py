"""Worker processes: order, clocks, deaths, and what they leave behind. They import what they do from here, by name."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence

import pytest

from analysis.workers import Lost, results_apart

Work = Callable[[Sequence[str]], Iterator[str]]

pytestmark = pytest.mark.slow


def start() -> Work:
    """What a worker starts with."""
    return shouted


def fail_to_start() -> Work:
    """A worker that dies before it can begin."""
    os._exit(3)


def shouted(words: Sequence[str]) -> Iterator[str]:
    """Each word in capitals, unless it is one that ends the process or takes for ever."""
    for word in words:
        if word == "exit":
            os._exit(7)
        if word == "wait":
            time.sleep(600)
        yield word.upper()


def patient(words: Sequence[str]) -> float:
    return 60.0


def results(parts: Sequence[Sequence[str]], n_workers: int = 2, seconds: float = 60.0) -> list[object]:
    found = dict(results_apart(parts, start, n_workers, lambda words: seconds))
    return [found[number] for number in range(len(found))]


def test_each_item_has_its_result() -> None:
    assert results([["a", "b"], ["c"], ["d"]]) == ["A", "B", "C", "D"]


def test_nothing_needs_no_process() -> None:
    assert results([]) == []


def test_an_item_that_ends_its_process_twice_is_lost_and_the_others_are_not() -> None:
    assert results([["a", "exit", "b"], ["c"]]) == ["A", Lost(code=7), "B", "C"]


def test_a_single_worker_is_replaced_too() -> None:
    assert results([["exit"], ["a"]], n_workers=1) == [Lost(code=7), "A"]


def test_what_takes_too_long_is_stopped() -> None:
    assert results([["a", "wait"], ["b"]], seconds=3.0) == ["A", Lost(seconds=3.0), "B"]


def test_workers_that_cannot_begin_are_an_error() -> None:
    with pytest.raises(ChildProcessError, match="could begin; the last ended with the code 3"):
        list(results_apart([["a"], ["b"]], fail_to_start, 2, patient))


def test_who_asks_for_no_more_leaves_no_process_behind() -> None:
    asked = results_apart([["a"], ["b", "wait"]], start, 2, patient)
    next(asked)
    (frame,) = [asked.gi_frame]  # type: ignore[attr-defined]
    processes = [worker.process for worker in frame.f_locals["workers"]]

    asked.close()  # type: ignore[attr-defined]

    assert not any(process.is_alive() for process in processes)
