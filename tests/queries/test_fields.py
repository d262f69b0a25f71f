"""The registry of fields: each description is whole, and its conditions are SQL that runs."""

from __future__ import annotations

import pytest

from analysis.fields import EVERY, FIELDS
from analysis.fields.field import Field
from analysis.fields.period import BUCKETS
from analysis.queries.engine.conditions import documents_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.rows import fact_rows, n_facts, n_sentences

# Values that conditions can read, of fields for which the empty one is none.
VALUES = {"period": "2024-01-01..", "reported": "2024-01-01..", "trust": "0.5", "words": "mine"}
OF_BUCKETS = [name for bucket in BUCKETS for name in (bucket, f"{bucket}s_before", f"{bucket}s_from")]
VALUES |= dict.fromkeys(OF_BUCKETS, "2024-01-01 00:00:00")
each_field = pytest.mark.parametrize("field", [field for field in EVERY if field.facts], ids=lambda field: field.name)


def test_a_field_is_described_once() -> None:
    assert len(EVERY) == len(FIELDS)


def test_a_column_of_the_rows_belongs_to_one_field() -> None:
    names = [column.spec.name for field in EVERY for column in field.columns]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("field", EVERY, ids=lambda field: field.name)
def test_what_is_listed_or_grouped_has_a_value_and_a_condition(field: Field) -> None:
    if field.facet or field.group:
        assert field.facts
        assert field.value or (field.facet and field.facet.of_entities and field.facet.which)
    assert not field.group or field.value


@each_field
def test_a_condition_and_its_opposite_let_every_fact_through(database: Database, field: Field) -> None:
    chosen = Selection.of(**{field.name: VALUES.get(field.name, "")})
    details = Selection(chosen.only, details=True)
    others = Selection(hide=(chosen.only,), details=True)

    assert n_facts(database, details) + n_facts(database, others) == n_facts(database, Selection(details=True))


@each_field
def test_sentences_and_reports_can_be_asked_by_it(database: Database, field: Field) -> None:
    selection = Selection.of(**{field.name: VALUES.get(field.name, "")})
    reports = documents_where(selection)

    assert n_sentences(database, selection) <= n_sentences(database, Selection())
    assert database.number(f"SELECT count(*) FROM documents d WHERE {reports.sql}", reports.params) <= 9


def test_a_recipient_a_kind_of_amount_and_a_day_of_saying_let_facts_through(database: Database) -> None:
    of_money, for_families = Selection.of(amount="money"), Selection.of(recipient_words="300 families")
    said = fact_rows(database, Selection.of(said_on="2024"))

    assert n_facts(database, of_money) == n_facts(database, for_families) == 1
    assert len(said) > 0
    assert said["said_first_day"].notna().all()


def test_amounts_are_ordered_within_their_unit_and_money_comes_first(database: Database) -> None:
    rows = fact_rows(database, Selection(), (), (0, 3), "-amount")

    assert rows["amount_unit"].fillna("").tolist() == ["USD", "people", ""]
