"""How probable it is that the row is right, and how it was found."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.fields.field import Field, RowColumn, Sort
from analysis.row_sets import Params
from analysis.schema import Column


def _at_least(name: str, values: Sequence[str]) -> tuple[str, Params]:
    """Facts with at least the lowest of these scores."""
    return f"f.score >= ${name}", {name: min(float(value) for value in values)}


FIELDS = (
    Field(
        name="rule",
        columns=(RowColumn(spec=Column("rule", "str", "the rule that found it", nullable=False), in_files="last"),),
    ),
    Field(
        name="trust",
        facts=_at_least,
        sort=Sort(sql="f.score"),
        columns=(
            RowColumn(
                spec=Column("score", "float64", "how probable it is that the row is right", nullable=False),
                in_files="last",
            ),
            RowColumn(spec=Column("how", "str", "how its fields were found"), in_files="last"),
        ),
    ),
)
