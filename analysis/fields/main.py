"""Whether a fact is the main event of its report."""

from __future__ import annotations

from analysis.fields.field import Field, RowColumn, Sort
from analysis.fields.sql import flag
from analysis.schema import Column

FIELDS = (
    Field(
        name="main",
        facts=flag("f.is_main"),
        sort=Sort(sql="f.is_main"),
        columns=(
            RowColumn(spec=Column("is_main", "bool", "whether it is the main event of its report", nullable=False)),
        ),
    ),
)
