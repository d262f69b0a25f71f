"""Selections and cuts as SQL: which facts (`f`), sentences (`s`) and reports (`d`) pass.

All that a page counts is counted under these three conditions, and what a number opens is found under the same:
- claims (or with `details` facts): `facts_where`;
- reports: `documents_where`; a copy counts as a report, and how many are copies is said;
- sentences, and whoever is named in one: `sentences_where`;
- days, months and years: `analysis.fields.period`.

`display/counting.py` tells readers the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from analysis.fields import FIELDS
from analysis.fields.cut import Cut, Cuts
from analysis.fields.field import Test
from analysis.queries.engine.selection import Selection
from analysis.row_sets import RowSet, frozen, in_bitmap

IS_CLAIM = "f.is_claim"
# The conditions of the fields, by field, on each kind of row.
FACT_TESTS = {name: field.facts for name, field in FIELDS.items() if field.facts}
SENTENCE_TESTS = {name: field.sentences for name, field in FIELDS.items() if field.sentences}
REPORT_TESTS = {name: field.reports for name, field in FIELDS.items() if field.reports}


@dataclass
class Condition:
    """A condition in SQL, with what its parameters stand for."""

    parts: list[str] = field(default_factory=list)
    params: dict[str, Any] = field(default_factory=dict)

    def add(self, sql: str, **params: Any) -> None:
        """Narrow the condition."""
        self.parts.append(sql)
        self.params |= params

    @property
    def sql(self) -> str:
        """The condition as one expression."""
        return " AND ".join(self.parts) or "true"


def facts_where(selection: Selection, cuts: Cuts = ()) -> Condition:
    """The facts `f` of the selection that every cut lets through: the one place that says which rows of the table of
    facts count. Claims do; others with the details of the selection, or where a fact, or what belongs to a claim, is
    asked for by its id.

    >>> facts_where(Selection()).sql, facts_where(Selection(details=True)).sql
    ('f.is_claim', 'true')
    """
    condition = _where(selection, cuts, FACT_TESTS, "f")
    is_one = any(one.field in ("fact", "claim") for one in (*selection.only, *cuts))
    if not (selection.details or is_one):
        condition.parts.insert(0, IS_CLAIM)
    return condition


def sentences_where(selection: Selection, cuts: Cuts = ()) -> Condition:
    """The headings and body sentences `s` of the selection that every cut lets through.

    A sentence passes a theme that it has, an entity that it names. Where a filter is about facts alone, such as a
    period or a status, a sentence passes when a fact in it passes all filters.
    """
    condition = parts_where(selection, cuts)
    condition.add("s.kind IN ('heading', 'body')")
    return condition


def parts_where(selection: Selection, cuts: Cuts = ()) -> Condition:
    """The same for rows `s` of a table that has rows for such sentences only, as THEMES and SENTENCE_TERMS have."""
    if selection.all_fields() <= SENTENCE_TESTS.keys():
        return _where(selection, cuts, SENTENCE_TESTS, "s")
    return _beside_facts(selection, cuts)


def _beside_facts(selection: Selection, cuts: Cuts) -> Condition:
    """The sentences `s` with a fact of the selection that every cut lets through."""
    facts = facts_where(selection)
    condition = _where(Selection(), cuts, SENTENCE_TESTS, "s")
    rows = RowSet("sentences", f"SELECT f.sentence_row FROM facts f WHERE {facts.sql}", frozen(facts.params))
    condition.add(in_bitmap("s", "sentences", "beside_facts"), beside_facts=rows)
    return condition


def documents_where(selection: Selection) -> Condition:
    """The reports `d` of the selection: where it asks only for reports (their publisher, day, topic) all of these, else
    those with a claim that every filter lets through, or with `details` a fact."""
    if selection.all_fields() <= REPORT_TESTS.keys():
        return _where(selection, (), REPORT_TESTS, "d")
    return with_facts(selection)


def with_facts(selection: Selection) -> Condition:
    """The reports `d` with a claim that every filter lets through, or with `details` a fact."""
    facts = facts_where(selection)
    kept = RowSet("documents", f"SELECT f.doc_row FROM facts f WHERE {facts.sql}", frozen(facts.params))
    return Condition([in_bitmap("d", "documents", "with_any")], {"with_any": kept})


def cut(field_name: str, value: object = "") -> Cut:
    """A cut; the value as the text that the queries compare with."""
    return Cut(field_name, "" if value is None else str(value))


def _where(selection: Selection, cuts: Cuts, known: Mapping[str, Test], prefix: str) -> Condition:
    condition = Condition()
    wanted = [*selection.groups(), *((one.field, (one.value,)) for one in cuts)]
    for number, (name, values) in enumerate(wanted):
        sql, params = known[name](f"{prefix}{number}", values)
        condition.add(sql, **params)
    for number, hidden in enumerate(selection.hide):
        parts = [known[one.field](f"{prefix}h{number}_{n}", (one.value,)) for n, one in enumerate(hidden)]
        condition.add(f"NOT coalesce({_all(sql for sql, _ in parts)}, false)")
        for _, params in parts:
            condition.params |= params
    return condition


def _all(parts: Iterable[str]) -> str:
    return "(" + " AND ".join(parts) + ")"
