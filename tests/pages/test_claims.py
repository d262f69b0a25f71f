"""A claim as HTML: its parts, what is known of it, its evidence, and that nothing in it is HTML of a report."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pandas as pd
import pytest

from analysis.derived import MARK
from analysis.queries.around_claims import told_elsewhere
from analysis.queries.engine.database import Database, Row
from analysis.store import publish
from display.claims.parts import claim_parts
from pages.parts.claims.about import about, status_badge
from pages.parts.claims.claim import LIST, Around, claim_html
from tests.pages.conftest import Open, html
from tests.pages.snapshots import small_frames

DAY = pd.Timestamp("2024-03-04")
BARE = LIST._replace(has_ways=False)  # the names of profiles need a snapshot
ROW: Row = {
    "fact_id": "f1",
    "claim_of": "f1",
    "doc_id": "d1",
    "sentence_id": "s1",
    "source_id": "ferry.txt",
    "title": "Ferry <b>sold</b>",
    "publisher": "The Post",
    "published": DAY,
    "published_from": "metadata",
    "url": "https://post.example/ferry",
    "sentence": "The mayor said the port would sell the ferry for 3 million crowns.",
    "spans": "15-23:actor 30-34:action",
    "claim": "The port would sell the ferry for 3 million crowns.",
    "actor": "the port",
    "action": "would sell",
    "target": "the ferry",
    "recipient": "a <i>museum</i>",
    "source": "The mayor",
    "said_first_day": DAY,
    "said_end_day": DAY + pd.Timedelta(days=1),
    "first_day": pd.Timestamp("2025-01-01"),
    "end_day": pd.Timestamp("2026-01-01"),
    "precision": "year",
    "themes": f"economy{MARK}services",
    "amounts": "3 million crowns",
    "status": "planned",
    "plan": "announced",
    "is_claim": True,
    "episode": "port sell ~ferry",
}


def plain(shown: str) -> str:
    """The words of HTML."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", shown)).split())


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, ["The port", "would sell", "the ferry"], id="in their order"),
        pytest.param(
            {"claim": "The ferry was sold by the port.", "action": "was sold"},
            ["The ferry", "was sold", "the port"],
            id="whom before who",
        ),
        pytest.param({"actor": "it", "actor_name": "The port"}, ["The port", "would sell", "the ferry"], id="by name"),
        pytest.param({"actor": "a port", "action": "will sell"}, ["sell", "the ferry"], id="an act by its last word"),
        pytest.param({"actor": "port", "target": "ferries"}, ["port", "would sell"], id="told in other words"),
        pytest.param({"actor": "or", "target": "e"}, ["would sell"], id="not inside a word"),
        pytest.param({"actor": None, "target": None}, ["would sell"], id="empty"),
    ],
)
def test_who_what_and_whom_are_marked_in_a_claim(fields: Row, expected: list[str]):
    row = ROW | fields

    assert [row["claim"][span.start : span.end] for span in sorted(claim_parts(row), key=lambda s: s.start)] == expected


def test_under_a_claim_stands_who_says_so_when_for_whom_how_much_and_where():
    assert plain(about(ROW, ("economy",))) == (
        "Said by The mayor, 4 March 2024 Planned for 2025 For a <i>museum</i> Amount 3 million crowns Economy Services "
        "In Ferry <b>sold</b> , The Post, 4 March 2024"
    )


def test_what_is_not_known_of_a_claim_is_left_out():
    none = dict.fromkeys(("recipient", "amounts", "source", "title", "publisher", "themes"))
    said = plain(about(ROW | none | dict.fromkeys(("first_day", "end_day", "said_first_day", "said_end_day")), ()))

    assert said == "Said by the report itself No theme In ferry.txt , 4 March 2024"


def test_the_day_of_the_report_is_grey():
    assert 'class="d-when d-grey"' in about(ROW | {"precision": "report"}, ())
    assert "d-grey" not in about(ROW, ())


def test_a_status_is_a_word_and_says_the_kind_of_plan():
    assert plain(status_badge(ROW)) == "Planned · announced"
    assert plain(status_badge(ROW | {"status": "denied", "plan": None})) == "Denied"


def test_a_claim_says_how_many_reports_tell_it_and_which_of_them_are_independent():
    shown = claim_html(ROW, (), Around({"f1": (3, 1)}, {}), look=BARE)

    assert "also told by 3 reports (1 independent)" in shown
    assert 'href="./facts?event=port+sell+~ferry"' in shown
    assert "(none independent)" in claim_html(ROW, (), Around({"f1": (1, 0)}, {}), look=BARE)
    assert "also told by" not in claim_html(ROW, (), look=BARE)


@pytest.mark.parametrize("is_open", [False, True])
def test_nothing_of_a_report_is_html_in_a_claim(is_open: bool):
    bad = "<img src=x onerror=alert(1)>"
    words = ("claim", "actor", "action", "target", "recipient", "source", "title", "publisher", "sentence", "amounts")
    row = ROW | dict.fromkeys(words, bad) | {"themes": bad, "episode": bad, "source_id": bad, "url": f"https://a/{bad}"}

    shown = claim_html(row, (), Around({"f1": (2, 2)}, {"f1": [row]}), look=BARE._replace(is_open=is_open))

    assert "<img" not in shown
    assert plain(re.sub(r"</?mark[^>]*>", "", shown)).count(bad) >= len(words) - 1  # title and file share a place


def test_another_text_of_another_publisher_is_independent(tmp_path: Path):
    frames = small_frames()
    facts, documents = frames["facts"], frames["documents"]
    told = [0, 3, 6, 8]  # claims of four reports
    ids = facts.loc[facts["is_claim"]].drop_duplicates("doc_id")["fact_id"].iloc[[0, 1, 2, 3]]
    facts["event_key"] = facts["event_key"].where(~facts["fact_id"].isin(ids), "port sell ~ferry")
    facts.loc[facts["fact_id"].isin(ids), ["first_day", "end_day"]] = [DAY, DAY + pd.Timedelta(days=1)]
    facts.loc[facts["fact_id"].isin(ids), "precision"] = "day"
    of = facts.loc[facts["fact_id"].isin(ids), "doc_id"].tolist()
    rows = [documents.index[documents["doc_id"] == one][0] for one in of]
    documents.loc[rows, "publisher"] = ["Post", "Post", "Wire", None]
    documents.loc[rows[3], "text_id"] = documents.loc[rows[2], "text_id"]
    database = Database(publish(tmp_path, frames, {"model": "by hand"}))

    found = told_elsewhere(database, list(ids)).set_index("fact_id")

    assert len(told) == len(ids)
    assert found.loc[ids, "n_reports"].tolist() == [3, 3, 3, 3]
    assert found.loc[ids.iloc[0], "n_independent"] == 1  # the wire, with which its copy counts


def test_claims_of_a_page_show_their_details(visit: Open):
    shown = html(visit("explore/facts", words="copper"))

    assert 'class="d-source"' in shown
    assert "Copy as text" in shown
