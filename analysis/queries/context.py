"""Counts with their context: what the filters let through, and what they would without those of the counted field."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from analysis.queries.database import Database
from analysis.queries.selection import Selection

Query = Callable[[Database, Selection], pd.DataFrame]


def in_context(query: Query, database: Database, selection: Selection, field: str) -> pd.DataFrame:
    """The rows of the query, and with a filter of the field those that it takes away, `is_outside` true.

    The first column of the query has the values of the field. Largest first, as `n_facts` says.
    """
    inside = query(database, selection).assign(is_outside=False)
    if not (selection.values(field) or selection.hidden(field)):
        return inside
    every = query(database, selection.without(field)).assign(is_outside=True)
    key = str(inside.columns[0])
    rows = pd.concat([inside, every[~every[key].isin(inside[key])]], ignore_index=True)
    return rows.sort_values("n_facts", ascending=False, kind="stable", ignore_index=True)
