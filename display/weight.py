"""About how many bytes a chart takes, or a list or HTML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

# Bytes of an empty one by `sys.getsizeof`; a figure holds its parts a second time, as JSON.
TEXT, NUMBER, HOLDER, ENTRY, FRAME, COLUMN, FIGURE = 50, 32, 64, 50, 1500, 600, 8_000
CELL = 60  # as for the frames of the database

PLAIN = frozenset((int, float, bool, type(None)))


def weight(value: Any) -> int:
    """The bytes, an upper bound: an object that is referenced twice counts twice."""
    if type(value) is str:  # nearly all are texts, numbers or lists of them
        return TEXT + len(value)
    if type(value) in PLAIN:
        return NUMBER
    if isinstance(value, list | tuple):
        return HOLDER + sum(map(weight, value))
    if isinstance(value, pd.DataFrame):
        return FRAME + COLUMN * len(value.columns) + CELL * int(value.size)
    if isinstance(value, go.Figure):
        return FIGURE + 2 * weight([vars(value)[name] for name in ("_data", "_layout")])
    if isinstance(value, Mapping):
        return HOLDER + sum(ENTRY + weight(one) for one in value.values())
    return weight([*vars(value).values()]) if is_dataclass(value) else NUMBER
