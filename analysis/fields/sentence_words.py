"""The words of the sentence: what a search finds in it, and the terms that stand in it."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.fields.field import Field, Marked, Test
from analysis.fields.sql import cached, one_of
from analysis.row_sets import Params, SentencesFound, in_bitmap


def _found(alias: str) -> Test:
    """Rows in sentences that one of the queries finds."""

    def test(name: str, values: Sequence[str]) -> tuple[str, Params]:
        params: Params = {f"{name}_{number}": SentencesFound(value) for number, value in enumerate(values)}
        return f"({' OR '.join(in_bitmap(alias, 'sentences', key) for key in params)})", params

    return test


def _with_term(table: str) -> Test:
    inside = "SELECT sentence_row FROM term_occurrences WHERE list_contains({values}, term)"
    return cached(table, one_of(f"{table[0]}.sentence_row IN ({inside})"))


FIELDS = (
    Field(name="words", facts=_found("f"), sentences=_found("s")),
    Field(
        name="term",
        facts=_with_term("facts"),
        sentences=_with_term("sentences"),
        marked=Marked(table="term_occurrences", column="term", kind="term"),
    ),
)
