"""The report in one file: its numbers are those of the snapshot, and its words are nothing but words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from analysis.store import open_snapshot
from sharing.report.pack import PLOTLY, digest, source
from sharing.report.page import report_html
from sharing.shared import open_shared
from tests.pages import snapshots
from tests.sharing.conftest import AT, Share
from tests.sharing.opened import claims_of, data_of, packed, text_of

VIEWS = ["", "theme=Mining", "status=Planned&not-theme=Aid", "theme=Aid&status=Done", "details=1"]


@pytest.fixture
def ask(small: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The tables of the snapshot, without any of the code that the report asks."""
    snapshot = open_snapshot(small)
    with duckdb.connect() as connection:
        for name in ("facts", "documents", "fact_themes", "sentences"):
            connection.execute(f"CREATE VIEW {name} AS SELECT * FROM '{snapshot.path(name)}'")
        yield connection


def where(view: str) -> str:
    """The rows of a view in SQL of its own."""
    mining, aid = (f"fact_id IN (SELECT fact_id FROM fact_themes WHERE theme = '{one}')" for one in ("mining", "aid"))
    return {
        "": "is_claim",
        "theme=Mining": f"is_claim AND {mining}",
        "status=Planned&not-theme=Aid": f"is_claim AND status = 'planned' AND NOT {aid}",
        "theme=Aid&status=Done": f"is_claim AND status = 'done' AND {aid}",
        "details=1": "true",
    }[view]


@pytest.mark.parametrize("view", VIEWS)
def test_the_claims_are_those_of_the_snapshot(share: Share, ask: duckdb.DuckDBPyConnection, view: str):
    html = report_html(share(view))

    expected = {row for (row,) in ask.execute(f"SELECT fact_id FROM facts WHERE {where(view)}").fetchall()}
    assert {claim["id"] for claim in claims_of(html)} == expected
    assert f'data-count="n_facts">{len(expected):,}</strong>' in html


@pytest.mark.parametrize("view", VIEWS)
def test_the_bars_count_what_the_snapshot_has(share: Share, ask: duckdb.DuckDBPyConnection, view: str):
    drawn = {chart["key"]: chart for chart in data_of(report_html(share(view)))["charts"]}

    by_status = dict(ask.execute(f"SELECT status, count(*) FROM facts WHERE {where(view)} GROUP BY 1").fetchall())
    themed = f"SELECT theme, count(DISTINCT fact_id) FROM fact_themes JOIN facts USING (fact_id) WHERE {where(view)}"
    by_theme = dict(ask.execute(themed.replace("SELECT theme", "SELECT fact_themes.theme") + " GROUP BY 1").fetchall())
    assert _bars(drawn["status"]).items() >= by_status.items()
    assert _bars(drawn["theme"]).items() >= by_theme.items()


def _bars(chart: dict) -> dict[str, int]:
    (trace,) = chart["data"]
    return {value: n for value, n in zip(chart["values"], trace["x"], strict=True) if value}


@pytest.mark.parametrize("view", VIEWS[:3])
def test_every_source_counts_its_claims(share: Share, ask: duckdb.DuckDBPyConnection, view: str):
    sources = data_of(report_html(share(view)))["sources"]

    expected = ask.execute(f"SELECT doc_id, count(*) FROM facts WHERE {where(view)} GROUP BY 1").fetchall()
    assert {doc_id: n for *_, n, doc_id in sources} == dict(expected)


def test_the_other_figures_are_those_of_the_snapshot(share: Share, ask: duckdb.DuckDBPyConnection):
    html = report_html(share())

    sql = "count(*) FILTER (first_day IS NOT NULL), count(attribution_id)"
    ((dated, said),) = ask.execute(f"SELECT {sql} FROM facts WHERE is_claim").fetchall()
    ((reports,),) = ask.execute("SELECT count(*) FROM documents").fetchall()
    shown = dict(re.findall(r'data-count="(\w+)">([\d,]+)<', html))
    assert {"n_dated": str(dated), "n_attributed": str(said), "n_reports": str(reports)}.items() <= shown.items()


def test_filters_snapshot_and_day_are_said(share: Share):
    shared = share("theme=Mining&not-status=Denied")

    said = text_of(report_html(shared))

    assert "Filters Mining; not Denied; claims alone" in re.sub(r"\s+", " ", said)
    assert shared.view.database.snapshot.name in said
    assert "1 July 2024" in said


def test_an_empty_view_says_so(share: Share):
    html = report_html(share("theme=Mining&words=nothing-has-this-word"))

    assert data_of(html)["claims"] == []
    assert "0 claims in the view" in html


def test_the_policy_lets_only_the_scripts_of_the_file_run(share: Share):
    html = report_html(share())

    scripts = re.findall(r"<script>(.*?)</script>", html, flags=re.DOTALL)
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert [digest(script) in policy for script in scripts] == [True]
    assert digest(packed(html, "packed-plotly")) in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe-eval" not in policy


def test_plotly_is_the_version_that_python_draws_with():
    import plotly

    version = re.search(r"plotly\.js \(basic - minified\) v([\d.]+)", source(PLOTLY)[:200])
    theirs = (Path(plotly.__file__).parent / "package_data" / "plotly.min.js").read_text(encoding="utf-8")[:200]
    assert version
    assert f"plotly.js v{version[1]}" in theirs


def test_hostile_words_stay_words(hostile: Path):
    html = report_html(open_shared(hostile, AT))

    outside = re.sub(r"<script[^>]*>.*?</script>|<style>.*?</style>", "", html, flags=re.DOTALL)
    assert "<img" not in outside
    assert "alert(1)</script>" not in outside
    assert len(re.findall(r"</script>", html)) == 3
    assert "javascript:alert" not in re.sub(r"data-[a-z]+", "", outside)
    assert "\u202e" not in html
    assert "\u202e" not in packed(html)
    assert all(source[2] == "" for source in data_of(html)["sources"])


def test_without_texts_no_quotation_is_longer_than_25_words(tmp_path: Path):
    frames = snapshots.small_frames()
    frames["facts"]["claim"] = "word " * 60
    snapshots.publish(tmp_path, frames, {"model": "by hand"})

    html = report_html(open_shared(tmp_path, AT, has_texts=False))

    for claim in claims_of(html):
        for part in ("sentence", "evidence", "speaker", "recipient"):
            assert len(claim[part].split()) <= 25
    assert "quotations of at most 25 words" in html


def test_marks_stand_where_their_words_do(share: Share):
    for has_texts in (True, False):
        for claim in claims_of(report_html(share(has_texts=has_texts))):
            for start, end, _ in (*claim["marks"], *claim["evidence_marks"]):
                assert 0 <= start < end <= max(len(claim["sentence"]), len(claim["evidence"]))


@pytest.mark.slow
def test_ten_thousand_claims_and_their_sentences_stay_under_8_megabytes(tmp_path: Path):
    snapshots.large(tmp_path, 400)

    html = report_html(open_shared(tmp_path, AT))

    assert len(data_of(html)["claims"]) >= 5_000
    assert len(html.encode()) < 8_000_000
