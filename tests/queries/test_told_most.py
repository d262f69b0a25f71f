"""What is told most: events over reports, by the sentence of the claim of most worth."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.fields.cut import Cut
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.known_values import claim_of_event
from analysis.queries.news import most_told
from analysis.queries.rows import n_facts
from analysis.store import publish
from tests.pages.snapshots import small_frames

EVENT = "azerbaijan open ~desk"


def told(tmp_path, doc_ids: list[str], copies: tuple[str, ...] = ()) -> Database:
    """The first claim of each of `doc_ids` tells of one event; `copies` have the text of the first."""
    frames = small_frames()
    facts, documents = frames["facts"].copy(), frames["documents"].copy()
    facts["event_key"] = pd.Series([None] * len(facts), facts.index, "str")
    first = facts[facts["doc_id"].isin(doc_ids) & facts["is_claim"]].drop_duplicates("doc_id").index
    facts.loc[first, "event_key"] = EVENT
    facts.loc[first, "worth"] = [0.5 + 0.1 * place for place in range(len(first))]
    is_copy = documents["doc_id"].isin(copies)
    documents.loc[is_copy, "text_id"] = documents.loc[documents["doc_id"] == doc_ids[0], "text_id"].item()
    return Database(publish(tmp_path, frames | {"facts": facts, "documents": documents}, {"model": "by hand"}))


def test_an_event_of_three_reports_is_one_row_with_its_best_claim(tmp_path):
    database = told(tmp_path, ["doc00", "doc03", "doc05"])

    rows = most_told(database, Selection())

    assert (
        rows["claim"].tolist()
        == [claim_of_event(database, EVENT)]
        == ["Guards removed the checkpoint on the road to Kabul."]
    )
    assert rows[["n_facts", "n_reports"]].to_numpy().tolist() == [[3, 3]]
    assert n_facts(database, Selection(), (Cut("event", EVENT),)) == 3


def test_a_copy_tells_nothing_again(tmp_path):
    alone = most_told(told(tmp_path / "alone", ["doc00", "doc03"], ("doc03",)), Selection())

    assert alone["n_reports"].tolist() == [2]
    assert most_told(told(tmp_path / "one", ["doc00"]), Selection())["n_reports"].tolist() == [1]


@pytest.mark.parametrize("selection", [Selection.of(theme="mining"), Selection.of(words="no such word")])
def test_it_counts_what_the_filters_let_through(database: Database, selection: Selection):
    rows: pd.DataFrame = most_told(database, selection)

    for episode, n in zip(rows["episode"], rows["n_facts"], strict=True):
        assert n_facts(database, selection, (Cut("event", episode),)) == n
