"""The temporal expressions of a text."""

from __future__ import annotations

from analysis.text.parse import Parse
from analysis.text.records import TimexExpression


def find_timexes(parse: Parse) -> tuple[TimexExpression, ...]:
    """The temporal expressions of a text, in order, without overlap."""
    return ()
