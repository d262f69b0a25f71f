"""Conditions on rows of other tables: that their fact or sentence passes the selection; none where all pass.

The facts that pass are found once and cached as a bitmap, which every query of a page tests.
"""

from __future__ import annotations

from analysis.queries.engine.conditions import IS_CLAIM, Condition, facts_where, sentences_where
from analysis.queries.engine.selection import Selection
from analysis.row_sets import RowSet, frozen, in_bitmap

# The condition that every sentence with a mention fulfils: mentions are found in headings and bodies alone.
EVERY_SENTENCE = sentences_where(Selection()).sql


def of_facts(alias: str, selection: Selection) -> Condition:
    """A row of FACT_ENTITIES, by its `fact_row`, belongs to a fact of the selection.

    >>> of_facts("x", Selection()).sql, of_facts("x", Selection(details=True)).sql
    ('x.is_claim', 'true')
    """
    found = facts_where(selection)
    if found.sql == IS_CLAIM:
        return Condition([f"{alias}.is_claim"])
    return _passing(alias, "facts", f"SELECT f.fact_row FROM facts f WHERE {found.sql}", found, "true")


def of_sentences(alias: str, selection: Selection) -> Condition:
    """A mention, by its `sentence_row`, stands in a sentence of the selection."""
    found = sentences_where(selection)
    rows = f"SELECT s.sentence_row FROM sentences s WHERE {found.sql}"
    return _passing(alias, "sentences", rows, found, EVERY_SENTENCE)


def _passing(alias: str, table: str, rows: str, found: Condition, every: str) -> Condition:
    passing = Condition()
    if found.sql != every:
        name = f"passing_{table}"
        passing.add(in_bitmap(alias, table, name), **{name: RowSet(table, rows, frozen(found.params))})
    return passing
