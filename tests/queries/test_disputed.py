"""What may be disputed: pairs of one event and one time that differ in status or in a figure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis.queries.disputed import disputed
from analysis.queries.engine.database import Database, records
from analysis.queries.engine.selection import Selection
from analysis.store import publish
from tests.pages.snapshots import small_frames

SAME_DAY = ("2024-03-03", "2024-03-04")
EVENT = "norland close ~mine"


def pairs(folder: Path, said: dict[str, Any], other: dict[str, Any], one_report: bool = False) -> list[dict[str, Any]]:
    """What is disputed where two claims of one event have these columns and numbers; both reports are of one week."""
    frames = small_frames()
    facts, documents = frames["facts"], frames["documents"]
    documents["published"] = documents["published"].where(documents["published"].isna(), pd.Timestamp("2024-03-05"))
    claims = facts.index[facts["is_claim"]]
    first = claims[0]
    second = claims[1] if one_report else next(row for row in claims if facts["doc_id"][row] != facts["doc_id"][first])
    facts["event_key"] = pd.Series([None] * len(facts), facts.index, "str")
    facts.loc[[first, second], "event_key"] = EVENT
    both = set(facts.loc[[first, second], "fact_id"])
    named = frames["fact_entities"]
    frames["fact_entities"] = named.assign(
        entity_id=named["entity_id"].where(~named["fact_id"].isin(both), "e-norland")
    ).drop_duplicates()
    amounts = []
    for row, wanted in ((first, said), (second, other)):
        facts.loc[row, ["status", "tense", "attribution_id"]] = ["done", "past", wanted.get("attribution_id")]
        days = wanted.get("days", SAME_DAY)
        facts.loc[row, ["first_day", "end_day"]] = [pd.Timestamp(day) if day else pd.NaT for day in days]
        facts.loc[row, "precision"] = "day"
        facts.loc[row, ["target", "claim"]] = [wanted.get("target", "the mine"), wanted.get("claim", "Norland fell.")]
        for name in ("status", "tense"):
            facts.loc[row, name] = wanted.get(name, facts.loc[row, name])
        for place, number in enumerate(wanted.get("killed", ())):
            of = {"unit": "person", "kind": "people", "of": wanted.get("of", "killed"), "currency": None}
            span = {"start_char": 10 * place, "end_char": 10 * place + 5, "bound": wanted.get("bound", "exact")}
            amounts.append({"fact_id": facts["fact_id"][row], "text": f"{number} people", "value": number} | of | span)
    if amounts:
        frames["amounts"] = pd.DataFrame(amounts).astype(frames["amounts"].dtypes.to_dict())[
            list(frames["amounts"].columns)
        ]
    found, total = disputed(Database(publish(folder, frames, {"model": "by hand"})), Selection(), (0, 50))
    assert len(found) == total
    return records(found)


@pytest.mark.parametrize(
    ("said", "other", "differs"),
    [
        pytest.param({}, {"status": "denied"}, "status", id="denied"),
        pytest.param({}, {"status": "negated"}, "status", id="said not to be so"),
        pytest.param(
            {}, {"status": "negated", "days": ("2024-03-01", "2024-04-01")}, "status", id="a day of the month"
        ),
        pytest.param({}, {"status": "denied", "days": (None, None)}, "status", id="no day, of one week"),
        pytest.param({"status": "planned", "tense": "future"}, {"status": "denied"}, "status", id="a plan is denied"),
        pytest.param({"killed": (12,)}, {"killed": (15,)}, "figure", id="another figure"),
    ],
)
def test_a_reader_calls_these_a_disagreement(tmp_path: Path, said: dict[str, Any], other: dict[str, Any], differs: str):
    assert [one["differs"] for one in pairs(tmp_path, said, other)] == [differs]


@pytest.mark.parametrize(
    ("said", "other"),
    [
        pytest.param({}, {}, id="both say so"),
        pytest.param({}, {"status": "possible"}, id="only possible"),
        pytest.param({}, {"status": "requested"}, id="asked for"),
        pytest.param({}, {"status": "denied", "days": ("2024-03-04", "2024-03-05")}, id="the day after"),
        pytest.param({}, {"status": "denied", "days": ("2023-03-03", "2023-03-04")}, id="a year before"),
        pytest.param({}, {"status": "negated", "tense": "future"}, id="it happened and will not again"),
        pytest.param({"killed": (12,)}, {"killed": (12,)}, id="the same figure"),
        pytest.param({"killed": (12, 40)}, {"killed": (40,)}, id="one figure in common"),
        pytest.param({"killed": (12,)}, {"killed": (15,), "of": "hurt"}, id="another thing is counted"),
        pytest.param({"killed": (12,)}, {"killed": (10,), "bound": "at least"}, id="at least so many"),
        pytest.param({"killed": (12,)}, {"killed": (15,), "days": ("2024-03-01", "2024-04-01")}, id="of another time"),
        pytest.param({"killed": (12,)}, {"killed": (15,), "status": "possible"}, id="a figure that may be"),
        pytest.param({"killed": (12,)}, {"killed": (15,), "target": "the quarry"}, id="of another thing"),
        pytest.param({"killed": (12,)}, {"killed": (15,), "claim": "Westland fell."}, id="with another name"),
    ],
)
def test_a_reader_calls_these_no_disagreement(tmp_path: Path, said: dict[str, Any], other: dict[str, Any]):
    assert pairs(tmp_path, said, other) == []


def test_the_figures_that_differ_are_said(tmp_path: Path):
    (pair,) = pairs(tmp_path, {"killed": (12,)}, {"killed": (15, 3)})

    assert {pair["said_figure"], pair["other_figure"]} == {"12 people", "15 people; 3 people"}


def test_in_one_report_two_must_speak(tmp_path: Path):
    one, other = ({"attribution_id": spoken} for spoken in small_frames()["attributions"]["attribution_id"].iloc[:2])

    assert pairs(tmp_path / "none", {}, {"status": "denied"}, one_report=True) == []
    assert pairs(tmp_path / "one", {}, {"status": "denied"} | other, one_report=True) == []
    assert len(pairs(tmp_path / "two", one, {"status": "denied"} | other, one_report=True)) == 1
