"""Which rows of other tables belong to facts and sentences that pass; nothing is asked where everything passes."""

from __future__ import annotations

from analysis.queries.conditions import Condition, sentences_where
from analysis.queries.selection import Selection

# What a sentence that names somebody has by itself: names are looked for in headings and bodies alone.
EVERY_SENTENCE = sentences_where(Selection()).sql


def passing_fact(alias: str, condition: Condition) -> str:
    """SQL: the `fact_row` of a row is that of a fact that passes.

    >>> passing_fact("x", Condition())
    'true'
    """
    if not condition.parts:
        return "true"
    return f"{alias}.fact_row IN (SELECT f.fact_row FROM facts f WHERE {condition.sql})"


def passing_sentence(alias: str, condition: Condition) -> str:
    """SQL: the `sentence_row` of a name is that of a sentence that passes."""
    if condition.sql == EVERY_SENTENCE:
        return "true"
    return f"{alias}.sentence_row IN (SELECT s.sentence_row FROM sentences s WHERE {condition.sql})"
