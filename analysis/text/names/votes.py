"""Votes: what the words of a name, those beside it and its other places in the report say that it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from analysis.lexicons.keys import name_key
from analysis.text.names.context import context_votes
from analysis.text.names.model import RULE
from analysis.text.names.name import Name
from analysis.text.names.places import place_entry
from analysis.text.names.token_lists import Words


@dataclass
class Ballot:
    """The votes for each label of one name form, and the strongest reason for each label."""

    votes: dict[str, float] = field(default_factory=dict)
    reasons: dict[str, tuple[float, str]] = field(default_factory=dict)
    n_model: int = 0

    def add(self, label: str, weight: float, rule: str) -> None:
        """Count a vote."""
        if label:
            self.votes[label] = self.votes.get(label, 0.0) + weight
            if weight > self.reasons.get(label, (0.0, ""))[0]:
                self.reasons[label] = (weight, rule)

    def copy(self) -> Ballot:
        """Another ballot with the same votes."""
        return Ballot(self.votes.copy(), self.reasons.copy(), self.n_model)

    def label(self) -> str:
        """The label with most votes; of equals the one counted first."""
        return max(self.votes, key=lambda label: self.votes[label]) if self.votes else ""

    def strength(self) -> float:
        """The votes of the winner."""
        return max(self.votes.values(), default=0.0)

    def reason(self) -> float:
        """The weight of the strongest reason for the winner."""
        return self.reasons.get(self.label(), (0.0, ""))[0]

    def rule(self) -> str:
        """The strongest reason for the winner."""
        return self.reasons.get(self.label(), (0.0, ""))[1]


form_key = lru_cache(maxsize=50_000)(name_key)


def key_of(words: Words, name: Name) -> str:
    """The form under which the same name is counted wherever it stands."""
    return form_key(words.phrase(name.start, name.end))


def ballots(words: Words, names: Iterable[Name]) -> Mapping[str, Ballot]:
    """The ballot of each name form."""
    found: dict[str, Ballot] = defaultdict(Ballot)
    for name in names:
        ballot = found[key_of(words, name)]
        ballot.add(name.label, name.weight, name.rule)
        ballot.n_model += name.rule == RULE
        entry = place_entry(words.phrase(name.start, name.end))
        if entry is not None and name.rule != entry.rule:
            ballot.add(entry.label, entry.weight, entry.rule)
        for label, weight, rule in context_votes(words, name):
            ballot.add(label, weight, rule)
    return found
