"""The numbers in a fact: all of them in words, and the main one as value and unit.

The main amount is one of money before people, quantities and shares; of one kind it is the first (`analysis.derived`).
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.fields.cut import NONE
from analysis.fields.field import Facet, Field, Group, RowColumn, Sort
from analysis.fields.sql import cached
from analysis.row_sets import Params
from analysis.schema import Column


def _of_kind(name: str, values: Sequence[str]) -> tuple[str, Params]:
    """Facts with an amount of one of the kinds, whatever others they have; NONE is a fact without any."""
    sql = f"f.fact_row IN (SELECT fact_row FROM amounts WHERE list_contains(${name}::VARCHAR[], kind))"
    return f"({sql} OR f.amount_kinds IS NULL)" if NONE in values else sql, {name: list(values)}


FIELDS = (
    Field(
        name="amount",
        facts=cached("facts", _of_kind),
        value="f.amount_kinds",
        has_several=True,
        facet=Facet(is_short=True),
        group=Group(),
        # Numbers are compared within their unit alone; the commonest unit of money comes first.
        sort=Sort(sql="f.amount", within=("f.amount IS NULL", "f.amount_rank")),
        columns=(
            RowColumn(spec=Column("amounts", "str", "its amounts in the words of the text, parted by `; `")),
            RowColumn(spec=Column("amount", "float64", "the main amount")),
            RowColumn(spec=Column("amount_unit", "str", "unit of the main amount: a currency, what is counted, %")),
            RowColumn(spec=Column("amount_kind", "str", "its kind: money, people, quantity or share"), in_files=""),
        ),
    ),
)
