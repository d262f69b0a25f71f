"""Days and TIMEX3 values of temporal expressions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from analysis.text.records import Timex, TimexExpression


def resolve_timexes(expressions: Sequence[TimexExpression], published: date | None) -> tuple[Timex, ...]:
    """The value and days of each expression, in order, given the day of publication (None: unknown)."""
    return tuple(Timex(e.type, "", None, None, "", "") for e in expressions)
