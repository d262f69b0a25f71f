"""A chart with its words: what it shows in a sentence, its figure, its table, and what can be opened in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.fields.cut import Cuts
from analysis.queries.engine.selection import Selection


@dataclass(frozen=True)
class Mark:
    """Something of a chart that can be opened: its words, the cuts that give its rows, and how many there are.

    `lifts` are the fields whose filters to ignore when this grey mark is opened: they hide what it counts.
    """

    label: str
    cuts: Cuts
    n_rows: int
    unit: str = "facts"
    lifts: tuple[str, ...] = ()

    def within(self, selection: Selection) -> Selection:
        """The selection in which the cuts give its rows."""
        for name in self.lifts:
            selection = selection.without(name)
        return selection


@dataclass(frozen=True)
class Chart:
    """A chart to draw. `key` names it in the URL; a mark's place in `marks` is its `customdata` in the figure.

    `cells` says which mark a cell of the table opens, by row and column; without it row n opens mark n. `meanings` says
    more of a column of the table than its title.
    """

    key: str
    title: str
    takeaway: str
    figure: go.Figure
    marks: Sequence[Mark]
    table: pd.DataFrame
    opens: str = "Show the sentences behind"
    cells: Mapping[tuple[int, str], int] = field(default_factory=dict)
    meanings: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_one_bar(self) -> bool:
        """Whether all bars of it stand at one place, so that the sentence says what the picture would."""
        traces = self.figure.to_dict()["data"]
        places = {
            place
            for trace in traces
            for place, length in zip(*_bars(trace), strict=False)
            if trace["type"] == "bar" and length
        }
        return len(places) == 1 and all(trace["type"] == "bar" for trace in traces)


def _bars(trace: Mapping[str, Any]) -> tuple[Sequence[Any], Sequence[Any]]:
    """Where the bars of a trace stand, and how long they are."""
    return (trace["y"], trace["x"]) if trace.get("orientation") == "h" else (trace["x"], trace["y"])
