"""Search: when the sentences of a query were published, and in which themes, publishers and reports they are."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.fields.cut import Cut
from analysis.queries.engine.conditions import cut
from analysis.queries.engine.database import Row, records
from display import charts, day_words, words
from display.fields import ENTRIES
from display.fields.charted import charted, is_coloured
from display.palette import GREY, INK, theme_colour
from display.safe import shortened
from pages.parts.drawing.draw import Chart, Mark

BY = {field: ENTRIES[field].title for field in ("theme", "publisher", "document")}
LONGEST = 60
FORMATS = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}
STEPS = {"day": "D", "month": "MS", "year": "YS"}


def time_chart(counts: pd.DataFrame, bucket: str, query: str) -> Chart:
    """FOUND_BY by time: one column for each day, month or year, with the empty ones between."""
    known = {str(row["value"]): row for row in records(counts)}
    times = [pd.Timestamp(value) for value in known]
    all_times = pd.date_range(min(times), max(times), freq=STEPS[bucket])
    values = [str(day.strftime(FORMATS[bucket])) for day in all_times]
    numbers = [int(known[value]["n_sentences"]) if value in known else 0 for value in values]
    names = [day_words.bucket(day, bucket) for day in all_times]
    top = max(range(len(numbers)), key=numbers.__getitem__)
    return Chart(
        key="found-time",
        title="When the reports were published",
        takeaway=f"{names[top]} has most: {words.count(numbers[top], 'sentence')}.",
        figure=charts.columns(names, numbers, "sentences"),
        marks=[
            Mark(name, (Cut("words", query), cut("published", value)), n, "sentences")
            for name, value, n in zip(names, values, numbers, strict=True)
        ],
        table=pd.DataFrame(
            {
                day_words.BUCKET[bucket][:-1]: names,
                "Sentences": numbers,
                "Reports": [int(known[value]["n_reports"]) if value in known else 0 for value in values],
            }
        ),
    )


def group_chart(counts: pd.DataFrame, by: str, query: str, themes: Sequence[str], total: int) -> Chart:
    """FOUND_BY by a key of BY; `total` is how many sentences the query finds."""
    names = unique([_name(row, by) for row in records(counts)])
    numbers = [int(n) for n in counts["n_sentences"]]
    colours = [
        theme_colour(str(value), themes) if is_coloured(by) else INK if value else GREY for value in counts["value"]
    ]
    return Chart(
        key=f"found-{by}",
        title=f"By {BY[by].lower()}",
        takeaway=_takeaway(by, names[0], numbers[0], total),
        figure=charts.bars(names, numbers, colours, "sentences"),
        marks=[
            Mark(name, (Cut("words", query), cut(by, value)), n, "sentences")
            for name, value, n in zip(names, counts["value"], numbers, strict=True)
        ],
        table=pd.DataFrame({BY[by]: names, "Sentences": numbers, "Reports": counts["n_reports"]}),
    )


def _takeaway(by: str, name: str, number: int, total: int) -> str:
    share = f"{number:,} of {words.count(total, 'sentence')}"
    return f"{name}: {share}." + (f" A sentence can have several {charted(by).many}." if is_coloured(by) else "")


def _name(row: Row, by: str) -> str:
    if by == "document":
        return shortened(str(row["name"]), LONGEST)
    return ENTRIES[by].label(row["value"])


def unique(names: Sequence[str]) -> list[str]:
    """The names, with a number where one comes again: a click tells marks apart by their names.

    >>> unique(["a", "b", "a"])
    ['a', 'b', 'a (2)']
    """
    found: list[str] = []
    for name in names:
        number = 1
        new = name
        while new in found:
            number += 1
            new = f"{name} ({number})"
        found.append(new)
    return found
