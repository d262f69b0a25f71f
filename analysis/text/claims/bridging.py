"""What an open noun stands for, or whose it is: the candidate of the report that a trained ranker finds likeliest.

Identity (`the company`: Acme Ltd) and bridging (`sales`, `the offer`: Acme Ltd's) are two logistic regressions over
named features, made by benchmarks/train_antecedents.py. The candidates compete; one that is not likely enough is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.text.claims.antecedent_features import MEANT, RIVAL, STATISTICS, Around, features
from analysis.text.claims.antecedents import Antecedent
from analysis.text.claims.employer import employer
from analysis.text.claims.meant import meant
from analysis.text.claims.model import probability, weights
from analysis.text.claims.open_nouns import NAMED, PRONOUN, OpenNoun, open_nouns
from analysis.text.claims.row import Row
from analysis.text.claims.setting import Setting, tokens_of
from analysis.text.claims.speaker import speaking_mention
from analysis.text.facts.naming import Names
from analysis.text.records import Fact
from analysis.text.references.pronouns import is_record

SAME_MODEL, OWNER_MODEL = "antecedent_same", "antecedent_owner"
# Chosen on the cross-validated figures that the command prints: from there nine of ten are right.
SAME = 0.55  # probability from which a name stands in place of a noun
SAME_AS_MEANT = 0.35  # the same where the rules for descriptions and pronouns (`meant`) find that name too
OWNER = 0.65  # probability from which a name is put before a noun as its owner
NOT_ITS_OWN = frozenset({RIVAL, STATISTICS})  # features of a candidate that is no owner, whatever else speaks for it


@dataclass(frozen=True)
class Resolution:
    """The candidate that an open noun stands for or belongs to, and how likely that is."""

    antecedent: Antecedent
    is_owner: bool
    probability: float
    is_meant: bool = False

    @property
    def least(self) -> float:
        """The probability from which it holds."""
        return OWNER if self.is_owner else SAME_AS_MEANT if self.is_meant else SAME


def resolution(one: OpenNoun, row: Row, fact: Fact, around: Setting) -> Resolution | None:
    """What an open noun stands for or whose it is; None where no candidate is likely enough.

    The owner is looked for only of what a sentence is about that names nobody: elsewhere four to seven of ten were
    right.
    """
    ranked = max(_ranked(one, row, fact, around), key=lambda found: found.probability, default=None)
    if ranked is None or is_record(one.noun):
        return None
    if ranked.is_owner and named_chains(row, around.sources.names):
        return None
    return ranked if ranked.probability >= ranked.least else None


def is_known(row: Row, around: Setting) -> bool:
    """Whether it is known what the first open noun or pronoun of a sentence stands for, or whose it is."""
    first = next(open_nouns(row, around.sources.names), None)
    return first is not None and resolution(first, row, row.fact, around) is not None


def _ranked(one: OpenNoun, row: Row, fact: Fact, around: Setting) -> Iterator[Resolution]:
    """The candidates as what a noun stands for and as whose it is."""
    same, owner = weights(SAME_MODEL), weights(OWNER_MODEL)
    for candidate, found in candidates(one, row, fact, around):
        yield Resolution(candidate, False, probability(same, found), MEANT in found)
        if one.kind != PRONOUN and one.is_subject and NOT_ITS_OWN.isdisjoint(found):
            yield Resolution(candidate, True, probability(owner, found))


def candidates(one: OpenNoun, row: Row, fact: Fact, around: Setting) -> Iterator[tuple[Antecedent, dict[str, float]]]:
    """The names that the report has told of up to the sentence of a noun, each with its features."""
    stands = around_noun(one, row, fact, around)
    for candidate in around.antecedents:
        if candidate.places and around.order[candidate.places[0].sentence] <= stands.order:
            yield candidate, features(one, candidate, around.antecedents, stands, around.sources.names)


def around_noun(one: OpenNoun, row: Row, fact: Fact, around: Setting) -> Around:
    """What stands around an open noun."""
    names = around.sources.names
    number, spoke = meant(one.noun, names), speaking_mention(fact, around.sources)
    is_person = spoke is not None and names.mentions[spoke].label == "PERSON"
    who = row.wording.clause.who
    return Around(
        sentence=fact.sentence,
        order=around.order[fact.sentence],
        says_so=_chain(spoke, names),
        employer=_chain(employer(spoke, names), names) if spoke is not None and is_person else None,
        topic=_chain(around.topic, names),
        named=named_chains(row, names),
        subject=None if who is None else _chain(who.named.mention, names),
        meant=_chain(number, names),
    )


def named_chains(row: Row, names: Names) -> frozenset[int]:
    """The chains of the names in a sentence, with that of whom it is about."""
    found = {names.mention_at(token) for token in tokens_of(row)}
    chains = {names.mentions[n].chain for n in found if n is not None and names.mentions[n].label in NAMED}
    who = row.wording.clause.who
    about = None if who is None else _chain(who.named.mention, names)
    return frozenset(chains if about is None else chains | {about})


def _chain(number: int | None, names: Names) -> int | None:
    return None if number is None else names.mentions[number].chain
