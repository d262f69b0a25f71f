"""What a page needs to show a field: the one entry that panel, chips, address, table, groups and charts read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import pandas as pd

from analysis.fields.cut import Cut
from analysis.queries.engine.database import Database, Row

Show = Callable[[Database, str], str]
Find = Callable[[Database, str], str | None]


@dataclass(frozen=True, kw_only=True)
class Section:
    """The section of the filter panel that lists the values of a field; `rank` is its place among the sections.

    `is_open`: its values show at first. `mark` is what stands before a value: the `colour` of its theme, or the `look`
    of its status. `always` are values that are offered whatever is searched, with their words.
    """

    title: str
    rank: int
    is_open: bool = False
    mark: Literal["", "colour", "look"] = ""
    always: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Grouping:
    """The choice to group facts by a field; `rank` is its place in the list of choices. `words` are those of groups
    that are not called as `show` calls a value."""

    title: str
    rank: int
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class LedgerColumn:
    """The column of the table of facts. `key` is its name in the URL. `values` gives its cells from FACT_ROWS,
    `cuts` the ways to filter by the cell of a row, the closest first, if there are any.

    `rank` is its place in the table as it is first shown; without one it is shown when it is asked for. `order` says
    how its two directions are called; `is_downwards` that the table begins with its other end.
    """

    key: str
    title: str
    values: Callable[[pd.DataFrame], Any]
    width: int
    cuts: Callable[[Row], list[Cut]] = lambda row: []
    help: str = ""
    kind: Literal["text", "right", "day", "percent"] = "text"
    rank: int = 0
    order: Literal["words", "days", "numbers"] = "words"
    is_downwards: bool = False


@dataclass(frozen=True, kw_only=True)
class Charted:
    """What charts by a field say. `one` and `many` are its values in a sentence, `by` the title of its bars, with `{}`
    for what is counted, `strips` that of its strips over time. `colours` says how a value is told apart: by the
    colour of its theme, by the look of its status, or not at all."""

    one: str
    many: str
    by: str = ""
    strips: str = ""
    colours: Literal["", "theme", "status"] = ""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A field on the screen: its title, its values in words, and where it appears.

    `show` gives the words of a value, on chips, in lists and in the URL; `label` gives them where they need no
    snapshot. `find` gives the value of the words of a URL, None when the snapshot has none, and `fault` why they
    cannot be read. With `is_plain` the URL has the value itself. `key` is the name of the field in the URL
    where it is another. `chip` is the words of a condition with `{}` for those of the value. `is_someone`: the value is
    an entity, or none, and so has a profile.
    """

    field: str
    title: str
    icon: str
    show: Show = lambda _, value: value
    find: Find = lambda _, said: said or None
    fault: Callable[[str], str] = lambda said: ""
    chip: str = "{}"
    key: str = ""
    is_plain: bool = False
    is_someone: bool = False
    section: Section | None = None
    grouping: Grouping | None = None
    column: LedgerColumn | None = None
    charted: Charted | None = None
    label: Callable[[object], str] = str

    @property
    def in_address(self) -> str:
        """The name of the field in the URL."""
        return self.key or self.field
