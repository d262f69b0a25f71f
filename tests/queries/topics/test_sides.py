"""Two sides: what each claims alone, what both tell, and when."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.fields.cut import Cut
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.rows import n_facts
from analysis.queries.topics import sides
from analysis.queries.topics.sides import claims_of_sides, times_of_sides
from analysis.store import publish
from tests.pages.snapshots import small_frames

MINING, AID = Selection.of(theme="mining"), Selection.of(theme="aid")


def test_each_side_has_its_own_claims_those_of_most_worth_first(database: Database) -> None:
    found = claims_of_sides(database, MINING, AID, most=50)

    for rows, n, side in ((found.left, found.n_left, MINING), (found.right, found.n_right, AID)):
        assert len(rows) == n == n_facts(database, side)
    assert (found.both, found.n_both) == ((), 0)


def test_a_claim_on_both_sides_is_of_neither_alone(database: Database) -> None:
    found = claims_of_sides(database, Selection(), MINING, most=50)

    assert found.right == ()
    assert found.n_left == n_facts(database, Selection()) - n_facts(database, MINING)


def test_an_event_that_both_sides_tell_is_a_pair(tmp_path: Path) -> None:
    frames = small_frames()
    facts = frames["facts"]
    facts["event_key"] = pd.Series([None] * len(facts), facts.index, "str")
    of_theme = [facts.index[(facts["theme"] == theme) & facts["is_claim"]][0] for theme in ("mining", "aid")]
    facts.loc[of_theme, "event_key"] = "norland open ~mine"
    facts.loc[of_theme, ["first_day", "end_day"]] = [pd.Timestamp("2024-03-03"), pd.Timestamp("2024-03-04")]
    facts.loc[of_theme, "precision"] = "day"
    database = Database(publish(tmp_path, frames, {"model": "by hand"}))

    found = claims_of_sides(database, MINING, AID, most=50)

    assert found.both == ((of_theme[0], of_theme[1]),)
    assert of_theme[0] not in found.left
    assert of_theme[1] not in found.right


@pytest.mark.parametrize(
    ("most_days", "most_months", "bucket", "n_letters"), [(14, 24, "day", 10), (1, 24, "month", 7), (1, 1, "year", 4)]
)
def test_times_are_counted_by_what_is_few_enough(
    database: Database, monkeypatch: pytest.MonkeyPatch, most_days: int, most_months: int, bucket: str, n_letters: int
) -> None:
    monkeypatch.setattr(sides, "MOST_DAYS", most_days)
    monkeypatch.setattr(sides, "MOST_MONTHS", most_months)

    found, counts = times_of_sides(database, Selection(), MINING)

    assert found == bucket
    for side, times in zip((Selection(), MINING), counts, strict=True):
        assert {len(value) for value in times["published"] if value} == {n_letters}
        for value, n in zip(times["published"], times["n_facts"], strict=True):
            assert n_facts(database, side, (Cut("published", value),)) == n
