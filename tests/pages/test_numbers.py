"""Every number of every page is what it says that it counts: as many rows as open, or a reason why it counts nothing.

Each run of digits in the HTML, in the tools of charts, in the panel and on the widgets of a page is looked at. Marks of
charts, values of the panel, bars of the periods and links carry the condition that they count; sentences are known to
`sayings.py`; what counts nothing (a day, a setting, the place in a list) stands there with its reason.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis.fields.cut import Cut
from analysis.pipeline import Settings, build
from analysis.queries.engine.selection import Selection
from analysis.queries.facts import exported_facts
from analysis.queries.rows import n_facts
from display.counting import RULES
from display.safe import text
from pages.parts.drawing.draw import Chart
from tests.pages import snapshots
from tests.pages.conftest import Open, html, panel
from tests.pages.numbers.counted import Page, numbers_of
from tests.pages.numbers.drawn import Drawn
from tests.pages.numbers.sayings import unexplained
from tests.pages.numbers.shown import shown

ROOT = Path(__file__).resolve().parents[2]
PAGES: dict[str, dict[str, Any]] = {
    "explore/overview": {},
    "explore/topics": {},
    "explore/topics?matrix": {"part": "matrix"},
    "explore/topics?rise": {"part": "rise"},
    "explore/topics?map": {"part": "map"},
    "explore/topics?compare": {"part": "compare"},
    "explore/topics?compare-themes": {"part": "compare", "against": "theme"},
    "explore/topics?compare-months": {"part": "compare", "against": "published"},
    "explore/topics?found": {"part": "found"},
    "explore/timeline": {},
    "explore/timeline?years": {"by": "year"},
    "explore/timeline?decades": {"by": "decade"},
    "explore/timeline?hours": {"by": "hour"},
    "explore/timeline?no-report-days": {"report_days": "no"},
    "explore/people": {},
    "explore/people?says": {"look": "says"},
    "explore/people?together": {"look": "together"},
    "explore/people?names": {"look": "names"},
    "explore/people?profile": {"look": "profile"},
    "explore/people?countries": {"look": "countries"},
    "explore/facts": {},
    "explore/facts?table": {"shown": "table", "by": "theme"},
    "explore/search": {"q": "mine"},
    "read/report": {},
    "corpus/documents": {},
    "corpus/quality": {},
    "corpus/share": {"show": "claims"},
}
OF_EVIDENCE = ("side-left", "side-right")  # charts whose bars are as long as their evidence; the numbers stand beside
FILTERS: dict[str, dict[str, Any]] = {
    "everything": {},
    "a theme": {"theme": "Mining"},
    "a period": {"period": "2024-03-01..2024-03-31"},
    "hidden": {"not_theme": "Mining", "status": ["Done", "Planned"]},
    "details": {"details": "1"},
    "a theme with details": {"details": "1", "theme": "Mining"},
}


def wrong_lines(page: Page, app: AppTest) -> Iterator[str]:
    """The lines with a number that is not what it says."""
    of_charts = {number for chart in page.charts for number in numbers_of(chart)}
    of_marks = {f"{mark.label}: {mark.n_rows:,}" for mark in page.marks}
    known = of_charts | {page.n()}
    takeaways = {chart.takeaway for chart in page.charts}
    for line in shown(app):
        if line.href:
            yield from wrong_link(page, *line)
        elif re.fullmatch(r"[\d,]+", line.text) and int(line.text.replace(",", "")) in page.of_each_report():
            continue  # a cell of the table of reports
        elif line.text not in of_marks:
            yield from unexplained(page, line.text, known if line.text in takeaways else set())


def wrong_link(page: Page, said: str, href: str) -> Iterator[str]:
    """What is wrong with the numbers of a link: they count what it leads to. A link to one report, sentence or profile
    has its words."""
    if re.search(r"[?&](doc|fact|sentence|profile-of)=|^#", href) or not re.search(r"\d", said):
        return
    said = re.sub(r" \d+%$", "", said)  # the share of a side
    numbers = [int(one.replace(",", "")) for one in re.findall(r"\d[\d,]*", said)]
    behind = page.behind(href)
    if said.startswith("also told by"):  # by others than the report of the claim
        expected = [{behind["reports"] - 1}, {*range(behind["reports"])}][: len(numbers)]
    elif " · " in said:  # reports, of them independent, claims
        expected = [{behind["reports"]}, {*range(behind["reports"] + 1)}, {behind["claims"]}]
        expected = expected if len(numbers) == 3 else [expected[0], expected[2]]
    elif said.startswith("Showing "):
        expected = [{behind["claims"]}, {page.n_all()}]
    elif "names" in behind:
        expected = [{behind["names"]}]
    else:
        expected = [{behind["reports"] if "eport" in said else behind["claims"]}]
    if not all(number in one for number, one in zip(numbers, expected, strict=True)):
        yield f"{said!r} leads to {behind}"


def component_of(app: AppTest, key: str) -> dict[str, Any]:
    """The data of a component of ours; nothing where it is not there."""
    found = [one.proto for one in app.get("bidi_component") if one.proto.id.endswith(f"-{key}")]
    return dict(json.loads(found[0].json)) if found else {}


def bars_of(chart: Chart) -> Iterator[tuple[float, int]]:
    """How long each bar of a chart is, and the mark that it opens."""
    for trace in chart.figure.data:
        if trace.type == "bar" and trace.customdata is not None:
            lengths = trace.x if trace.orientation == "h" else trace.y
            places = (place[0] if hasattr(place, "__len__") else place for place in trace.customdata)
            for length, place in zip(lengths, places, strict=True):
                if isinstance(place, int | float | np.number) and not np.isnan(place):
                    yield float(length), int(place)


def wrong_marks(page: Page) -> Iterator[str]:
    """The marks that open another number of rows than they say, and the cells of tables that say another."""
    for mark in page.marks:
        if page.of_mark(mark) != mark.n_rows:
            yield f"{mark} opens {page.of_mark(mark)}"
    for chart in page.charts:
        for mark in chart.marks:
            if page.of_mark(mark, chart.key) != mark.n_rows:
                yield f"{mark} of {chart.key} opens {page.of_mark(mark, chart.key)}"
        for length, number in () if chart.key in OF_EVIDENCE else bars_of(chart):
            if length != chart.marks[number].n_rows:
                yield f"{chart.title}: a bar of {length} opens {chart.marks[number]}"
        for (place, column), number in chart.cells.items():
            value = chart.table[column].iloc[place]
            is_count = column not in ("Reports", "Share") and not isinstance(value, str)
            if is_count and int(value) != chart.marks[number].n_rows:
                yield f"{chart.title}: {column} of row {place} is {value}, opens {chart.marks[number]}"


def wrong_values(page: Page, app: AppTest) -> Iterator[str]:
    """The values and the bars of the panel that let through another number of claims than they say."""
    shown = panel(app)
    found = [
        (section["field"], str(value["value"]), value["n"])
        for section in shown["sections"]
        for value in section.get("values", ())
    ]
    found += [
        (field, f"{first}..{last}", number)
        for field, period in shown["periods"].items()
        for first, last, number, _ in period.get("bars", ())
    ]
    for field, value, number in found:
        chosen = page.selection.without(field).narrowed((Cut(field, value),))
        if n_facts(page.database, chosen) != number:
            yield f"{field} {value}: {number}, lets through {n_facts(page.database, chosen)}"
    if columns := component_of(app, "brush"):
        months = [
            (first, number) for first, name, number in columns["columns"] if re.fullmatch(r"[A-Z]\w+ \d{4}", name)
        ]
        for first, number in months:
            month = pd.Period(first, "M")
            chosen = page.selection.without("period").narrowed(
                (Cut("period", f"{month.start_time:%F}..{month.end_time:%F}"),)
            )
            if n_facts(page.database, chosen) != number:
                yield f"column {first}: {number}, lets through {n_facts(page.database, chosen)}"
    every = [n_facts(page.database, replace(page.selection, details=is_on)) for is_on in (True, False)]
    if shown["details"]["n"] != every[0] - every[1]:
        yield f"details: {shown['details']['n']}"


def wrong_numbers(page: Page, app: AppTest) -> list[str]:
    """Everything on a page that is not what it says."""
    return [*wrong_lines(page, app), *wrong_marks(page), *wrong_values(page, app)]


@pytest.mark.parametrize("filters", FILTERS.values(), ids=FILTERS.keys())
@pytest.mark.parametrize("opened", PAGES)
def test_every_number_of_a_page_is_what_it_says(
    visit: Open, monkeypatch: pytest.MonkeyPatch, opened: str, filters: dict[str, Any]
):
    drawn = Drawn(monkeypatch)

    app = visit(opened.split("?")[0], **(PAGES[opened] | filters))

    assert not app.exception
    assert wrong_numbers(drawn.page(app), app) == []


@pytest.mark.parametrize("filters", [{}, {"theme": "Mining"}], ids=["everything", "a theme"])
def test_every_number_of_the_topics_found_is_what_it_says(
    visit: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, filters: dict[str, Any]
):
    snapshots.with_topics(tmp_path)
    drawn = Drawn(monkeypatch)

    app = visit("explore/topics", tmp_path, part="found", **filters)

    assert drawn.charts
    assert wrong_numbers(drawn.page(app), app) == []


@pytest.mark.parametrize("filters", FILTERS.values(), ids=FILTERS.keys())
def test_panel_columns_chip_list_and_file_agree_on_a_month(
    visit: Open, monkeypatch: pytest.MonkeyPatch, filters: dict[str, Any]
):
    """March: its bar in the panel, its column on the timeline with those in grey, the line of the filters when it is
    chosen, what opens, and the rows of a file."""
    drawn = Drawn(monkeypatch)
    app = visit("explore/timeline", **{name: value for name, value in filters.items() if name != "period"})
    page = drawn.page(app)
    march = page.selection.narrowed((Cut("period", "2024-03-01..2024-03-31"),))

    bars = {name: number for _, _, number, name in panel(app)["periods"]["period"]["bars"]}
    chart = next((chart for chart in drawn.charts if chart.key == "time"), None)
    column = sum(mark.n_rows for mark in chart.marks if mark.label.startswith("March 2024")) if chart else 0
    sql, params = exported_facts(march)

    chosen = n_facts(page.database, march)
    assert (bars["March 2024"], column) == (chosen, chosen)
    assert page.database.number(f"SELECT count(*) FROM ({sql})", params) == chosen


def test_a_number_that_is_wrong_is_found(visit: Open, monkeypatch: pytest.MonkeyPatch):
    drawn = Drawn(monkeypatch)
    app = visit()
    page = drawn.page(app)
    other = page._replace(selection=Selection.of(theme="mining"), own={})

    assert len(wrong_numbers(other, app)) > 20
    assert unexplained(page, "It has 12345 claims.", set()) == ["12345 in 'It has 12345 claims.'"]


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the published snapshot of the reference corpus."""
    out = tmp_path_factory.mktemp("seeds")
    build([ROOT / "seeds"], out, Settings())
    return out


@pytest.mark.parametrize(
    "filters", [{}, {"theme": "Mining"}, {"details": "1"}], ids=["everything", "a theme", "details"]
)
def test_every_number_of_the_seeds_is_what_it_says(
    visit: Open, seeds: Path, monkeypatch: pytest.MonkeyPatch, filters: dict[str, Any]
):
    for opened in ("explore/overview", "explore/timeline", "explore/people?names", "explore/facts", "read/report"):
        with monkeypatch.context() as patch:
            drawn = Drawn(patch)
            app = visit(opened.split("?")[0], seeds, **(PAGES[opened] | filters))
        assert wrong_numbers(drawn.page(app), app) == [], opened


def test_readers_are_told_how_pages_count(visit: Open):
    app = visit()

    assert "How this counts" in html(app)
    assert all(text(rule).replace("*", "") in html(app) for _, rule in RULES)
