"""Whom a pronoun stands for that nothing else resolved: whoever acted or spoke last, as a reader takes it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from analysis.text.claims.row import Row
from analysis.text.claims.slots import with_names
from analysis.text.claims.speaker import speaking_mention
from analysis.text.facts.build import Sources
from analysis.text.records import Fact

PERSON = frozenset({"he", "she"})
BODY = frozenset({"it"})
BODIES = frozenset({"ORG", "GPE"})
REACH = 3  # sentences back
MEANING = "actor: who acted last"


def with_salient(rows: Sequence[Row], facts: Sequence[Fact], sources: Sources) -> list[Fact]:
    """The facts; a claim whose actor is a pronoun that stands for nobody known has who acted or spoke last.

    In a quotation that is not who speaks. A description (`the minister`) has the person whom it stands for.
    """
    heard: dict[int, tuple[int, int]] = {}  # by chain, the last one last: the mention and its sentence
    found = []
    for row, fact in zip(rows, facts, strict=True):
        spoke = speaking_mention(fact, sources)
        if fact.is_claim:
            fact = with_names(_resolved(row, fact, spoke, heard, sources), sources)
        for mention in (spoke, fact.actor_mention):
            if mention is not None and sources.names.mentions[mention].label == "PERSON":
                chain = sources.names.mentions[mention].chain
                heard.pop(chain, None)
                heard[chain] = mention, row.sentence_order
        found.append(fact)
    return found


def _resolved(row: Row, fact: Fact, spoke: int | None, heard: dict[int, tuple[int, int]], sources: Sources) -> Fact:
    word, mention = (fact.actor or "").lower(), None
    if word in BODY:
        mention = _body(row, spoke, sources)
        is_speaker = mention is not None and _is_quoted(fact, sources)
        mention = None if is_speaker else mention
    elif word in PERSON:
        speaker = None if spoke is None or not _is_quoted(fact, sources) else sources.names.mentions[spoke].chain
        near = [
            one for chain, (one, order) in heard.items() if chain != speaker and row.sentence_order - order <= REACH
        ]
        mention = near[-1] if near else None
    return _named(fact, mention, sources)


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
    return msgspec.structs.replace(fact, actor=name, actor_mention=mention, claim=claim, how=_joined(fact.how, MEANING))


def _joined(how: str, reason: str) -> str:
    return "; ".join(part for part in (how, reason) if part)
