"""The day of publication of a report that does not say it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from analysis.text.records import TimexExpression


def infer_published(expressions: Sequence[TimexExpression], related: Sequence[date]) -> date | None:
    """The day that the report's own expressions and the days of related reports point to, None without evidence."""
    return None
