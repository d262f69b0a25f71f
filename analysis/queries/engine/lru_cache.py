"""An LRU cache that is bounded by bytes, for what the sessions of a server ask again and again.

`st.cache_resource` and `st.cache_data` are bounded by entries alone, and know no snapshot whose entries go with it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, wait
from dataclasses import dataclass
from threading import Lock
from typing import Any, Generic, TypeVar

Kept = TypeVar("Kept")


@dataclass(frozen=True)
class Made:
    """An object that was made of answers, such as a chart, with its approximate size."""

    value: Any
    n_bytes: int


class LruCache(Generic[Kept]):
    """A cache of at most `most_bytes`, which drops the least recently used entries first. Thread-safe; what one thread
    is about to find, others wait for."""

    def __init__(self, most_bytes: int, size: Callable[[Kept], int]) -> None:
        self._most, self._size, self._bytes = most_bytes, size, 0
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._finding: dict[Hashable, Future[Kept]] = {}
        self._lock = Lock()

    def get(self, key: Hashable, answer: Callable[[], Kept]) -> Kept:
        """The cached value of the key, else `answer()`, which is cached unless it takes over an eighth of the bytes."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            by_another = self._finding.get(key)
            if by_another is None:
                mine = self._finding[key] = Future[Kept]()
        if by_another is None:
            return self._found(key, answer, mine)
        wait([by_another])
        return answer() if by_another.exception() else by_another.result()

    def _found(self, key: Hashable, answer: Callable[[], Kept], told: Future[Kept]) -> Kept:
        """The answer, which is cached, and told to those who wait for it."""
        try:
            found = answer()
        except BaseException as fault:
            told.set_exception(fault)
            raise
        else:
            self._keep(key, found)
            told.set_result(found)
            return found
        finally:
            with self._lock:
                del self._finding[key]

    def _keep(self, key: Hashable, found: Kept) -> None:
        with self._lock:
            if key not in self._kept and self._size(found) <= self._most // 8:
                self._kept[key] = found
                self._bytes += self._size(found)
            while self._bytes > self._most:
                self._bytes -= self._size(self._kept.popitem(last=False)[1])

    def clear(self) -> None:
        """Drop every entry."""
        with self._lock:
            self._kept.clear()
            self._bytes = 0
