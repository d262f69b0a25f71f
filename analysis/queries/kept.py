"""What is kept of a snapshot between questions: answers, and which rows of a table pass a costly condition."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any, Generic, TypeVar

import numpy as np
import numpy.typing as npt

from analysis.links import ROW_OF

Kept = TypeVar("Kept")


@dataclass(frozen=True)
class Among:
    """A parameter that stands for the rows of a table that a query finds: a database puts a bit for each in its place.

    `sql` asks for one column, the rows; `params` are its parameters, lists as tuples.
    """

    table: str
    sql: str
    params: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True)
class Made:
    """What was made of answers, a chart for example, and about how many bytes it takes."""

    value: Any
    n_bytes: int


def among(alias: str, table: str, name: str) -> str:
    """The condition that a row of `alias` points to a row of the table that is among those of the parameter `name`."""
    return f"(get_bit(${name}::BLOB::BIT, {alias}.{ROW_OF[table]}) = 1)"


def packed(rows: npt.NDArray[Any], size: int) -> bytes:
    """A bit for each of `size` rows, and some more: whether it is among these.

    >>> packed(np.array([0, 2]), 3).hex()
    'a000'
    """
    marks = np.zeros(size + 8, np.uint8)
    marks[rows] = 1
    return np.packbits(marks).tobytes()


def frozen(params: Mapping[str, Any]) -> tuple[tuple[str, Hashable], ...]:
    """The parameters as a key: sorted, lists as tuples."""
    return tuple(sorted((name, tuple(v) if isinstance(v, list) else v) for name, v in params.items()))


def thawed(params: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """The parameters of a key."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in params}


class Memory(Generic[Kept]):
    """The answers that were asked for last, up to so many bytes. Threads may share it."""

    def __init__(self, most_bytes: int, size: Callable[[Kept], int]) -> None:
        self._most, self._size, self._bytes = most_bytes, size, 0
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, answer: Callable[[], Kept]) -> Kept:
        """What is kept under the key, else the answer, which is kept then."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        found = answer()
        with self._lock:
            if key not in self._kept and self._size(found) <= self._most // 8:
                self._kept[key] = found
                self._bytes += self._size(found)
            while self._bytes > self._most:
                self._bytes -= self._size(self._kept.popitem(last=False)[1])
        return found

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
            self._bytes = 0
