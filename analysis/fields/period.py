"""When it happened: periods, and the columns of the timeline in which a fact begins.

Which day counts is the same everywhere. A fact counts in the day, month or year in which its time begins, unless its
time is longer than that. A fact whose text gives no time counts on the day of its report, `told_on`; where that has no
day either, it is in no period.
"""

from __future__ import annotations

from analysis.fields.cut import NONE, Cut
from analysis.fields.days import LONGEST
from analysis.fields.field import Field, Group, RowColumn, Sort, Test
from analysis.fields.sql import flag, in_periods, one_of
from analysis.schema import Column

# The longest time, in days, that a column of the timeline can show: a month has 31 days, a leap year 366.
BUCKETS = {"day": 1} | LONGEST
LONGER = "infinity"  # the value of `month` in groups, for facts that take longer than one
MONTH = f"""CASE WHEN f.first_day IS NULL THEN NULL WHEN date_diff('day', f.first_day, f.end_day) > {BUCKETS["month"]}
THEN TIMESTAMP '{LONGER}' ELSE date_trunc('month', f.first_day)::TIMESTAMP END"""


# The day on which a fact counts.
DAY = "coalesce(f.first_day, f.told_on)"


def fits(bucket: str) -> str:
    """The condition that a fact's time is no longer than a day, month or year; it counts where it begins."""
    return f"(f.first_day IS NOT NULL AND date_diff('day', f.first_day, f.end_day) <= {BUCKETS[bucket]})"


def _begins(bucket: str) -> Test:
    day = f"date_trunc('{bucket}', f.first_day)::TIMESTAMP"
    return one_of(f"({fits(bucket)} AND list_contains({{values}}::TIMESTAMP[], {day}))")


def _beyond(bucket: str, sign: str) -> Test:
    return one_of(f"({fits(bucket)} AND f.first_day {sign} ({{values}})[1]::TIMESTAMP)")


def _bucket(bucket: str) -> tuple[Field, ...]:
    """Begins in this day, month, year or decade; takes longer than one; begins before, or in or after one."""
    longer = Field(name=f"longer_than_{bucket}", facts=flag(f"(f.first_day IS NOT NULL AND NOT {fits(bucket)})"))
    others = {NONE: Cut("undated"), LONGER: Cut(longer.name)}
    is_month = bucket == "month"
    return (
        Field(
            name=bucket,
            facts=_begins(bucket),
            value=MONTH if is_month else "",
            group=Group(other_cuts=others) if is_month else None,
        ),
        longer,
        Field(name=f"{bucket}s_before", facts=_beyond(bucket, "<")),
        Field(name=f"{bucket}s_from", facts=_beyond(bucket, ">=")),
    )


PERIOD = Field(
    name="period",
    facts=in_periods(DAY, "coalesce(date_diff('day', f.first_day, f.end_day), 1)"),
    sort=Sort(sql="f.first_day"),
    columns=(
        RowColumn(spec=Column("first_day", "day", "first day of the time that it covers")),
        RowColumn(spec=Column("end_day", "day", "the day after its last day")),
        RowColumn(spec=Column("precision", "str", "how exactly the text says the time")),
        RowColumn(
            spec=Column("day_from", "str", "where its day is told: clause, sentence, passage, or the report's own")
        ),
        RowColumn(spec=Column("timex", "str", "the words that say the time"), table="timexes"),
    ),
)
FIELDS = (PERIOD, *(field for bucket in BUCKETS for field in _bucket(bucket)))
