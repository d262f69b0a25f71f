"""What answers a question: how many facts, and the best of them."""

from __future__ import annotations

import pytest

from analysis.fields.cut import Cut
from analysis.queries.answers import Asked, answers
from analysis.queries.engine.database import Database, records
from analysis.queries.engine.selection import Selection
from analysis.queries.rows import fact_rows, facts_at, n_facts

PLANNED, DONE, BOTH = Asked("status", ("planned",)), Asked("status", ("done",)), Asked("status", ("done", "planned"))


@pytest.mark.parametrize("selection", [Selection(), Selection.of(theme="mining"), Selection(details=True)])
def test_as_many_answer_it_as_its_values_let_through(database: Database, selection: Selection) -> None:
    found = answers(database, selection, [PLANNED, DONE, BOTH])

    numbers = [n_facts(database, selection, (Cut("status", value),)) for value in ("planned", "done")]
    assert [one.n_facts for one in found] == [*numbers, sum(numbers)]


def test_the_best_answer_it_each_in_words_of_its_own(database: Database) -> None:
    (found,) = answers(database, Selection(), [PLANNED], most=3)

    rows = records(facts_at(database, found.best))
    assert {row["status"] for row in rows} == {"planned"}
    assert len({row["claim"] for row in rows}) == len(rows) == 3


def test_those_come_first_that_fill_the_slots_then_those_of_most_worth(database: Database) -> None:
    (found,) = answers(database, Selection(), [DONE._replace(slots=("actor", "target"))], most=50)

    every = records(fact_rows(database, Selection(), (Cut("status", "done"),), (0, 500)))
    assert len(found.best) == len({row["claim"] or row["fact_id"] for row in every})
    ranks = [_rank(row) for row in records(facts_at(database, found.best))]
    assert ranks == sorted(ranks, reverse=True)


def test_nothing_answers_what_nobody_says(database: Database) -> None:
    assert answers(database, Selection.of(words="zebra"), [DONE, PLANNED]) == [(0, []), (0, [])]


def _rank(row: dict[str, object]) -> float:
    filled = row["actor"] is not None and row["target"] is not None
    return round(float(str(row["worth"])) + filled + 0.2 * (row["actor_entity_id"] is not None), 6)
