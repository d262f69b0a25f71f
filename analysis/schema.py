"""Declared tables: what a row is, what each column means, and the check that a frame keeps to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

DTYPES = {
    "str": "string",
    "int64": "int64",
    "Int64": "Int64",
    "float64": "float64",
    "bool": "bool",
    "day": "datetime64[s]",
}


class SchemaError(ValueError):
    """A frame that is not the table it claims to be; the message lists every fault."""


@dataclass(frozen=True)
class Column:
    """A column: its name means the same in every table. `day` is midnight of a day, without a zone."""

    name: str
    dtype: str
    meaning: str
    unit: str = ""
    allowed: tuple[str, ...] = ()
    nullable: bool = True


@dataclass(frozen=True)
class Table:
    """A table: what one row is, its columns in order, and the columns that tell rows apart."""

    name: str
    row: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    def empty(self) -> pd.DataFrame:
        """The table without rows, with every column in its dtype."""
        return self.frame({column.name: [] for column in self.columns})

    def frame(self, values: Mapping[str, Sequence[Any]]) -> pd.DataFrame:
        """A frame of these columns of values, in the declared order and dtypes. Raises SchemaError."""
        missing = [column.name for column in self.columns if column.name not in values]
        if missing:
            raise SchemaError(f"{self.name}: no column {', '.join(missing)}")
        arrays = {c.name: _array(values[c.name], c.dtype) for c in self.columns}
        return self._checked(pd.DataFrame(arrays, copy=False), arrays)

    def from_rows(self, rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
        """A frame of these rows; a column that a row lacks is empty there. Raises SchemaError."""
        return self.frame({c.name: [row.get(c.name) for row in rows] for c in self.columns})

    def checked(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The same frame, when it keeps to the declaration. Raises SchemaError with every fault."""
        return self._checked(frame, {str(name): values.array for name, values in frame.items()})

    def _checked(self, frame: pd.DataFrame, arrays: Mapping[str, Any]) -> pd.DataFrame:
        """The frame of these arrays, when it keeps to the declaration. Raises SchemaError."""
        faults = [fault for column in self.columns for fault in _column_faults(arrays, column)]
        names = [column.name for column in self.columns]
        if list(frame.columns) != names:
            faults.append(f"columns are {list(frame.columns)}, not {names}")
        elif not faults and frame.duplicated(list(self.key)).any():
            faults.append(f"{int(frame.duplicated(list(self.key)).sum())} rows share their key {self.key}")
        if faults:
            raise SchemaError(f"{self.name}: " + "; ".join(faults))
        return frame


def _array(values: Sequence[Any], dtype: str) -> Any:
    """The values in this dtype of DTYPES; as they are where they have it, which costs nothing."""
    has = getattr(values, "dtype", None)
    if has is not None and _name(has) == DTYPES[dtype]:
        values = getattr(values, "array", values)
        if not isinstance(values, np.ndarray):
            return values
    return pd.array(values, dtype=_dtype(DTYPES[dtype]), copy=False)


@cache
def _dtype(name: str) -> Any:
    """The dtype of this name; pandas takes longer to find it than to make a short column of it."""
    return pd.api.types.pandas_dtype(name)


@cache
def _name(dtype: Any) -> str:
    """The name of a dtype, which NumPy spells anew each time."""
    return str(dtype)


def _column_faults(arrays: Mapping[str, Any], column: Column) -> list[str]:
    if column.name not in arrays:
        return [f"{column.name} is missing"]
    values, faults = arrays[column.name], []
    if _name(values.dtype) != DTYPES[column.dtype]:
        faults.append(f"{column.name} is {values.dtype}, not {DTYPES[column.dtype]}")
    if not column.nullable and values.isna().any():
        faults.append(f"{column.name} is empty in {int(values.isna().sum())} rows")
    strange = set(values[~values.isna()].unique()) - set(column.allowed) if column.allowed else set()
    if strange:
        faults.append(f"{column.name} has {sorted(map(str, strange))}, allowed are {list(column.allowed)}")
    return faults
