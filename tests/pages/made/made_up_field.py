"""Run by itself: the page Facts with a field that was made up, and what of it is found, as JSON.

The field is added in one place each, before anything reads the registries: `analysis.fields` and `display.fields`.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from analysis import fields
from analysis.fields.field import Facet, Field, Group, RowColumn, Sort
from analysis.fields.sql import column
from analysis.schema import Column

fields.FIELDS["made_up"] = Field(
    name="made_up",
    facts=column("f.event_key"),
    value="f.event_key",
    facet=Facet(is_short=True),
    group=Group(),
    sort=Sort(sql="f.event_key"),
    columns=(RowColumn(spec=Column("event_key", "str", "a column that no other field has")),),
)

from display import fields as entries  # noqa: E402
from display.fields.cells import plain, whole  # noqa: E402
from display.fields.entry import Entry, Grouping, LedgerColumn, Section  # noqa: E402

entries.ENTRIES["made_up"] = Entry(
    field="made_up",
    title="Made up",
    icon="science",
    show=lambda _, value: f"key {value}",
    find=lambda _, said: said.removeprefix("key "),
    chip="Made up: {}",
    section=Section(title="Made-up keys", rank=99),
    grouping=Grouping(title="Made-up key", rank=99),
    column=LedgerColumn(
        key="made up", title="Made up", values=plain("event_key"), cuts=whole("event_key", "made_up"), width=90, rank=99
    ),
)


def found(data: Path) -> dict[str, Any]:
    """What the page Facts and a file have of the field."""
    from streamlit.testing.v1 import AppTest
    from streamlit.util import calc_hash

    from analysis.queries.engine.database import Database
    from analysis.queries.engine.selection import Selection
    from analysis.queries.export import About, csv_file
    from analysis.queries.facets import facet_values
    from analysis.queries.facts import exported_facts
    from analysis.store import open_snapshot
    from tests.pages.conftest import DASHBOARD, act, chips, values

    database = Database(open_snapshot(data))
    counted = facet_values(database, Selection(), "made_up", 2)
    key = str(counted["value"].iloc[1])
    os.environ |= {"DOSSIER_DATA": str(data), "DOSSIER_STORE": f"sqlite:///{data / 'written.db'}"}
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
    app.query_params |= {"made_up": f"key {key}", "shown": "table", "sort": "made up", "group": "made_up"}
    app._page_hash = calc_hash("facts")
    app.run()
    chip = chips(app)
    n_shown = len(app.dataframe[1].value)
    groups = app.dataframe[0].value["Made-up key"].tolist()
    app = act(app, opened={"open": ["made_up"]})
    app = act(app, {"do": "hide", "field": "made_up", "value": key, "on": True})
    header = csv_file(database, exported_facts(Selection()), About("", datetime(2024, 3, 4), ""))
    return {
        "exceptions": [str(one) for one in app.exception],
        "key": key,
        "n_facts": int(counted["n_facts"].iloc[1]),
        "n_shown": n_shown,
        "chip": chip,
        "panel": values(app, "made_up"),
        "address": {name: app.query_params[name] for name in app.query_params},
        "hidden": chips(app),
        "sorts": list(app.selectbox(key="sort").options),
        "sort": app.selectbox(key="sort").value,
        "sorted": app.dataframe[1].value["Made up"].dropna().tolist(),
        "groups": groups,
        "columns": list(app.dataframe[1].value),
        "file": header.decode("utf-8-sig").splitlines()[0].split(","),
    }


if __name__ == "__main__":
    print(json.dumps(found(Path(sys.argv[1]))))  # noqa: T201
