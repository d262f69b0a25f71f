"""What a run of a page draws: its charts and marks, and what is selected in each."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from analysis.queries.engine.selection import Selection
from pages.parts.drawing import draw, row
from pages.parts.drawing.draw import Chart, Mark
from pages.parts.evidence import evidence
from pages.parts.people import profile
from pages.parts.topics import compare
from pages.parts.view import VIEW, View
from tests.pages.numbers.counted import Page


class Drawn:
    """The charts and the marks beside charts that a run draws."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.charts: list[Chart] = []
        self.marks: list[Mark] = []
        self.own: dict[str, Selection] = {}
        self.sides: list[Selection] = []
        tools, open_one = draw._tools, evidence.open_one
        drawn_row, sides_html = row._row, compare.sides_html

        def with_tools(chart: Chart, *others: Any) -> Any:
            self.charts.append(chart)
            return tools(chart, *others)

        def with_marks(marks: Any, title: str, key: str) -> Any:
            self.marks.extend(marks)
            return open_one(marks, title, key)

        def with_row(view: View, charts: Any, widths: Any) -> Any:
            self.own |= {chart.key: view.selection for chart in charts}
            return drawn_row(view, charts, widths)

        def with_sides(view: View, left: Any, right: Any) -> Any:
            self.sides = [left.selection, right.selection]
            return sides_html(view, left, right)

        monkeypatch.setattr(draw, "_tools", with_tools)
        monkeypatch.setattr(row, "_row", with_row)
        monkeypatch.setattr(compare, "sides_html", with_sides)
        for module in (evidence, profile):
            monkeypatch.setattr(module, "open_one", with_marks)

    def page(self, app: AppTest) -> Page:
        """The page that the run has drawn."""
        view = app.session_state[VIEW]
        return Page(view.database, view.selection, self.charts, self.marks, self.own, self.sides)
