"""Pages that are opened and filtered in this process, without a browser."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from benchmarks.recording import Record, Recorder

if TYPE_CHECKING:
    from analysis.queries.engine.selection import Selection

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

Address = dict[str, list[str]]


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


def selections_of(data: Path) -> list[Selection]:
    """Different selections that let something through: themes, statuses, people, periods, words, none of a theme."""
    from analysis.fields.cut import Cut
    from analysis.queries.engine.selection import Selection
    from analysis.store import open_snapshot

    snapshot = open_snapshot(data)
    facts, entities = snapshot.table("facts"), snapshot.table("entities")
    themes = facts["theme"].value_counts().index[:3].tolist()
    people = entities[entities["label"] == "PERSON"]["entity_id"].head(2).tolist()
    days = facts["first_day"].dropna().sort_values()
    cuts = [f"{days.iloc[int(len(days) * share)]:%Y-%m-%d}" for share in (0.2, 0.3, 0.6)]
    return [
        *(Selection.of(theme=theme) for theme in themes),
        Selection.of(theme=themes[0], status="planned"),
        *(Selection.of(person=person) for person in people),
        *(Selection.of(period=f"{first}..{last}") for first, last in pairwise(cuts)),
        Selection.of(words="price"),
        Selection.of(words="said"),
        Selection((), ((Cut("theme", themes[0]),),)),
    ]


def filters_of(data: Path) -> list[Address]:
    """The addresses of these selections on the dashboard."""
    from analysis.queries.engine.database import Database
    from analysis.store import open_snapshot
    from pages.parts.filters.selected import query_of

    database = Database(open_snapshot(data))
    queries = [query_of(database, selection) for selection in selections_of(data)]
    return [{name: list(values) for name, values in query.items() if values} for query in queries]


def plain_address(selection: Selection) -> Address:
    """The address of a selection on the plain pages for comparison: fields and values as they stand in the tables."""
    found: Address = {}
    for prefix, cuts in (("", selection.only), *(("not-", cuts) for cuts in selection.hide)):
        for cut in cuts:
            found.setdefault(prefix + cut.field, []).append(cut.value)
    return found


def opened(script: str | Path | None, page: str | None) -> Any:
    """A visit of a script or of the file of one, or of a page of the dashboard, after its first run."""
    from streamlit.testing.v1 import AppTest

    if isinstance(script, Path):
        return AppTest.from_file(str(script), default_timeout=300).run()
    if script is not None:
        return AppTest.from_string(script, default_timeout=300).run()
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


def again(app: Any, recorder: Recorder) -> float:
    """Seconds of another run."""
    recorder.run = Record()
    app.run()
    return recorder.run.seconds
