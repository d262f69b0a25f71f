"""What is counted: entities once, reports with a fact or a sentence, disputed facts of one time."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pandas as pd
import pytest

from analysis.queries import news, overview
from analysis.queries.engine.conditions import documents_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.store import publish
from tests.pages.snapshots import small_frames


def reports(database: Database, selection: Selection) -> set[str]:
    """The reports of the selection, by title or path."""
    condition = documents_where(selection)
    sql = f"SELECT coalesce(d.title, d.source_id) FROM documents d WHERE {condition.sql}"
    return {row[0] for row in database.rows(sql, condition.params)}


def test_the_overview_counts_an_entity_once_however_often_it_is_named(database: Database):
    mentions = small_frames()["mentions"]

    counted = overview.overview_counts(database, Selection()).iloc[0]

    assert counted["n_entities"] == mentions["entity_id"].nunique() < len(mentions)


def test_a_report_without_facts_is_one_of_a_theme_that_its_sentences_have(database: Database):
    silent = small_frames()
    without = set(silent["documents"]["doc_id"]) - set(silent["facts"]["doc_id"])
    economy = set(silent["themes"].query("theme == 'economy'")["doc_id"])
    assert without & economy

    found = reports(database, Selection.of(theme="economy"))

    assert len(found) == len(economy)


def test_a_report_is_one_of_a_theme_that_only_a_fact_of_it_has(tmp_path: Path):
    frames = small_frames()
    fact = frames["facts"].index[0]
    frames["facts"].loc[fact, "theme"] = "harvest"
    themes = frames["fact_themes"]
    themes.loc[themes["fact_id"] == frames["facts"].loc[fact, "fact_id"], "theme"] = "harvest"
    doc_id = frames["facts"].loc[fact, "doc_id"]
    title = frames["documents"].set_index("doc_id").loc[doc_id, "title"]

    database = Database(publish(tmp_path, frames, {"model": "by hand"}))

    assert reports(database, Selection.of(theme="harvest")) == {title}


def disputes(folder: Path, done: tuple[str | None, str | None], denied: tuple[str | None, str | None]) -> int:
    """How many disputes there are when one report says that it was done on these days, another that it was not."""
    frames = small_frames()
    facts = frames["facts"]
    first, other = facts.index[facts["doc_id"].ne(facts["doc_id"].shift())][:2]
    assert facts.loc[first, "actor_entity_id"]
    for name in ("actor_entity_id", "target_entity_id", "target", "action", "event_class", "event_key"):
        facts.loc[other, name] = facts.loc[first, name]
    for row, status, days in ((first, "done", done), (other, "denied", denied)):
        facts.loc[row, "status"] = status
        for name, day in zip(("first_day", "end_day"), days, strict=True):
            facts.loc[row, name] = datetime.fromisoformat(day) if day else pd.NaT
    return news.disputed(Database(publish(folder, frames, {"model": "by hand"})), Selection())[1]


@pytest.mark.parametrize(
    ("done", "denied", "n_disputes"),
    [
        pytest.param(("2024-03-03", "2024-03-04"), ("2024-03-03", "2024-03-04"), 1, id="the same day"),
        pytest.param(("2024-03-03", "2024-03-04"), ("2024-03-01", "2024-04-01"), 1, id="a day of the month"),
        pytest.param(("2024-03-01", "2024-04-01"), ("2024-03-03", "2024-03-04"), 1, id="the month of the day"),
        pytest.param(("2024-03-03", "2024-03-04"), ("2024-03-04", "2024-03-05"), 0, id="the day after"),
        pytest.param(("2024-03-04", "2024-03-05"), ("2024-03-03", "2024-03-04"), 0, id="the day before"),
        pytest.param(("2024-03-03", "2024-03-04"), (None, None), 1, id="no day"),
    ],
)
def test_facts_are_disputed_where_their_times_touch(
    tmp_path: Path, done: tuple[str, str], denied: tuple[str | None, str | None], n_disputes: int
):
    assert disputes(tmp_path, done, denied) == n_disputes
