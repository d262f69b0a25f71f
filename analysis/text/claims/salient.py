"""Whom a pronoun stands for that nothing else resolved: whoever acted or spoke last, as a reader takes it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from analysis.text.claims.row import Row
from analysis.text.claims.speaker import speaking_mention
from analysis.text.facts.build import Sources
from analysis.text.records import Fact

PERSON = frozenset({"he", "she"})
BODY = frozenset({"it"})
BODIES = frozenset({"ORG", "GPE"})
REACH = 3  # sentences back
MEANING = "actor: who acted last"


def with_salient(rows: Sequence[Row], facts: Sequence[Fact], sources: Sources) -> list[Fact]:
    """The facts; a claim whose actor is a pronoun that stands for nobody known has who acted or spoke last."""
    last: tuple[int | None, int] = None, 0
    found = []
    for row, fact in zip(rows, facts, strict=True):
        word, spoke = (fact.actor or "").lower(), speaking_mention(fact, sources)
        mention, order = last
        if word in BODY:
            mention, order = _body(row, spoke, sources), row.sentence_order
        is_near = mention is not None and row.sentence_order - order <= REACH
        if fact.is_claim and word in PERSON | BODY and is_near and not (mention == spoke and _is_quoted(fact, sources)):
            fact = _named(fact, mention, sources)
        for heard in (spoke, fact.actor_mention):
            if heard is not None and sources.names.mentions[heard].label == "PERSON":
                last = heard, row.sentence_order
        found.append(fact)
    return found


def _body(row: Row, spoke: int | None, sources: Sources) -> int | None:
    """The body that says `it will close the plant` of itself; `it is difficult to` stands for nothing."""
    is_body = spoke is not None and sources.names.mentions[spoke].label in BODIES
    return spoke if is_body and row.head.lemma_ != "be" else None


def _is_quoted(fact: Fact, sources: Sources) -> bool:
    return fact.attribution is not None and sources.attributions[fact.attribution].is_quote


def _named(fact: Fact, mention: int | None, sources: Sources) -> Fact:
    if mention is None:
        return fact
    name = sources.names.mentions[mention].name
    word, _, rest = fact.claim.partition(" ")
    claim = f"{name} {rest}" if word.lower() == (fact.actor or "").lower() else fact.claim
    how = "; ".join(part for part in (fact.how, MEANING) if part)
    return msgspec.structs.replace(fact, actor=name, actor_mention=mention, claim=claim, how=how)
