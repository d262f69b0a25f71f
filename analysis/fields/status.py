"""What became of it."""

from __future__ import annotations

from analysis.fields.field import Facet, Field, Group, RowColumn, Sort
from analysis.fields.sql import column
from analysis.schema import Column

STATUSES = ("done", "planned", "possible", "denied", "negated", "requested")

FIELDS = (
    Field(
        name="status",
        facts=column("f.status"),
        value="f.status",
        facet=Facet(is_short=True),
        group=Group(),
        sort=Sort(sql="f.status"),
        columns=(RowColumn(spec=Column("status", "str", "what became of it", nullable=False)),),
    ),
)
