"""Facts of other reports that are like a fact."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from analysis.queries.engine.database import Database, records
from analysis.queries.engine.selection import Selection
from analysis.queries.like_facts import compare, is_like, like_facts
from analysis.queries.rows import fact_rows
from tests.pages import snapshots

MARCH = (pd.Timestamp("2024-03-03"), pd.Timestamp("2024-03-04"))


def fact(actor: str | None, action: str, target: str | None = None, **more: Any) -> dict[str, Any]:
    first, end = more.pop("days", (pd.NaT, pd.NaT))
    empty = dict.fromkeys(("place", "event_class", "actor_entity_id", "target_entity_id", "place_entity_id"))
    return empty | {"actor": actor, "action": action, "target": target, "first_day": first, "end_day": end} | more


MINISTER = fact("the minister", "signed", "a contract", days=MARCH)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(MINISTER, MINISTER, {"who": 1, "what": 1, "to whom": 1, "when": 1}, id="the same"),
        pytest.param(
            MINISTER, fact("minister", "signs", "contract"), {"who": 1, "what": 1, "to whom": 1}, id="other forms"
        ),
        pytest.param(fact("Berg", "planned"), fact("Berg", "planning"), {"who": 1, "what": 1}, id="a doubled letter"),
        pytest.param(
            fact("Tomas Berg", "left", actor_entity_id="e1"),
            fact("the director", "left", actor_entity_id="e1"),
            {"who": 1, "what": 1},
            id="one entity in other words",
        ),
        pytest.param(
            fact("Tomas Berg", "left", actor_entity_id="e1"),
            fact("Anna Holm", "left", actor_entity_id="e2"),
            {"who": 0, "what": 1},
            id="two entities",
        ),
        pytest.param(
            fact("the large copper mine", "opened"), fact("copper mine", "opened"), {"who": 0.5, "what": 1}, id="half"
        ),
        pytest.param(fact("guards", "left"), fact("they", "left"), {"what": 1}, id="a pronoun fills no slot"),
        pytest.param(fact("guards", "left"), fact(None, "left"), {"what": 1}, id="an empty slot says nothing"),
        pytest.param(
            fact("guards", "met", event_class="CONSULT"),
            fact("guards", "talked", event_class="CONSULT"),
            {"who": 1, "what": 0.5},
            id="the same kind of event",
        ),
        pytest.param(fact("guards", "met"), fact("guards", "left"), {"who": 1, "what": 0}, id="another act"),
        pytest.param(
            MINISTER,
            MINISTER | {"first_day": pd.Timestamp("2024-03-08"), "end_day": pd.Timestamp("2024-03-09")},
            {"who": 1, "what": 1, "to whom": 1, "when": 0.5},
            id="days apart",
        ),
        pytest.param(
            MINISTER,
            MINISTER | {"first_day": pd.Timestamp("2024-05-08"), "end_day": pd.Timestamp("2024-05-09")},
            {"who": 1, "what": 1, "to whom": 1, "when": 0},
            id="months apart",
        ),
    ],
)
def test_facts_are_compared_slot_by_slot(left: dict[str, Any], right: dict[str, Any], expected: dict[str, float]):
    assert compare(left, right) == expected
    assert compare(right, left) == expected


@pytest.mark.parametrize(
    ("slots", "has_same_words", "expected"),
    [
        pytest.param({"who": 1.0, "what": 1.0}, False, True, id="who and what"),
        pytest.param({"who": 1.0, "what": 0.5, "when": 0.5}, False, True, id="a near act on a near day"),
        pytest.param({"who": 1.0, "to whom": 1.0, "what": 0.0, "when": 1.0}, False, False, id="another act"),
        pytest.param({"what": 1.0, "where": 1.0, "when": 1.0}, False, False, id="nobody in common"),
        pytest.param({"who": 0.0, "what": 1.0, "to whom": 1.0}, False, False, id="somebody else"),
        pytest.param({"who": 1.0, "what": 1.0, "to whom": 1.0, "when": 0.0}, False, True, id="only the day differs"),
        pytest.param({"what": 1.0}, True, True, id="the same words"),
        pytest.param({"what": 0.0, "who": 1.0}, True, False, id="another fact of the same words"),
    ],
)
def test_what_is_like_what(slots: dict[str, float], has_same_words: bool, expected: bool):
    assert is_like(slots, has_same_words) is expected


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """The nine reports three times, a week apart."""
    return Database(snapshots.large(tmp_path_factory.mktemp("copied"), 3))


def test_a_copy_is_found_in_the_other_reports_alone(copied: Database):
    row = next(
        row for row in records(fact_rows(copied, Selection.of(main=""), (), (0, 99))) if row["doc_id"] == "doc00-0"
    )

    found = like_facts(copied, row)

    assert set(found["doc_id"]) == {"doc00-1", "doc00-2"}
    assert found["has_same_words"].all()
    assert all("what" in agree for agree in found["agree"])


def test_no_more_than_asked_for(copied: Database):
    row = next(row for row in records(fact_rows(copied, Selection(), (), (0, 99))) if row["doc_id"] == "doc00-0")

    assert len(like_facts(copied, row, most=1)) <= 1


def test_a_fact_that_nothing_is_like_has_none(database: Database):
    row = records(fact_rows(database, Selection.of(words="flour"), ()))[0]

    assert like_facts(database, row).empty


def test_a_search_index_is_not_needed(copied: Database):
    row = records(fact_rows(copied, Selection.of(words="flour"), ()))[0] | {"sentence_id": "nowhere"}

    assert set(like_facts(copied, row)["doc_id"].str.rsplit("-", n=1).str[0]) == {"doc04"}
