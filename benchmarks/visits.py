"""What a change of the filters costs on every page, against its bare parts and a bare Streamlit page.

Server times are those of the run of the script, taken in a process of their own by a hook around Streamlit's runner.
Bare parts are the questions that the page put to DuckDB, asked again alone, and its figures, built and
written as JSON again. Memory is that of a real server while sessions are open.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

BARE = """import plotly.graph_objects as go
import streamlit as st
st.set_page_config(layout="wide")
chosen = st.query_params.get("theme", "none")
st.title(f"Chosen: {chosen}")
st.plotly_chart(go.Figure(go.Bar(x=list(range(12)), y=[len(chosen) + n for n in range(12)])))
if st.button("Change"):
    st.text("Changed")
"""
EMPTY = "import streamlit as st\nst.title('Empty')\n"
QUESTIONS = ("frame", "rows", "number")
LIMIT = {"parts": 1.5, "p95": 3.0, "click": 2.0, "session": 5.0, "memory": 700.0, "small": 2.0}

Address = dict[str, list[str]]


@dataclass
class Record:
    """What one run of a script did."""

    seconds: float = 0.0
    questions: list[tuple[Callable[..., Any], tuple[Any, ...]]] = field(default_factory=list)
    figures: list[Any] = field(default_factory=list)


class Recorder:
    """Records runs, questions and figures of this process while it is watching."""

    def __init__(self) -> None:
        """Begin without a run."""
        self.run = Record()
        self._depth = 0
        self._is_new = False

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Hook into Streamlit's runner, the database and `st.plotly_chart`."""
        import streamlit as st
        from streamlit.runtime.scriptrunner.script_runner import ScriptRunner

        from analysis.queries.database import Database

        hooks = [(ScriptRunner, "_run_script", self._timed), (st, "plotly_chart", self._drawn)]
        hooks += [(Database, name, self._asked) for name in QUESTIONS]
        hooks += [(Database, "_known", self._answered)]
        before = [(owner, name, getattr(owner, name)) for owner, name, _ in hooks]
        for owner, name, hook in hooks:
            setattr(owner, name, hook(getattr(owner, name)))
        try:
            yield
        finally:
            for owner, name, original in before:
                setattr(owner, name, original)

    def _timed(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            began = time.perf_counter()
            try:
                return original(*args, **kwargs)
            finally:
                self.run.seconds = time.perf_counter() - began

        return run

    def _asked(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def ask(*args: Any) -> Any:
            self._depth += 1
            self._is_new = self._is_new and self._depth > 1
            try:
                return original(*args)
            finally:
                self._depth -= 1
                if self._depth == 0 and self._is_new:  # `number` asks by `rows`; what is kept is not asked again
                    self.run.questions.append((original, args))

        return ask

    def _answered(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def answer(*args: Any) -> Any:
            self._is_new = True
            return original(*args)

        return answer

    def _drawn(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def draw(figure: Any, *args: Any, **kwargs: Any) -> Any:
            self.run.figures.append(figure)
            return original(figure, *args, **kwargs)

        return draw


@dataclass(frozen=True)
class Change:
    """A change of the filters on a page: seconds of the run and of its bare parts, and how many parts there are."""

    page: str
    run: float
    parts: float
    n_questions: int
    n_figures: int


def measure_pages(data: Path, seeds: Path | None, sessions: int, with_browser: bool) -> None:
    """Print every ratio for the snapshot in the folder; `seeds` is a folder with a small one."""
    filters = filters_of(data)
    found, bare = server_times(data, filters)
    print(
        f"{'page':<20} {'run ms':>8} {'p95 ms':>8} {'parts ms':>9} {'run / parts':>12} {'questions':>10} {'figures':>8}"
    )
    for page in dict.fromkeys(change.page for change in found):
        of_page = [change for change in found if change.page == page]
        print(page_row(page, of_page))
    everything = [change.run for change in found]
    print_ratio("p95 of all pages / p95 of a bare page", p95(everything) / p95(bare), LIMIT["p95"])
    print(f"  (bare page: median {1000 * statistics.median(bare):.0f} ms, p95 {1000 * p95(bare):.0f} ms)")
    if seeds:
        for page, ratio in small_ratios(seeds).items():
            print_ratio(f"{page} with few reports / an empty page", ratio, LIMIT["small"])
    from benchmarks.sessions import measure_clicks, measure_memory

    a_session, total = measure_memory(data, sessions, filters)
    print_ratio(f"MB a session over {sessions} sessions", a_session, LIMIT["session"])
    print_ratio("MB of the server with them", total, LIMIT["memory"])
    if with_browser:
        ours, plain = measure_clicks(data)
        print_ratio(f"click to new text {ours:.0f} ms / bare page {plain:.0f} ms", ours / plain, LIMIT["click"])


def page_row(page: str, changes: list[Change]) -> str:
    """The line of a page."""
    runs, parts = [change.run for change in changes], [change.parts for change in changes]
    ratio = statistics.median(change.run / change.parts for change in changes)
    questions = statistics.median(change.n_questions for change in changes)
    figures = statistics.median(change.n_figures for change in changes)
    return (
        f"{page:<20} {1000 * statistics.median(runs):>8.0f} {1000 * p95(runs):>8.0f} "
        f"{1000 * statistics.median(parts):>9.0f} {ratio:>12.2f} {questions:>10.0f} {figures:>8.0f}"
        f"{verdict(ratio, LIMIT['parts'])}"
    )


def print_ratio(name: str, value: float, limit: float) -> None:
    """Print a figure beside its bound."""
    print(f"{name}: {value:.2f} (bound {limit:g}){verdict(value, limit)}", flush=True)


def verdict(value: float, limit: float) -> str:
    """A mark where the bound is missed."""
    return "" if value <= limit else "  MISSED"


def p95(values: list[float]) -> float:
    """The 95th percentile; of few values nearly the greatest."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]


def page_paths() -> list[str]:
    """The pages of the menu, as paths under `pages`; the first is the one that opens."""
    import dashboard

    found: list[str] = []

    def noted(path: str, *args: Any) -> str:
        found.append(path)
        return path

    with patch.object(dashboard, "_page", noted):
        dashboard.menu()
    return found


def filters_of(data: Path) -> list[Address]:
    """Different filters that let something through: nothing, themes, statuses, periods, words, a person, none of a
    theme."""
    from analysis.queries.database import Database
    from analysis.queries.selection import Cut, Selection
    from analysis.store import open_snapshot
    from pages.parts.filters.selected import query_of

    snapshot = open_snapshot(data)
    facts, entities = snapshot.table("facts"), snapshot.table("entities")
    themes = facts["theme"].value_counts().index[:3].tolist()
    people = entities[entities["label"] == "PERSON"]["entity_id"].head(2).tolist()
    days = facts["first_day"].dropna().sort_values()
    cuts = [f"{days.iloc[int(len(days) * share)]:%Y-%m-%d}" for share in (0.2, 0.3, 0.6)]
    wanted = [
        *(Selection.of(theme=theme) for theme in themes),
        Selection.of(theme=themes[0], status="planned"),
        *(Selection.of(person=person) for person in people),
        *(Selection.of(period=f"{first}..{last}") for first, last in pairwise(cuts)),
        Selection.of(words="price"),
        Selection.of(words="said"),
        Selection((), ((Cut("theme", themes[0]),),)),
    ]
    database = Database(snapshot)
    queries = [query_of(database, selection) for selection in wanted]
    return [{name: list(values) for name, values in query.items() if values} for query in queries]


def server_times(data: Path, filters: list[Address]) -> tuple[list[Change], list[float]]:
    """The changes of the filters on every page, and seconds of the same changes on a bare page, in turn."""
    os.environ["DOSSIER_DATA"] = str(data)
    recorder, found, bare = Recorder(), [], []
    with recorder.watching():
        plain = opened(BARE, None)
        for page in page_paths():
            app = opened(None, page)
            for address in filters:
                change = changed(app, address, recorder)
                found.append(Change(page, change.seconds, alone(change), len(change.questions), len(change.figures)))
                bare.append(changed(plain, {"theme": [str(address)]}, recorder).seconds)
    return found, bare


def opened(script: str | None, page: str | None) -> Any:
    """A visit of a script, or of a page of the dashboard, after its first run."""
    from streamlit.testing.v1 import AppTest

    if script is not None:
        app = AppTest.from_string(script, default_timeout=300)
        return app.run()
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=300)
    app.run()
    if page != page_paths()[0]:
        app.switch_page(f"pages/{page}.py")
        app.run()
    return app


def changed(app: Any, address: Address, recorder: Recorder) -> Record:
    """What the run did after the address got other filters."""
    app.query_params.clear()
    for name, value in address.items():
        app.query_params[name] = value
    recorder.run = Record()
    app.run()
    return recorder.run


def alone(run: Record) -> float:
    """Seconds of the questions of a run, nothing kept, and of its figures, built and written again."""
    import plotly.graph_objects as go
    from plotly.io import to_json

    for question in run.questions[:1]:
        question[1][0].forget()
    began = time.perf_counter()
    for ask, args in run.questions:
        ask(*args)
    for figure in run.figures:
        to_json(go.Figure(figure.to_dict()), validate=False)
    return max(time.perf_counter() - began, 0.0005)


def small_ratios(seeds: Path) -> dict[str, float]:
    """For each page, its run again on a small snapshot against that of an empty page, medians of eleven in turn."""
    os.environ["DOSSIER_DATA"] = str(seeds)
    recorder, ratios = Recorder(), {}
    with recorder.watching():
        empty = opened(EMPTY, None)
        for page in page_paths():
            app = opened(None, page)
            runs = [(again(app, recorder), again(empty, recorder)) for _ in range(11)]
            ours, plain = (statistics.median(column) for column in zip(*runs, strict=True))
            ratios[page] = ours / plain
    return ratios


def again(app: Any, recorder: Recorder) -> float:
    """Seconds of another run."""
    recorder.run = Record()
    app.run()
    return recorder.run.seconds
