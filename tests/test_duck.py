"""The database of a snapshot: its tables, and what is worked out from them once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from analysis import duck

AMOUNTS = pd.DataFrame(
    {
        "fact_row": [0, 0, 0],
        "start_char": [0, 30, 20],
        "text": ["ten mines", "$5", "$3"],
        "value": [10.0, 5.0, 3.0],
        "unit": ["mine", "USD", "USD"],
        "kind": ["quantity", "money", "money"],
    }
)
DAYS = {0: "2024-03-01", 1: "2024-03-02", 2: None}


def fact(
    doc_row: int, status: str = "done", actor: str | None = "ann", target: str | None = "Mine", **more: Any
) -> Any:
    """A fact of the event `ann opens the mine`, or of another one."""
    row = {"doc_row": doc_row, "status": status, "actor_entity_id": actor, "target": target, "target_entity_id": None}
    keyed = {"event_key": None, "first_day": None, "precision": None}
    claim = {"is_claim": True, "claim_of": None, "end_day": None}
    return row | {"event_class": None, "action": "opens"} | keyed | claim | more


@pytest.fixture
def asked(tmp_path: Path) -> Any:
    """Write tables with these facts, and ask the database of them: `asked(facts, "SELECT ...")`."""

    def answer(facts: list[Any], sql: str) -> list[Any]:
        folder = tmp_path / "it's a folder"
        folder.mkdir()
        ids = pd.DataFrame(facts).assign(fact_id=[f"f{n}" for n in range(len(facts))])
        text = ["actor_entity_id", "target", "target_entity_id", "event_class", "event_key", "precision", "claim_of"]
        tables = {
            "facts": ids.astype(dict.fromkeys(text, "string")).astype(
                {"first_day": "datetime64[us]", "end_day": "datetime64[us]"}
            ),
            "documents": pd.DataFrame(
                {"published": pd.to_datetime(list(DAYS.values())), "publisher": ["Herald", None, "Post"]}
            ),
            "entities": pd.DataFrame({"entity_id": ["bob", "ann", "too"], "name": ["Bob", "Ann", "ann"]}),
            "fact_themes": pd.DataFrame({"fact_row": [0], "theme": ["mining"]}),
            "amounts": AMOUNTS,
            "mentions": pd.DataFrame(
                {"entity_id": ["ann", "ann", "bob"], "sentence_row": [4, 4, 5], "doc_row": [0, 0, 1]}
            ),
        }
        for name, frame in tables.items():
            frame.to_parquet(folder / f"{name}.parquet", index=False)
        duck.write_duck(folder, folder / duck.FILE)
        with duckdb.connect() as connection:
            duck.attach(connection, folder / duck.FILE)
            return connection.execute(sql).fetchall()

    return answer


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param([fact(0), fact(1)], [True, False], id="a later report is not the first"),
        pytest.param([fact(1), fact(0)], [False, True], id="the order of rows says nothing"),
        pytest.param([fact(0), fact(0)], [True, True], id="both of one day"),
        pytest.param([fact(0), fact(2)], [True, True], id="a day that is not known comes after none"),
        pytest.param([fact(0), fact(1, actor="bob")], [True, True], id="another actor"),
        pytest.param([fact(0), fact(1, target="mine")], [True, False], id="the same target in small letters"),
        pytest.param([fact(0), fact(1, action="closes")], [True, True], id="another act"),
        pytest.param(
            [fact(0, event_class="AID"), fact(1, event_class="AID", action="gives")], [True, False], id="the same kind"
        ),
        pytest.param([fact(0, actor=None), fact(1, actor=None)], [True, True], id="nobody acts"),
    ],
)
def test_what_no_report_tells_before(asked: Any, facts: list[Any], expected: list[bool]) -> None:
    assert asked(facts, "SELECT is_first FROM facts ORDER BY fact_row") == [(one,) for one in expected]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param([fact(0)], [True], id="no report tells it before"),
        pytest.param([fact(0), fact(1)], [True, False], id="a report tells it before"),
        pytest.param([fact(0, action="Said")], [False], id="no more than that somebody spoke"),
        pytest.param([fact(0, end_day=pd.Timestamp("2023-03-02"))], [True], id="a year before its report"),
        pytest.param([fact(0, end_day=pd.Timestamp("2023-02-28"))], [False], id="more than a year before it"),
        pytest.param([fact(2, end_day=pd.Timestamp("2003-03-02"))], [True], id="a report of no day"),
    ],
)
def test_what_is_news(asked: Any, facts: list[Any], expected: list[bool]) -> None:
    assert asked(facts, "SELECT is_new FROM facts ORDER BY fact_row") == [(one,) for one in expected]


KEY, SOON = {"event_key": "ann open ~mine"}, {"event_key": "ann raid ~mine"}


def day(number: int) -> Any:
    """A day that the text of a fact gives, counted from the first of March."""
    return {"first_day": pd.Timestamp("2024-03-01") + pd.Timedelta(days=number), "precision": "day"}


@pytest.mark.parametrize(
    ("facts", "episodes"),
    [
        pytest.param([fact(0, **KEY), fact(1, actor=None, target=None, **KEY)], 1, id="one key needs no two names"),
        pytest.param([fact(0, **KEY), fact(1, **SOON)], 2, id="two keys"),
        pytest.param([fact(0, **KEY, **day(0)), fact(1, **KEY, **day(40))], 1, id="what is done once, weeks apart"),
        pytest.param([fact(0, **KEY, **day(0)), fact(1, **KEY, **day(90))], 2, id="what is done once, months apart"),
        pytest.param([fact(0, **SOON, **day(0)), fact(1, **SOON, **day(3))], 1, id="what may be done again, soon"),
        pytest.param([fact(0, **SOON, **day(0)), fact(1, **SOON, **day(9))], 2, id="what may be done again, later"),
        pytest.param(
            [fact(0, **SOON, **day(0)), fact(0, **SOON, **day(3)), fact(1, **SOON, **day(6))], 1, id="days in between"
        ),
        pytest.param([fact(0, **SOON), fact(2, **SOON)], 1, id="a day that is not known"),
        pytest.param([fact(0), fact(1)], 0, id="without a key"),
    ],
)
def test_facts_of_one_key_and_near_days_are_one_episode(asked: Any, facts: list[Any], episodes: int) -> None:
    assert asked(facts, "SELECT count(DISTINCT episode) FROM facts") == [(episodes,)]


def test_a_fact_knows_the_row_of_its_claim(asked: Any) -> None:
    facts = [fact(0, is_claim=False, claim_of="f1"), fact(0, claim_of="f1"), fact(0, is_claim=False)]

    assert asked(facts, "SELECT claim_row FROM facts ORDER BY fact_row") == [(1,), (1,), (None,)]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param([fact(0, claim_of="f0", **KEY)], [(0, 0, 0, True, False)], id="a claim tells an event"),
        pytest.param(
            [fact(0, claim_of="f0"), fact(0, is_claim=False, claim_of="f0", **KEY)],
            [(0, 0, 1, False, False)],
            id="by a fact that belongs to it",
        ),
        pytest.param(
            [fact(0, claim_of="f0", **KEY), fact(1, claim_of="f1", **KEY)],
            [(0, 0, 0, True, True), (1, 1, 1, True, True)],
            id="claims of two reports",
        ),
        pytest.param(
            [fact(0, claim_of="f0", **KEY), fact(0, claim_of="f1", **KEY)],
            [(0, 0, 0, True, False), (1, 0, 1, True, False)],
            id="claims of one report",
        ),
        pytest.param([fact(0, is_claim=False, **KEY), fact(0, claim_of="f1")], [], id="no claim, and no event"),
    ],
)
def test_which_claims_tell_an_event(asked: Any, facts: list[Any], expected: list[Any]) -> None:
    sql = "SELECT claim_row, doc_row, told_row, is_itself, is_shared FROM tellings ORDER BY claim_row"

    assert asked(facts, sql) == expected


def test_an_entity_is_alone_where_no_other_has_its_name(asked: Any) -> None:
    assert asked([fact(0)], "SELECT name, is_alone FROM entities") == [("Bob", True), ("Ann", False), ("ann", False)]


def test_a_fact_knows_day_and_publisher_of_its_report(asked: Any) -> None:
    sql = "SELECT strftime(told_on, '%Y-%m-%d'), told_by FROM facts ORDER BY fact_row"

    assert asked([fact(0), fact(1), fact(2)], sql) == [("2024-03-01", "Herald"), ("2024-03-02", None), (None, "Post")]


def test_a_sentence_names_an_entity_once(asked: Any) -> None:
    sql = "SELECT entity_id, entity_row, sentence_row, doc_row FROM namings ORDER BY sentence_row"

    assert asked([fact(0)], sql) == [("ann", 1, 4, 0), ("bob", 0, 5, 1)]


def test_a_file_that_is_no_database_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / duck.FILE
    path.write_bytes(b"no database")

    with duckdb.connect() as connection, pytest.raises(OSError, match="no database"):
        duck.attach(connection, path)


def test_the_first_sum_of_money_is_the_main_amount_of_a_fact(asked: Any):
    found = asked([fact(0), fact(1)], "SELECT amounts, amount_kinds, amount, amount_unit FROM facts ORDER BY fact_row")

    assert found == [("ten mines; $3; $5", "money\x1fquantity", 3.0, "USD"), (None, None, None, None)]


def test_units_are_ranked_by_kind_and_the_commonest_first(asked: Any):
    amounts = "SELECT amount_unit, amount_rank FROM facts WHERE amount IS NOT NULL"

    assert asked([fact(0), fact(1)], amounts) == [("USD", 1)]
