"""Record files: a row is a file of records, what its fields were taken for, and how its dates were read."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.read.article import BETWEEN, Taken
from analysis.schema import Column, Table

RECORD_FILES = Table(
    name="record_files",
    row="a file of records",
    columns=(
        Column("source_id", "str", "path of the file", nullable=False),
        Column("n_records", "int64", "records in it", unit="records", nullable=False),
        Column("fields", "str", "`field=name` of each field of a report, parted by U+001F", nullable=False),
        Column("unused", "str", "names that gave no field, parted by U+001F", nullable=False),
        Column(
            "dates",
            "str",
            "how 03/04/2024 was read; empty where the file has no such date",
            allowed=("day-first", "month-first", "unclear", "mixed"),
        ),
        Column("n_unread_dates", "int64", "records whose date can't be read", unit="records", nullable=False),
        Column("unread_dates", "str", "some of these dates, parted by U+001F", nullable=False),
    ),
    key=("source_id",),
)


def record_files(taken: Sequence[Taken]) -> pd.DataFrame:
    """The table RECORD_FILES, by source_id; files without a column of texts are in UNREADABLE alone."""
    return RECORD_FILES.from_rows(
        [
            {
                "source_id": one.source_id,
                "n_records": one.n_records,
                "fields": BETWEEN.join(f"{field}={name}" for field, name in one.fields.items()),
                "unused": BETWEEN.join(one.unused),
                "dates": one.dates or None,
                "n_unread_dates": one.n_unread_dates,
                "unread_dates": BETWEEN.join(one.unread_dates),
            }
            for one in sorted(taken, key=lambda one: one.source_id)
            if one.n_records
        ]
    )
