"""The recorded figures of quality: none under its floor, none taken with another analysis."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.quality import floors, measured_analysis

FOLDER = Path(__file__).parents[2] / "analysis" / "measured"
TASKS = json.loads((FOLDER / "floors.json").read_text(encoding="utf-8"))
RESULTS = json.loads((FOLDER / "results.json").read_text(encoding="utf-8"))


def test_no_recorded_figure_is_under_its_floor() -> None:
    figures = RESULTS["figures"]

    assert {
        name: figures.get(name, 0.0) for name, floor in floors(TASKS).items() if figures.get(name, 0.0) < floor
    } == {}


def test_the_figures_were_taken_with_this_analysis() -> None:
    """After a change of the analysis: python benchmarks/quality.py GOLD_FOLDER --record."""
    assert RESULTS["analysis"] == measured_analysis()
