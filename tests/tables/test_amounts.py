"""The table of amounts."""

from __future__ import annotations

import pytest

from analysis.pipeline import Settings, build
from analysis.store import Snapshot
from analysis.tables.amounts import AMOUNTS, amounts

TEXT = "The fund gave 40 mln dlrs to 12 clinics. At least two-thirds of the miners struck."


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder = tmp_path_factory.mktemp("amounts")
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    return build([folder / "one.txt"], folder / "out", Settings())


def test_each_amount_stands_where_it_says_and_belongs_to_a_fact(snapshot: Snapshot) -> None:
    found, facts = snapshot.table("amounts"), snapshot.table("facts")

    assert [TEXT[start:end] for start, end in zip(found["start_char"], found["end_char"], strict=True)] == found[
        "text"
    ].to_list()
    assert set(found["fact_id"]) <= set(facts["fact_id"])


def test_a_sum_a_count_and_a_share_are_kept_in_whole_units(snapshot: Snapshot) -> None:
    found = snapshot.table("amounts")[["value", "unit", "currency", "kind", "bound"]]

    assert found.astype(object).where(found.notna(), None).to_numpy().tolist() == [
        [40_000_000.0, "USD", "USD", "money", "exact"],
        [12.0, "clinic", None, "quantity", "exact"],
        [66.7, "%", None, "share", "at least"],
    ]


def test_an_amount_belongs_to_the_claim_that_its_fact_is_part_of(snapshot: Snapshot) -> None:
    facts = snapshot.table("facts").set_index("fact_id")

    rows = facts.loc[snapshot.table("amounts")["fact_id"]]

    assert (rows["is_claim"] | rows["claim_of"].isna()).all()


def test_no_report_gives_the_empty_table() -> None:
    assert amounts([]).equals(AMOUNTS.empty())
