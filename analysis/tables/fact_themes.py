"""Fact themes: a row is a theme of a fact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from analysis.schema import Column, Table
from analysis.tables.entry import Entry
from analysis.text.records import FactTheme

# Nearly every report of an agency is about the economy, or about relations between states: where a fact has another
# theme as well, that one says more.
GENERAL = frozenset({"diplomacy", "economy"})

FACT_THEMES = Table(
    name="fact_themes",
    row="a theme of a fact",
    columns=(
        Column("fact_id", "str", "the fact", nullable=False),
        Column("theme", "str", "name of the theme", nullable=False),
        Column("weight", "float64", "weight of the words that earned it", nullable=False),
        Column("evidence", "str", "the words that earned it, parted by `; `", nullable=False),
        Column(
            "evidence_spans", "str", "their spans, `start-end` parted by blanks", unit="characters into documents.text"
        ),
    ),
    key=("fact_id", "theme"),
)


def fact_themes(entries: Sequence[Entry]) -> pd.DataFrame:
    """The table FACT_THEMES, by document, fact and falling weight."""
    return FACT_THEMES.from_rows([_row(entry, one) for entry in entries for one in entry.report.fact_themes])


def strongest(found: Iterable[FactTheme]) -> dict[int, str]:
    """The theme of each fact that has one: the weightiest of those that are not general, else the weightiest."""
    best: dict[int, FactTheme] = {}
    for one in found:
        held = best.get(one.fact)
        if held is None or _rank(one) > _rank(held):
            best[one.fact] = one
    return {fact: one.theme for fact, one in best.items()}


def _rank(one: FactTheme) -> tuple[bool, float, str]:
    return one.theme not in GENERAL, one.weight, one.theme


def _row(entry: Entry, one: FactTheme) -> dict[str, Any]:
    return {
        "fact_id": entry.fact_id(one.fact),
        "theme": one.theme,
        "weight": one.weight,
        "evidence": "; ".join(entry.article.text[start:end] for start, end in one.evidence),
        "evidence_spans": " ".join(f"{start}-{end}" for start, end in one.evidence),
    }
