"""The numbers in a fact: by their kind, and the main one with its unit."""

from __future__ import annotations

import pandas as pd

from analysis.fields.cut import NONE
from analysis.queries.engine.database import records
from display import words
from display.amounts import amounts
from display.fields.cells import whole
from display.fields.choice import choice
from display.fields.entry import Grouping, LedgerColumn, Section


def _cells(rows: pd.DataFrame) -> list[str]:
    return [amounts(row) for row in records(rows[["amount", "amount_unit", "amounts"]])]


AMOUNT = choice(
    "amount",
    "Amount",
    "payments",
    words.AMOUNT | {NONE: words.NO_AMOUNT},
    chip="Amount: {}",
    section=Section(title="Amounts", rank=12),
    grouping=Grouping(title="Amount", rank=12),
    column=LedgerColumn(
        key="amount",
        title="Amount",
        values=_cells,
        cuts=whole("amount_kind", "amount"),
        width=150,
        help="The main number in it, with its unit; sorted within each unit, money first",
        kind="right",
        rank=6,
        order="numbers",
        is_downwards=True,
    ),
)
