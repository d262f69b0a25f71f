"""The words of the Quality page."""

from __future__ import annotations

from analysis.queries.figures import measured_figures
from display.quality import MEANING


def test_every_measured_figure_is_said_in_plain_words():
    figures = set(measured_figures()["figure"])

    assert figures - set(MEANING) == set()
    assert [said for said in MEANING.values() if "F1" in said or "recall" in said] == []
