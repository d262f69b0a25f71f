"""Token buckets: how much one address may ask at once, and how much a second after that."""

from __future__ import annotations

from collections import OrderedDict


class Buckets:
    """A bucket for each address. Addresses that ask no more are forgotten."""

    def __init__(self, at_once: float, a_second: float, most: int = 10_000) -> None:
        self.at_once, self.a_second, self.most = at_once, a_second, most
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def takes(self, address: str, now: float) -> bool:
        """Whether one more may come now, at a time in seconds.

        >>> bucket = Buckets(at_once=2, a_second=1)
        >>> [bucket.takes("a", 0) for _ in range(3)], bucket.takes("b", 0), bucket.takes("a", 1)
        ([True, True, False], True, True)
        """
        left, then = self._left.pop(address, (self.at_once, now))
        left = min(self.at_once, left + (now - then) * self.a_second)
        self._left[address] = (left - 1 if left >= 1 else left, now)
        while len(self._left) > self.most:
            self._left.popitem(last=False)
        return left >= 1
