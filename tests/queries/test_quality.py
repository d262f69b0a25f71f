"""The sample to check, and what judgements add up to."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.figures import known_errors, measured_figures
from analysis.queries.quality import (
    FIELDS,
    fact_at,
    facts_called,
    judgements_csv,
    precision_by_field,
    precision_by_theme,
    sample,
    still_holding,
    wilson,
)
from analysis.user_store.records import Judgement

NOON = datetime(2024, 5, 1, 12)


def judged(database: Database, field: str = "actor", is_right: bool = True) -> list[Judgement]:
    """A judgement on one field of every fact of the first sample."""
    rows = facts_called(database, sample(database, Selection(), 1))
    return [Judgement(fact_id, field, FIELDS[field](row), is_right, NOON) for fact_id, row in rows.items()]


def test_a_sample_is_the_same_at_every_call_and_another_is_not(database: Database) -> None:
    first = list(sample(database, Selection(), 1))

    database.forget()

    assert list(sample(database, Selection(), 1)) == first
    assert list(sample(database, Selection(), 2)) != first
    assert len(set(first)) == len(first) <= 20


def test_a_sample_is_drawn_from_the_selection(database: Database) -> None:
    rows = facts_called(database, sample(database, Selection.of(theme=("mining",)), 1))

    assert {row["theme"] for row in rows.values()} == {"mining"}


def test_a_sample_says_where_its_facts_stand(database: Database) -> None:
    for fact_id, row in sample(database, Selection(), 1).items():
        assert fact_at(database, row)["fact_id"] == fact_id


def test_judgements_are_counted_by_field_and_theme(database: Database) -> None:
    judgements = judged(database) + judged(database, "place", is_right=False)

    checked = still_holding(database, judgements)
    by_field = precision_by_field(checked).set_index("name")

    assert by_field.loc["actor", "precision"] == 1.0
    assert by_field.loc["place", "precision"] == 0.0
    assert precision_by_theme(checked)["n_judged"].sum() == len(judgements)


def test_a_judgement_of_what_has_changed_no_longer_counts(database: Database) -> None:
    first = judged(database)[0]
    changed = Judgement(first.fact_id, "actor", "somebody else", True, NOON)
    gone = Judgement("no-such-fact", "actor", "", True, NOON)

    assert still_holding(database, [changed, gone]) == []


def test_judgements_leave_as_csv_without_formulas(database: Database) -> None:
    lines = judgements_csv(still_holding(database, judged(database))).splitlines()

    assert lines[0].startswith("fact_id,field,value,is_right")
    assert not any(cell.startswith(("=", "+", "@")) for line in lines for cell in line.split(","))


@given(st.integers(0, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_is_that_of_wilson(counts: tuple[int, int]) -> None:
    n_right, n_judged = counts
    low, high = wilson(n_right, n_judged)

    assert 0 <= low <= high <= 1
    if n_judged:
        expected = binomtest(n_right, n_judged).proportion_ci(method="wilson")
        assert (low, high) == pytest.approx((expected.low, expected.high), abs=1e-5)


def test_every_figure_has_its_floor_its_data_and_a_result(tmp_path: Path) -> None:
    figures = measured_figures()

    assert not figures.empty
    assert (figures["measured"] >= figures["floor"]).all()


def test_a_figure_that_was_not_measured_is_empty(tmp_path: Path) -> None:
    spec = {"task": {"table": "t", "data": "d", "figures": [{"name": "f", "floor": 0.5}]}}
    (tmp_path / "floors.json").write_text(json.dumps(spec), encoding="utf-8")
    (tmp_path / "results.json").write_text('{"day": "", "figures": {}}', encoding="utf-8")

    assert measured_figures(tmp_path)["measured"].isna().all()


def test_known_errors_have_an_example_each() -> None:
    assert (known_errors()["example"].str.len() > 0).all()
