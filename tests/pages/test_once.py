"""Charts and HTML are made once for a snapshot, a selection and settings, and nothing else changes them."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import plotly.graph_objects as go
import pytest
from plotly.basedatatypes import BaseFigure

from analysis.queries.engine.database import MADE, Database
from analysis.queries.engine.lru_cache import Made
from analysis.queries.engine.selection import Selection
from analysis.store import open_snapshot
from display import once as making
from display.charts.look import figure
from display.weight import weight
from pages.parts import address
from pages.parts.drawing.draw import Chart, Mark
from pages.parts.drawing.once import once
from pages.parts.filters.selected import KEYS
from pages.parts.view import View
from tests.pages.conftest import Open, html

PAGES: list[tuple[str, dict[str, str]]] = [
    ("explore/overview", {}),
    ("explore/overview", {"theme": "Mining", "as_theme": "Table", "page_disputed": "2"}),
    ("explore/timeline", {}),
    ("explore/timeline", {"by": "year", "lanes": "person", "as_single": "Table"}),
    ("explore/timeline", {"by": "hour"}),
    ("explore/topics", {"as_size": "Table"}),
    ("explore/topics", {"part": "matrix"}),
    ("explore/topics", {"part": "rise"}),
    ("explore/topics", {"part": "compare", "theme": "Mining"}),
    ("explore/topics", {"part": "map"}),
    ("explore/people", {"as_does": "Table"}),
    ("explore/people", {"look": "says"}),
    ("explore/people", {"look": "together"}),
    ("explore/people", {"look": "countries"}),
    ("explore/people", {"look": "names"}),
    ("explore/people", {"look": "profile"}),
    ("explore/search", {"q": "mine"}),
    ("read/report", {}),
    ("read/report", {"marks": "name"}),
]
each_page = pytest.mark.parametrize(
    ("page", "query"), PAGES, ids=[" ".join([page, *query.values()]) for page, query in PAGES]
)


@pytest.fixture
def view(small: Path) -> View:
    return View(Database(open_snapshot(small)), Selection(), ("mining", "aid"))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Made]:
    """All that is made from now on."""
    found: list[Made] = []

    def kept(value: Any, n_bytes: int) -> Made:
        found.append(Made(value, n_bytes))
        return found[-1]

    monkeypatch.setattr(making, "Made", kept)
    return found


@each_page
def test_another_session_with_the_same_view_makes_nothing(
    visit: Open, monkeypatch: pytest.MonkeyPatch, made: list[Made], page: str, query: dict[str, str]
):
    first = visit(page, **query)
    n_made = len(made)
    original, figures = BaseFigure.__init__, list[BaseFigure]()
    monkeypatch.setattr(
        BaseFigure, "__init__", lambda self, *a, **k: (figures.append(self), original(self, *a, **k))[1]
    )
    second = visit(page, **query)

    assert n_made
    assert len(made) == n_made
    assert not figures
    assert html(second) == html(first)


class Watched(dict[str, list[str]]):
    """An address that notes which single keys are read; links take the filters from among all keys."""

    def __init__(self, query: address.Query, read: list[str]) -> None:
        super().__init__(query)
        self.read = read

    def get(self, key: str, default: Any = None) -> Any:
        self.read.append(key)
        return super().get(key, default)

    def __getitem__(self, key: str) -> list[str]:
        self.read.append(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self.read.append(str(key))
        return super().__contains__(key)


@pytest.fixture
def read_within(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the address that are read while something is made that is kept."""
    read, depth = list[str](), [0]
    made, asked = Database.made, address.query

    def watched(database: Database, key: Hashable, make: Callable[[], Made]) -> Made:
        def within() -> Made:
            depth[0] += 1
            try:
                return make()
            finally:
                depth[0] -= 1

        return made(database, key, within)

    monkeypatch.setattr(Database, "made", watched)
    monkeypatch.setattr(address, "query", lambda: Watched(asked(), read) if depth[0] else asked())
    return read


@each_page
def test_what_is_made_reads_of_the_address_only_the_filters_that_links_take_along(
    visit: Open, read_within: list[str], page: str, query: dict[str, str]
):
    visit(page, **query)

    assert set(read_within) <= set(KEYS)


def test_a_chart_that_reads_the_address_is_noticed(view: View, read_within: list[str]):
    @once
    def chart(view: View) -> str:
        return address.value("sort")

    chart(view)

    assert read_within == ["sort"]


