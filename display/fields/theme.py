"""The theme."""

from __future__ import annotations

from analysis.fields.cut import NONE
from analysis.queries import known_values
from analysis.queries.engine.database import Database
from display import words
from display.fields.cells import shown, whole
from display.fields.entry import Charted, Entry, Grouping, LedgerColumn, Section


def _find(database: Database, said: str) -> str | None:
    names = [*known_values.theme_values(database)["theme"], NONE]
    return next((str(name) for name in names if words.theme(name) == said), None)


THEME = Entry(
    field="theme",
    title="Theme",
    icon="sell",
    show=lambda _, value: words.theme(value),
    label=words.theme,
    find=_find,
    section=Section(title="Theme", rank=1, is_open=True, mark="colour"),
    grouping=Grouping(title="Theme", rank=1),
    column=LedgerColumn(
        key="theme",
        title="Theme",
        values=shown("theme", words.theme),
        cuts=whole("theme", "theme"),
        width=110,
        rank=7,
    ),
    charted=Charted(one="theme", many="themes", by="{} by theme", strips="Themes over time", colours="theme"),
)
