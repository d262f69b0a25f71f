"""What is counted: entities once, reports with a fact or a sentence."""

from __future__ import annotations

from pathlib import Path

from analysis.queries import overview
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


def test_a_report_is_one_of_a_theme_where_a_claim_of_it_is(database: Database):
    frames = small_frames()
    claims = frames["facts"][frames["facts"]["is_claim"]]
    of_mining = set(frames["fact_themes"].query("theme == 'mining'")["fact_id"])

    found = reports(database, Selection.of(theme="mining"))

    assert len(found) == claims[claims["fact_id"].isin(of_mining)]["doc_id"].nunique()


def test_a_report_without_claims_is_one_of_all_and_of_its_publisher(database: Database):
    frames = small_frames()
    documents = frames["documents"]
    silent = documents[~documents["doc_id"].isin(frames["facts"]["doc_id"])]
    publisher = silent["publisher"].dropna().iloc[0]

    counted = overview.overview_counts(database, Selection()).iloc[0]

    assert counted["n_reports"] == len(documents)
    assert counted["n_with_facts"] == len(documents) - len(silent)
    assert len(reports(database, Selection.of(publisher=publisher))) == int((documents["publisher"] == publisher).sum())


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
