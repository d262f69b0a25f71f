"""What is done."""

from __future__ import annotations

from analysis.fields.field import Field, RowColumn, Sort
from analysis.fields.sql import cached, column
from analysis.schema import Column

FIELDS = (
    Field(
        name="action",
        facts=cached("facts", column("lower(f.action)")),
        sort=Sort(sql="lower(f.action)"),
        columns=(RowColumn(spec=Column("action", "str", "what is done", nullable=False)),),
    ),
)
