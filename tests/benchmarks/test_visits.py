"""How pages are measured: what a run asks and draws is what is asked and drawn again alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.visits import BARE, Recorder, alone, changed, filters_of, opened, p95, page_paths, verdict
from tests.pages import snapshots


def test_the_pages_are_those_of_the_menu() -> None:
    found = page_paths()

    assert found[0] == "explore/overview"
    assert "read/report" in found


def test_the_95th_percentile_of_few_values_is_nearly_the_greatest() -> None:
    assert p95([float(n) for n in range(1, 101)]) == 95.0
    assert p95([3.0, 1.0, 2.0]) == 3.0


def test_a_missed_bound_is_marked() -> None:
    assert verdict(1.5, 1.5) == ""
    assert "MISSED" in verdict(1.51, 1.5)


def test_a_run_of_a_bare_page_is_timed_and_draws_one_chart() -> None:
    recorder = Recorder()
    with recorder.watching():
        run = changed(opened(BARE, None), {"theme": ["mining"]}, recorder)

    assert run.seconds > 0
    assert (len(run.questions), len(run.figures)) == (0, 1)


def test_questions_of_a_run_are_recorded_once_and_what_is_kept_is_not_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshots.small(tmp_path)
    monkeypatch.setenv("DOSSIER_DATA", str(tmp_path))
    address = filters_of(tmp_path)[0]
    recorder = Recorder()
    with recorder.watching():
        app = opened(None, "explore/overview")
        first = changed(app, address, recorder)
        again = changed(app, address, recorder)

    assert len(first.questions) > 5 > len(again.questions)
    assert alone(first) > 0
