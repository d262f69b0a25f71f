"""Sets of rows as parameters of a query: each is replaced by a bitmap, one bit per row of its table.

Which rows pass a costly condition is found once; the bitmap is cached, and every query of a page tests its bits.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.row_numbers import ROW_OF

Params = dict[str, Any]


@dataclass(frozen=True)
class RowSet:
    """A parameter that stands for the rows of a table that a query finds; the database replaces it by their bitmap.

    `sql` asks for one column, the row numbers; `params` are its parameters as `frozen` gives them.
    """

    table: str
    sql: str
    params: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True)
class SentencesFound:
    """A parameter that stands for the sentences that a search query finds; replaced by the bitmap of `Search.bits`."""

    query: str


def in_bitmap(alias: str, table: str, name: str) -> str:
    """The SQL condition that a row of `alias` belongs to a row of the table that is in the bitmap of parameter `name`.

    >>> in_bitmap("f", "sentences", "found")
    '(get_bit($found::BLOB::BIT, f.sentence_row) = 1)'
    """
    return f"(get_bit(${name}::BLOB::BIT, {alias}.{ROW_OF[table]}) = 1)"


def bitmap(rows: npt.NDArray[Any], size: int) -> bytes:
    """One bit for each of `size` rows, set for these; a few more at the end, for ids that point to no row.

    >>> bitmap(np.array([0, 2]), 3).hex()
    'a000'
    """
    marks = np.zeros(size + 8, np.uint8)
    marks[rows] = 1
    return np.packbits(marks).tobytes()


def frozen(params: Mapping[str, Any]) -> tuple[tuple[str, Hashable], ...]:
    """The parameters as a hashable key: sorted by name, lists as tuples."""
    return tuple(sorted((name, tuple(v) if isinstance(v, list) else v) for name, v in params.items()))


def thawed(params: Sequence[tuple[str, Any]]) -> Params:
    """The parameters of a key of `frozen`."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in params}
