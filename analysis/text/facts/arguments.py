"""The record of one argument of an event: the word that heads it, and how it was found."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token


@dataclass(frozen=True)
class Argument:
    """The head word of who acts or is acted on; `how` says in plain words where it stands.

    `trust` is 1 for a word that stands in the clause itself and less for each step taken to find it elsewhere. `span`
    are the positions in the Doc of its words where the parse does not say them.
    """

    head: Token
    how: str
    trust: float = 1.0
    span: tuple[int, int] | None = None

    def further(self, how: str) -> Argument:
        """The same word, found one step further away."""
        return Argument(self.head, how, round(self.trust * 0.9, 3))
