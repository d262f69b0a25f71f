"""How sure the text is, with the other two parts of its factuality."""

from __future__ import annotations

from analysis.fields.field import Facet, Field, Group, RowColumn, Sort
from analysis.fields.sql import column
from analysis.schema import Column

FIELDS = (
    Field(
        name="certainty",
        facts=column("f.certainty"),
        value="f.certainty",
        facet=Facet(is_short=True),
        group=Group(),
        sort=Sort(sql="f.certainty"),
        columns=(
            RowColumn(spec=Column("certainty", "str", "how sure the text is", nullable=False)),
            RowColumn(spec=Column("polarity", "str", "affirmed or negated", nullable=False)),
            RowColumn(spec=Column("tense", "str", "time of the event seen from the text")),
        ),
    ),
)
