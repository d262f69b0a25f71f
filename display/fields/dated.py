"""Whether and how the text gives the time of a fact."""

from __future__ import annotations

from analysis.queries.engine.database import Database
from display import day_words, words
from display.fields.choice import choice, flag
from display.fields.entry import Entry


def _find_hour(_: Database, said: str) -> str | None:
    values = [*day_words.DAY_PARTS, *(f"T{hour:02}" for hour in range(25))]
    return next((value for value in values if day_words.hour(value) == said), None)


DATED = (
    flag("dated", "With a date", "event_available"),
    flag("undated", "Without a date", "event_busy"),
    choice("told", "Event and report", "compare_arrows", words.TOLD),
    Entry(
        field="hour",
        title="Hour",
        icon="schedule",
        show=lambda _, value: day_words.hour(value),
        find=_find_hour,
        chip="At {}",
    ),
    flag("without_hour", "Without an hour", "schedule"),
    flag("report_day", day_words.OF_REPORT, "today"),
)
