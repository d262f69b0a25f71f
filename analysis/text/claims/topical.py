"""Whom a report is about, before the sentence of a claim that names nobody."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from spacy.tokens import Token

from analysis.text.claims.employer import employer
from analysis.text.claims.judged import claim_words
from analysis.text.claims.row import Row
from analysis.text.claims.setting import FIRST, Filled, Setting, tokens_of
from analysis.text.claims.speaker import speaking_mention
from analysis.text.claims.topic import topic_name
from analysis.text.records import Fact, Mention

PLACES = frozenset({"GPE", "NORP"})
TIMES = frozenset({"DATE", "TIME"})
LABELS = frozenset({"ORG", "EVENT"})  # behind a country or person it would read as if they said it


def _is_in_focus(number: int, fact: Fact, around: Setting) -> bool:
    """Whether no other of its kind is named in the sentence of a claim and the one before, but for who says so."""
    names = around.sources.names
    one = names.mentions[number]
    spoke = speaking_mention(fact, around.sources)
    mentions = names.mentions
    speaks_for = None if spoke is None or mentions[spoke].label != "PERSON" else employer(spoke, names)
    spoke = spoke if speaks_for is None else speaks_for
    if spoke is not None and mentions[spoke].label == one.label and mentions[spoke].chain != one.chain:
        return False
    first = bisect_left(mentions, fact.sentence - 1, key=lambda other: other.sentence)
    end = bisect_right(mentions, fact.sentence, key=lambda other: other.sentence)
    return not any(_rivals(other, one) for other in mentions[first:end])


def _rivals(other: Mention, one: Mention) -> bool:
    if other.chain == one.chain or topic_name(other) == topic_name(one):
        return False
    return other.label in PLACES if one.label in PLACES else other.label == one.label


def with_topic(text: str, row: Row, fact: Fact, around: Setting, filled: Filled) -> str:
    """A sentence that names nobody, behind whom the report is about."""
    number = around.topic
    tokens = list(tokens_of(row))
    if number is None or around.sources.names.mentions[number].label not in LABELS:
        return text
    if not _is_about_something(row, tokens) or not _is_in_focus(number, fact, around):
        return text
    name = topic_name(around.sources.names.mentions[number])
    filled.meanings["about"] = name
    return f"{name}: {text[:1].lower()}{text[1:]}"


def _is_about_something(row: Row, tokens: Sequence[Token]) -> bool:
    """Whether a sentence without a name is about a thing that the report has told of: `the offer`, `earnings`."""
    who = row.wording.clause.who
    if who is None or any(_is_capital(one) or one.lower_ in FIRST for one in tokens):
        return False
    start = row.head.doc[min(who.positions, default=who.head.i)]
    return start.lower_ == "the" or who.head.lemma_.lower() in claim_words("figure of a company")


def _is_capital(one: Token) -> bool:
    return one.text[:1].isupper() and not one.is_sent_start and one.ent_type_ not in TIMES
