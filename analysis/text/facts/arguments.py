"""The record of one argument of an event: the word that heads it, and how it was found."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

# How far each way of finding who acts is trusted. Of 14 of each read in agency news, right were: 10 for a subject
# shared with another verb or taken from the verb above, 11 for the object of the verb above, 8 for a name before a
# noun, 12 for an owner. Chosen so that a higher score is more often right, see benchmarks/README.md.
STEP, OBJECT_ABOVE, NAME_BEFORE, OWNER = 0.75, 0.8, 0.6, 0.9


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
        return Argument(self.head, how, round(self.trust * STEP, 3))
