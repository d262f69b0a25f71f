"""What kind of plan a planned fact is."""

from __future__ import annotations

from analysis.fields.field import Facet, Field, Group, RowColumn, Sort
from analysis.fields.sql import column
from analysis.schema import Column

FIELDS = (
    Field(
        name="plan",
        facts=column("f.plan"),
        value="f.plan",
        facet=Facet(is_short=True),
        group=Group(),
        sort=Sort(sql="f.plan"),
        columns=(RowColumn(spec=Column("plan", "str", "what kind of plan a planned one is")),),
    ),
)
