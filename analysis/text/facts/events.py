"""The record of an event as the parse gives it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from analysis.text.facts.arguments import Argument


@dataclass(frozen=True)
class Event:
    """An event: its head, the positions of the first and last word of its action, who acts and on whom."""

    head: Token
    first: int
    last: int
    rule: str
    actor: Argument | None
    target: Argument | None