@each_page
def test_a_page_changes_no_chart_that_it_draws(visit: Open, made: list[Made], page: str, query: dict[str, str]):
    visit(page, **query)
    before = [said(one.value) for one in made]
    visit(page, **query)
    visit(page, **query | {f"as_{key.replace('-', '_')}": "Table" for one in made for key in keys_of(one.value)})

    assert [said(one.value) for one in made[: len(before)]] == before


def keys_of(value: Any) -> list[str]:
    """The keys of all charts in it."""
    if isinstance(value, tuple):
        return [key for one in value for key in keys_of(one)]
    return [value.key] if isinstance(value, Chart) else []


def said(value: Any) -> str:
    """All that is in it, in words."""
    if isinstance(value, Chart):
        table = value.table.to_json(date_format="iso")
        figure = [vars(value.figure)["_data"], vars(value.figure)["_layout"], value.figure.to_plotly_json()]
        return json.dumps([figure, table, repr(value.marks), repr(value.cells)], default=str)
    return "; ".join(map(said, value)) if isinstance(value, tuple) else repr(value)


def test_the_links_of_what_is_kept_take_along_the_filters_as_they_are_said(visit: Open):
    plain, unknown = visit(), visit(theme="Nothing of these reports")

    assert "theme=Nothing+of+these+reports" not in html(plain.get_by_key("newest"))
    assert "theme=Nothing+of+these+reports" in html(unknown.get_by_key("newest"))


def test_the_same_is_made_once_and_other_settings_another_selection_and_other_themes_anew(view: View):
    calls: list[object] = []

    @once
    def chart(view: View, by: str, most: int = 3) -> object:
        calls.append((by, most))
        return (by, most)

    assert chart(view, "theme") is chart(view, "theme")
    assert calls == [("theme", 3)]
    chart(view, "theme", most=4)
    chart(view, "person")
    chart(view._replace(selection=Selection.of(theme="mining")), "theme")
    chart(view._replace(themes=("mining",)), "theme")

    assert calls == [("theme", 3), ("theme", 4), ("person", 3), ("theme", 3), ("theme", 3)]


def test_that_there_is_no_chart_is_kept_as_well(view: View):
    calls: list[str] = []

    @once
    def none(view: View) -> None:
        calls.append("none")

    none(view)
    none(view)

    assert calls == ["none"]


def test_what_was_made_is_forgotten_with_the_answers(view: View):
    calls: list[int] = []

    @once
    def chart(view: View) -> str:
        calls.append(1)
        return "chart"

    chart(view)
    view.database.forget()
    chart(view)

    assert len(calls) == 2


def test_another_snapshot_has_its_own(view: View, small: Path):
    @once
    def name(view: View) -> list[str]:
        return [view.database.snapshot.name]

    assert name(view) is not name(view._replace(database=Database(open_snapshot(small))))


def test_a_fault_is_not_kept(view: View):
    damage = [duckdb.IOException("damaged")]

    @once
    def chart(view: View) -> str:
        if damage:
            raise damage.pop()
        return "chart"

    with pytest.raises(duckdb.IOException):
        chart(view)

    assert chart(view) == "chart"


def test_a_setting_that_cannot_be_a_key_is_a_fault(view: View):
    @once
    def chart(view: View, terms: object) -> str:
        return "chart"

    with pytest.raises(TypeError):
        chart(view, ["a list"])


def test_a_chart_weighs_more_than_its_parts_and_hundreds_of_them_stay_within_bounds(visit: Open, made: list[Made]):
    visit()
    charts = [(one.value, one.n_bytes) for one in made if isinstance(one.value, Chart)]

    assert charts
    for chart, n_bytes in charts:
        assert n_bytes > len(chart.figure.to_json()) + 60 * chart.table.size + 100 * len(chart.marks)
        assert n_bytes < MADE / 100


def test_a_longer_table_and_more_marks_weigh_more():
    short, long = pd.DataFrame({"a": [1]}), pd.DataFrame({"a": [1] * 100})

    assert weight(long) > weight(short)
    assert weight([Mark("a", (), 1)] * 9) > 8 * weight(Mark("a", (), 1))


def test_a_figure_is_written_once_and_a_copy_of_it_anew():
    drawn = figure([{"type": "bar", "x": [1], "y": [2]}], 100)
    copy = go.Figure(drawn.to_dict(), _validate=False).update_layout(height=200)

    assert drawn.to_dict() is drawn.to_dict()
    assert drawn.to_dict()["layout"]["height"] == 100
    assert copy.to_dict()["layout"]["height"] == 200
