"""What a change of the filters costs on every page, against its bare parts and against bare Streamlit pages.

Server times are those of the run of the script, taken in a process of their own by a hook around Streamlit's runner.
Bare parts are the questions that the page put to DuckDB, asked again alone, and its figures, built and
written as JSON again. Memory is that of a real server while sessions are open.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.opening import (
    ROOT,
    Address,
    again,
    changed,
    filters_of,
    opened,
    page_paths,
    plain_address,
    selections_of,
)
from benchmarks.recording import Record, Recorder, alone

__all__ = [
    "BARE",
    "ROOT",
    "Address",
    "Record",
    "Recorder",
    "alone",
    "changed",
    "filters_of",
    "measure_pages",
    "opened",
    "p95",
    "page_paths",
    "verdict",
]

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
LIMIT = {"parts": 1.5, "p95": 3.0, "click": 2.0, "session": 5.0, "memory": 700.0, "small": 2.0}
ASKS_NOTHING = "a bare page that asks nothing"
PLAIN = {  # pages that make the same change on the same facts
    "a plain page with pandas": ROOT / "benchmarks" / "plain_pandas.py",
    "a plain page with DuckDB": ROOT / "benchmarks" / "plain_duckdb.py",
}
NOTHING = ROOT / "benchmarks" / "nothing.py"


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
    print_against([change.run for change in found], bare)
    if seeds:
        print_small(seeds, with_browser)
    from benchmarks.sessions import measure_clicks, measure_memory

    a_session, total = measure_memory(data, sessions, filters)
    print_ratio(f"MB a session over {sessions} sessions", a_session, LIMIT["session"])
    print_ratio("MB of the server with them", total, LIMIT["memory"])
    if with_browser:
        ours, plain = measure_clicks(data)
        for page, ms in ours.items():
            print_ratio(f"{page}: click to new text {ms:.0f} ms / bare page {plain:.0f} ms", ms / plain, LIMIT["click"])
        every = statistics.median(ours.values())
        print_ratio(f"all pages: click to new text {every:.0f} ms / bare page", every / plain, LIMIT["click"])


def print_against(runs: list[float], bare: dict[str, list[float]]) -> None:
    """Print the runs of all pages against those of each bare page: 95th percentiles and medians. The bound is for the
    pages that make the same change; one that asks nothing has nothing to do but to draw."""
    print(f"all pages: median {1000 * statistics.median(runs):.0f} ms, p95 {1000 * p95(runs):.0f} ms")
    for name, seconds in bare.items():
        median = statistics.median(seconds)
        print(f"{name}: median {1000 * median:.0f} ms, p95 {1000 * p95(seconds):.0f} ms")
        if name in PLAIN:
            print_ratio(f"  p95 of all pages / p95 of {name}", p95(runs) / p95(seconds), LIMIT["p95"])
        else:
            print(f"  p95 of all pages / p95 of {name}: {p95(runs) / p95(seconds):.2f}")
        print(f"  median of all pages / median of {name}: {statistics.median(runs) / median:.2f}")


def print_small(seeds: Path, with_browser: bool) -> None:
    """Print another run of every page with few reports against an empty page and against the frame alone: first the
    scripts, without a bound, as an empty one takes under a millisecond; then in a browser, from asking to the end."""
    for page, (to_empty, to_frame) in small_ratios(seeds).items():
        print(f"{page} with few reports, its script / an empty page: {to_empty:.1f}; / the frame alone: {to_frame:.2f}")
    if not with_browser:
        return
    from benchmarks.reruns import measure_reruns

    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "empty.py"
        script.write_text(EMPTY, encoding="utf-8")
        times = measure_reruns(seeds, script)
    empty, frame = times.pop("an empty page"), times.pop("the frame alone")
    print(f"another run in a browser: an empty page {empty:.0f} ms, the frame alone {frame:.0f} ms")
    for page, time in times.items():
        print_ratio(f"{page} in a browser {time:.0f} ms / an empty page", time / empty, LIMIT["small"])
        print(f"  the same / the frame alone: {time / frame:.2f}")


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


def server_times(data: Path, filters: list[Address]) -> tuple[list[Change], dict[str, list[float]]]:
    """The changes of the filters on every page, and seconds of the same changes on each bare page, in turn."""
    os.environ["DOSSIER_DATA"] = str(data)
    recorder, found = Recorder(), list[Change]()
    bare: dict[str, list[float]] = {name: [] for name in (ASKS_NOTHING, *PLAIN)}
    plain_addresses = [plain_address(selection) for selection in selections_of(data)]
    with recorder.watching():
        nothing = opened(BARE, None)
        plain = {name: opened(script, None) for name, script in PLAIN.items()}
        for page in page_paths():
            app = opened(None, page)
            for address, plain_one in zip(filters, plain_addresses, strict=True):
                change = changed(app, address, recorder)
                found.append(Change(page, change.seconds, alone(change), len(change.questions), len(change.figures)))
                bare[ASKS_NOTHING].append(changed(nothing, {"theme": [str(address)]}, recorder).seconds)
                for name, visit in plain.items():
                    bare[name].append(changed(visit, plain_one, recorder).seconds)
    return found, bare


def small_ratios(seeds: Path) -> dict[str, tuple[float, float]]:
    """For each page, its run again on a small snapshot against that of an empty page and of the dashboard's frame
    alone, medians of eleven in turn."""
    os.environ["DOSSIER_DATA"] = str(seeds)
    recorder, ratios = Recorder(), {}
    with recorder.watching():
        empty, frame = opened(EMPTY, None), opened(NOTHING, None)
        for page in page_paths():
            app = opened(None, page)
            runs = [(again(app, recorder), again(empty, recorder), again(frame, recorder)) for _ in range(11)]
            ours, plain, around = (statistics.median(column) for column in zip(*runs, strict=True))
            ratios[page] = ours / plain, ours / around
    return ratios
