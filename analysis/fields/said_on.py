"""The day on which it was said."""

from __future__ import annotations

from analysis.fields.field import Field, RowColumn, Sort
from analysis.fields.sql import days_as_text, one_of
from analysis.schema import Column

FIELDS = (
    Field(
        name="said_on",
        facts=one_of(f"list_has_any({{values}}, {days_as_text('f.said_first_day')})"),
        sort=Sort(sql="f.said_first_day"),
        columns=(
            RowColumn(spec=Column("said_first_day", "day", "first day on which it was said")),
            RowColumn(spec=Column("said_end_day", "day", "the day after the last on which it was said")),
        ),
    ),
)
