"""Amounts: a row is a number in a fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.schema import Column, Table
from analysis.tables.columns import span_columns
from analysis.tables.entry import Entry
from analysis.text.amounts.lexicon import BOUNDS, KINDS
from analysis.text.records import Fact

AMOUNTS = Table(
    name="amounts",
    row="a number in a fact",
    columns=(
        Column("fact_id", "str", "the claim in which it stands, else the fact in whose clause", nullable=False),
        *span_columns(),
        Column("text", "str", "its words, with those that bound it: more than 70 people", nullable=False),
        Column("value", "float64", "the number; whole units of a currency, percent of a share", nullable=False),
        Column("unit", "str", "what is counted or measured, in its plain form: barrel per day; empty where not said"),
        Column("currency", "str", "currency of a sum of money (ISO 4217)"),
        Column("kind", "str", "what kind of number it is", allowed=KINDS, nullable=False),
        Column("of", "str", "what it is an amount of, in the words of the text"),
        Column("bound", "str", "how exact the text says that it is", allowed=BOUNDS, nullable=False),
    ),
    key=("fact_id", "start_char"),
)


def amounts(entries: Sequence[Entry]) -> pd.DataFrame:
    """The table AMOUNTS, by document and place."""
    return AMOUNTS.from_rows([row for entry in entries for row in _rows(entry)])


def _rows(entry: Entry) -> list[Mapping[str, object]]:
    return [
        {
            "fact_id": entry.fact_id(_row(entry.report.facts, one.fact)),
            "start_char": one.start_char,
            "end_char": one.end_char,
            "text": one.text,
            "value": one.value,
            "unit": one.unit or None,
            "currency": one.currency or None,
            "kind": one.kind,
            "of": one.of or None,
            "bound": one.bound,
        }
        for one in entry.report.amounts
    ]


def _row(facts: Sequence[Fact], number: int) -> int:
    """The claim that a fact belongs to, which may be itself; the fact where it belongs to none."""
    claim = facts[number].claim_of
    return number if claim is None else claim
