"""The facts of a text."""

from __future__ import annotations

from analysis.text.parse import Parse
from analysis.text.records import Attribution, Fact, Mention, Reference, TimexExpression


def find_facts(
    parse: Parse,
    title: str | None,
    mentions: tuple[Mention, ...],
    references: tuple[Reference, ...],
    timexes: tuple[TimexExpression, ...],
    attributions: tuple[Attribution, ...],
) -> tuple[Fact, ...]:
    """The facts of a text, in the order of their actions; at most one is its main event."""
    return ()
