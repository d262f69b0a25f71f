"""The facts of a text with what the ledger says of each: whether it is a claim, whose, its sentence, its worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

import msgspec

from analysis.text.claims.alone import alone
from analysis.text.claims.bridging import is_known
from analysis.text.claims.choose import chosen
from analysis.text.claims.features import features
from analysis.text.claims.focus import focused
from analysis.text.claims.judged import passed_on
from analysis.text.claims.merge import merged
from analysis.text.claims.model import probability, weights
from analysis.text.claims.pairs import is_named_again, pair_features, pairs
from analysis.text.claims.referents import with_referents
from analysis.text.claims.roles import with_roles
from analysis.text.claims.row import Row, linked, new_row
from analysis.text.claims.salient import with_salient
from analysis.text.claims.score import score_features
from analysis.text.claims.setting import setting
from analysis.text.claims.wording import worded
from analysis.text.facts import Found
from analysis.text.facts.build import Sources
from analysis.text.records import Fact

WORTH_MODEL, SAME_MODEL, SCORE_MODEL = "claim_worth", "claim_same", "claim_score"


def find_claims(found: Found) -> tuple[Fact, ...]:
    """The facts, each with its sentence, its worth, and the claim that it belongs to."""
    made = rows(found)
    return scored(made, unscored(made, found), found.sources)


def unscored(made: Sequence[Row], found: Found) -> tuple[Fact, ...]:
    """The facts as they are shown, but for how sure each is right."""
    around, likely = setting(found), weights(WORTH_MODEL)
    worth = passed_on(
        made, [probability(likely, features(row, found)) for row in made], lambda row: is_known(row, around)
    )
    model = weights(SAME_MODEL)
    same = {(one.number, other.number): _same(one, other, model) for one, other in pairs(made)}
    claims, worth = focused(made, chosen(worth, same), worth)
    told = map(_told, made, worth, claims)
    shown = [with_roles(row, one, found.sources) if one.is_claim else one for row, one in zip(made, told, strict=True)]
    named = with_salient(made, shown, found.sources)
    meant = [with_referents(row, one, around) if one.is_claim else one for row, one in zip(made, named, strict=True)]
    filled = [alone(row, one, around) if one.is_claim else one for row, one in zip(made, meant, strict=True)]
    return merged(made, filled)


def scored(made: Sequence[Row], facts: Sequence[Fact], sources: Sources) -> tuple[Fact, ...]:
    """The facts, each with the probability that it is right as it stands."""
    model = weights(SCORE_MODEL)
    scores = (probability(model, score_features(row, fact, sources)) for row, fact in zip(made, facts, strict=True))
    return tuple(
        msgspec.structs.replace(fact, score=round(score, 2)) for fact, score in zip(facts, scores, strict=True)
    )


def _same(one: Row, other: Row, model: Mapping[str, float]) -> float:
    return 1.0 if is_named_again(one, other) else probability(model, pair_features(one, other))


def rows(found: Found) -> list[Row]:
    """The rows of a text in the order of its facts, each linked to the event above it."""
    parse = found.sources.parse
    order = {number: place for place, number in enumerate(n for n, _ in parse.analysed())}
    made = []
    for number, told in enumerate(found.told):
        wording = worded(told, found.sources)
        sentence = told.fact.sentence
        made.append(new_row(number, told, wording, order[sentence], parse.sentences[sentence].kind))
    for _, group in groupby(made, key=lambda one: one.fact.sentence):
        linked(list(group))
    return made


def _told(row: Row, worth: float, claim_of: int | None) -> Fact:
    return msgspec.structs.replace(
        row.fact,
        is_claim=claim_of == row.number,
        claim_of=claim_of,
        claim=row.wording.text,
        claim_spans=row.wording.spans,
        worth=worth,
    )
