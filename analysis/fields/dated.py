"""Whether and how the text gives the time of a fact."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.fields.field import Field
from analysis.fields.sql import cached, flag, one_of
from analysis.row_sets import Params

# Facts of which the text gives the hour, or the part of the day; it is in the temporal expression `t`: T18 of
# 2024-03-04T18:05, TMO of 2024-03-04TMO.
HAS_HOUR = "f.precision = 'time'"
HOUR = "substr(t.value, strpos(t.value, 'T'), 3)"
# Facts of which the text gives no time: they have the day of their report.
OF_REPORT = "f.precision = 'report'"
AT_HOUR = f"({HAS_HOUR} AND f.timex_id IN (SELECT t.timex_id FROM timexes t WHERE list_contains({{values}}, {HOUR})))"


def _told(name: str, values: Sequence[str]) -> tuple[str, Params]:
    """Facts whose time is over before the day of their report, takes it in, or begins after it."""
    when = "CASE WHEN f.end_day <= f.told_on THEN 'before' WHEN f.first_day > f.told_on THEN 'after' ELSE 'on' END"
    known = "f.first_day IS NOT NULL AND f.told_on IS NOT NULL"
    return f"({known} AND list_contains(${name}::VARCHAR[], {when}))", {name: list(values)}


FIELDS = (
    Field(name="dated", facts=flag("f.first_day IS NOT NULL")),
    Field(name="undated", facts=flag("f.first_day IS NULL")),
    Field(name="told", facts=_told),
    Field(name="hour", facts=cached("facts", one_of(AT_HOUR))),
    Field(name="without_hour", facts=flag(f"({HAS_HOUR}) IS NOT TRUE")),
    Field(name="report_day", facts=flag(OF_REPORT)),
)
