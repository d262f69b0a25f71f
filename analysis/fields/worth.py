"""How likely a reader would write a fact down, and so whether it is a claim or belongs to one."""

from __future__ import annotations

from analysis.fields.field import Field, RowColumn, Sort
from analysis.schema import Column

FIELDS = (
    Field(
        name="worth",
        sort=Sort(sql="f.worth"),
        columns=(
            RowColumn(
                spec=Column("is_claim", "bool", "whether a reader would write it into the ledger", nullable=False)
            ),
            RowColumn(spec=Column("claim_of", "str", "the claim that it belongs to")),
            RowColumn(
                spec=Column(
                    "claim_spans", "str", "where the pieces of its sentence stand, `start-end` parted by blanks"
                )
            ),
            RowColumn(
                spec=Column("worth", "float64", "how likely a reader would write it", unit="0 to 1", nullable=False)
            ),
        ),
    ),
)
