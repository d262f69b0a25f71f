"""Counts with their context: what the filters let through, and what they would without those of the counted field."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from analysis.fields import FIELDS
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection

Query = Callable[[Database, Selection], pd.DataFrame]


SEVERAL = frozenset(name for name, field in FIELDS.items() if field.has_several)


def in_context(query: Query, database: Database, selection: Selection, field: str) -> pd.DataFrame:
    """The rows of the query without the filters of the field; what these take away has `is_outside` true.

    The field has one value for each fact, or is one of SEVERAL, and is the first column of the query, so one query
    counts both sides; a second one runs only for a chosen value that is too rare for the list of all.
    """
    only, hidden = selection.values(field), selection.hidden(field)
    rows = query(database, selection.without(field))
    key = str(rows.columns[0])
    if field in SEVERAL and hidden and not only:
        # A fact of a hidden theme is hidden under its other themes as well.
        inside = query(database, selection)
        rows = pd.concat([inside, rows[rows[key].isin(hidden)]], ignore_index=True)
    if not set(only) <= set(rows[key]):
        inside = query(database, selection)
        rows = pd.concat([rows, inside[~inside[key].isin(rows[key])]], ignore_index=True)
        rows = rows.sort_values("n_facts", ascending=False, kind="stable", ignore_index=True)
    is_outside = rows[key].isin(hidden)
    return rows.assign(is_outside=is_outside | ~rows[key].isin(only) if only else is_outside)
