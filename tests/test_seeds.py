"""The reference corpus gives the facts that a careful reader finds in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.pipeline import Settings, build
from analysis.queries import news
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.store import Snapshot
from benchmarks.reader import found_by_a_reader

ROOT = Path(__file__).resolve().parents[1]
LISTED = ROOT / "tests" / "golden" / "seeds.jsonl"


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The snapshot of the reference corpus."""
    return build([ROOT / "seeds"], tmp_path_factory.mktemp("seeds"), Settings())


def test_most_facts_of_a_careful_reader_are_found(seeds: Snapshot) -> None:
    figures = found_by_a_reader(seeds, LISTED)

    assert figures["facts"]["found"] >= 24, figures["facts"]["missed"]
    assert figures["days"]["found"] >= 5


def test_the_ambassador_is_one_entity_under_both_spellings(seeds: Snapshot) -> None:
    forms = seeds.table("aliases").set_index("text")["entity_id"]

    assert forms["Ilham Mohammadov"] == forms["Ilham Mammadov"] == forms["Mammadov"]


def test_noise_gives_no_fact(seeds: Snapshot) -> None:
    sentences = seeds.table("sentences").set_index("sentence_id")["kind"]

    assert {"noise", "caption"} <= set(sentences)
    assert set(seeds.table("facts")["sentence_id"].map(sentences)) <= {"body", "heading"}


def test_days_of_publication_say_where_they_are_from(seeds: Snapshot) -> None:
    documents = seeds.table("documents").set_index("source_id")

    assert documents["published_from"].to_dict() == {
        "embassy-meeting.txt": "text",
        "letter-to-kabul.txt": "inferred",
        "mining-interest.txt": "unknown",
    }
    assert str(documents.loc["letter-to-kabul.txt", "published"])[:10] == "2024-02-15"


def test_every_theme_has_facts_or_sentences(seeds: Snapshot) -> None:
    themes = {"mining", "education", "security", "aid", "diplomacy", "economy", "services"}

    assert set(seeds.table("themes")["theme"]) == themes


def test_each_report_has_one_main_event(seeds: Snapshot) -> None:
    facts = seeds.table("facts")

    assert set(facts.groupby("doc_id")["is_main"].sum()) == {1}


def test_all_three_reports_tell_that_the_embassy_opened(seeds: Snapshot) -> None:
    told = news.most_told(Database(seeds), Selection())

    assert told.loc[0, "claim"] == "Azerbaijan has formally reopened its embassy in Kabul."
    assert told.loc[0, "n_reports"] == 3
