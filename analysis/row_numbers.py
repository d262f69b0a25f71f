"""Row numbers: foreign keys of the tables of a snapshot as integers, beside the ids.

`doc_row`, `sentence_row` and `fact_row` are rows of the files of `documents`, `sentences` and `facts`, from 0. Numbers
are joined, grouped and looked up several times as fast as ids; they say nothing that the ids do not say.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

OWNERS = {
    "doc_id": ("documents", "doc_row"),
    "sentence_id": ("sentences", "sentence_row"),
    "fact_id": ("facts", "fact_row"),
}
ROW_OF = dict(OWNERS.values())
ROWS = frozenset(ROW_OF.values())


def with_row_numbers(frames: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The frames, each with the row numbers of its foreign keys; of no row it is the number past the end."""
    owners = {key: frames[table] for key, (table, _) in OWNERS.items() if table in frames}
    ids = {key: pa.array(frame[key], pa.large_string()) for key, frame in owners.items() if key in frame.columns}
    return {name: frame.assign(**_rows(name, frame, ids)) for name, frame in frames.items()}


def _rows(name: str, frame: pd.DataFrame, ids: Mapping[str, pa.Array]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, known in ids.items():
        table, row = OWNERS[key]
        if key in frame.columns and name != table:
            places = pc.index_in(pa.array(frame[key], pa.large_string()), known)
            found[row] = pc.fill_null(places, len(known)).to_numpy(zero_copy_only=False).astype(np.int32)
    return found
