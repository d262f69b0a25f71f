"""A corpus written again and again keeps its shape, and everything in it belongs to something in it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.row_numbers import OWNERS as POINTERS
from analysis.schema import Table
from analysis.store import Snapshot
from analysis.tables import TABLES
from benchmarks.large import multiplied
from tests.pages import snapshots

OWNERS = {"doc_id": "documents", "sentence_id": "sentences", "entity_id": "entities", "fact_id": "facts"}
OWNERS |= {"attribution_id": "attributions", "timex_id": "timexes"}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The nine reports."""
    return snapshots.small(tmp_path_factory.mktemp("base"))


@pytest.fixture(scope="module")
def large(base: Snapshot, tmp_path_factory: pytest.TempPathFactory) -> dict[str, pd.DataFrame]:
    """Fifty reports out of the nine, by table."""
    snapshot = multiplied(base, tmp_path_factory.mktemp("large"), 50, 1.0)
    return {table.name: snapshot.table(table.name) for table in TABLES}


def test_it_has_as_many_reports_as_were_asked_for(large: dict[str, pd.DataFrame]) -> None:
    assert len(large["documents"]) == 50


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_keeps_to_its_declaration(large: dict[str, pd.DataFrame], table: Table) -> None:
    frame = large[table.name]

    table.frame({name: frame[name] for name in frame.columns})


@pytest.mark.parametrize("key", OWNERS)
def test_every_id_exists(large: dict[str, pd.DataFrame], key: str) -> None:
    known = set(large[OWNERS[key]][key])

    strangers = [name for name, frame in large.items() if key in frame and not set(frame[key].dropna()) <= known]

    assert strangers == []


def test_rows_point_to_what_the_ids_name(base: Snapshot, tmp_path: Path) -> None:
    snapshot = multiplied(base, tmp_path, 50, 1.0)
    for table in ("facts", "themes", "fact_entities"):
        frame = pd.read_parquet(snapshot.path(table))
        for key, (owner, row) in POINTERS.items():
            if row in frame:
                ids = snapshot.table(owner)[key].to_numpy()

                assert ids[frame[row].to_numpy()].tolist() == frame[key].tolist()


def test_entities_count_their_mentions(large: dict[str, pd.DataFrame]) -> None:
    counted = large["mentions"].groupby("entity_id").agg(n=("doc_id", "size"), d=("doc_id", "nunique"))
    said = large["entities"].set_index("entity_id")

    assert said["n_mentions"].to_dict() == counted["n"].to_dict()
    assert said["n_documents"].to_dict() == counted["d"].to_dict()


def test_days_and_publishers_differ_between_copies(large: dict[str, pd.DataFrame]) -> None:
    assert large["documents"]["published"].nunique() > 9
    assert large["documents"]["publisher"].nunique() > 9


def test_the_same_corpus_gives_the_same_bytes(base: Snapshot, tmp_path: Path) -> None:
    digests = [multiplied(base, tmp_path / name, 20, 1.0).manifest["digests"] for name in ("one", "two")]

    assert digests[0] == digests[1]
