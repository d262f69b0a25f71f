"""Reports with one text, and a report that could not be analysed: what the pages say of them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.pipeline import Settings, build
from analysis.queries.engine.database import Database, OldSnapshot
from analysis.queries.engine.selection import Selection
from analysis.queries.overview import overview_counts
from analysis.store import Snapshot, publish
from analysis.tables import TABLES
from analysis.text import report
from display.lead import lead_words
from tests import planted
from tests.pages.conftest import Open, html

SAID = "The mayor of Baku opened the new bridge on Monday."
REPORTS = {"first.txt": SAID, "second.txt": SAID, "Fail.txt": f"Fail. {SAID}"}


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(planted.ATTEMPTS, str(folder.with_name("attempts")))
        patch.setattr(report, "read_report", lambda article, *rest: planted.read_report(article, *rest))
        patch.setitem(planted.HARM, "Fail.", planted.fail)
        return build([folder], tmp_path_factory.mktemp("copies"), Settings())


@pytest.fixture
def ids(snapshot: Snapshot) -> dict[str, str]:
    documents = snapshot.table("documents")
    return dict(zip(documents["source_id"], documents["doc_id"], strict=True))


def test_the_overview_counts_copies_and_reports_that_could_not_be_analysed(visit: Open, snapshot: Snapshot):
    app = visit("explore/overview", snapshot.folder.parent)

    assert "3 reports, 2 independent and 1 a copy, hold" in html(app)
    assert "1 report could not be analysed and is here without claims." in html(app)


@pytest.mark.parametrize(
    ("chart", "page", "opened"),
    [
        ("status", "explore/overview", {"open_status": "Done"}),
        ("named", "explore/people", {"look": "names", "open_named": "Baku"}),
    ],
)
def test_what_a_chart_counts_is_said_in_reports_and_how_many_are_independent(
    visit: Open, snapshot: Snapshot, chart: str, page: str, opened: dict[str, str]
):
    app = visit(page, snapshot.folder.parent, **opened)

    assert "In 2 reports, 1 independent." in html(app.get_by_key(f"evidence-{chart}"))


def test_what_a_search_finds_is_said_in_reports_and_how_many_are_independent(visit: Open, snapshot: Snapshot):
    shown = html(visit("explore/search", snapshot.folder.parent, q="bridge"))

    assert "2 hits in 2 sentences of 2 reports, 1 independent" in shown


@pytest.mark.parametrize(
    ("name", "other", "words"),
    [
        ("first.txt", "second.txt", "<span>Copies of this text, whole or cut:"),
        ("second.txt", "first.txt", "<span>This is a copy: its text, or most of it, is also in"),
    ],
)
def test_a_report_names_the_others_with_its_text(
    visit: Open, snapshot: Snapshot, ids: dict[str, str], name: str, other: str, words: str
):
    app = visit("read/report", snapshot.folder.parent, doc=ids[name])

    assert words in html(app)
    assert f"doc={ids[other]}" in html(app)
    assert sum(" · a copy" in label for label in app.selectbox(key="doc-choice").options) == 1


def test_a_report_that_could_not_be_analysed_shows_its_text_and_says_why(
    visit: Open, snapshot: Snapshot, ids: dict[str, str]
):
    app = visit("read/report", snapshot.folder.parent, doc=ids["Fail.txt"])

    assert not app.exception
    assert "opened the new bridge" in html(app)
    assert "Dossier failed at this report (KeyError)." in html(app)


@pytest.mark.parametrize(
    ("n_copies", "words"), [(1, "2 independent and 1 a copy,"), (2, "1 independent and 2 copies,")]
)
def test_the_first_sentence_says_how_many_are_copies(snapshot: Snapshot, n_copies: int, words: str):
    row = overview_counts(Database(snapshot), Selection()).iloc[0]

    assert lead_words(row.where(row.index != "n_copies", n_copies)).startswith(f"3 reports, {words}")


def test_the_first_sentence_has_one_comma_before_the_days_of_publication(snapshot: Snapshot):
    row = overview_counts(Database(snapshot), Selection()).iloc[0].copy()
    row["first_published"] = row["last_published"] = pd.Timestamp("2024-03-04")

    said = lead_words(row)

    assert said.startswith("3 reports, 2 independent and 1 a copy, published on ")
    assert ",," not in said


@pytest.mark.parametrize(("table", "column"), [("documents", "text_id"), ("unreadable", "doc_id")])
def test_a_snapshot_of_an_older_version_is_refused(snapshot: Snapshot, tmp_path: Path, table: str, column: str):
    frames = {one.name: snapshot.table(one.name) for one in TABLES}
    old = publish(tmp_path, frames | {table: frames[table].drop(columns=column)}, {})

    with pytest.raises(OldSnapshot, match=f"has {table} without {column}"):
        Database(old)
