"""The choice of claims: the rows that a reader would write, each once, and the rows that belong to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

# Chosen by cross-validation over the labelled rows, see benchmarks/README.md: a lower WORTH shows more rows that a
# reader would not write, a higher SAME more claims twice.
WORTH = 0.3  # probability from which a row is shown
SAME = 0.5  # probability from which two rows tell one claim

Pairs = Mapping[tuple[int, int], float]


def chosen(
    worth: Sequence[float], same: Pairs, least_worth: float = WORTH, least_same: float = SAME
) -> list[int | None]:
    """For each row the number of the claim that it belongs to: its own where it is one, None where it is no claim's.

    `same` has the probability that two rows, the earlier first, tell one claim. The row of most worth is a claim, and
    takes with it all that tell the same; then the next.

    >>> chosen([0.9, 0.5, 0.1, 0.2], {(0, 1): 0.8, (0, 2): 0.3})
    [0, 0, None, None]
    """
    near = _neighbours(same)
    found: list[int | None] = [None] * len(worth)
    for number in sorted(range(len(worth)), key=lambda n: (-worth[n], n)):
        alike = [(p, -other) for other, p in near[number].items() if found[other] == other]
        best = max(alike, default=(0.0, 0))
        if best[0] >= least_same:
            found[number] = -best[1]
        elif worth[number] >= least_worth:
            found[number] = number
    return found


def _neighbours(same: Pairs) -> dict[int, dict[int, float]]:
    found: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), p in same.items():
        found[one][other] = found[other][one] = p
    return found
