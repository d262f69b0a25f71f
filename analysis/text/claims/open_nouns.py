"""Open nouns of a sentence, whose referent or owner stands elsewhere in the report: `the group`, `profits`, `it`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from analysis.text.claims.judged import claim_words
from analysis.text.claims.row import Row
from analysis.text.claims.setting import tokens_of
from analysis.text.facts.naming import Names

POINTING = frozenset({"the", "this", "these", "that", "those", "such"})
OTHER_DETERMINERS = frozenset({"det", "poss", "nummod", "predet"})
PERSONAL = frozenset({"it", "its", "he", "she", "his", "her", "they", "their"})
NO_NOUNS = frozenset({"compound", "nmod", "npadvmod"})
TIMES = frozenset({"DATE", "TIME"})
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT"})
DEFINITE, BARE, PRONOUN = "definite", "bare", "pronoun"


@dataclass(frozen=True)
class OpenNoun:
    """A noun without a name, or a pronoun, and how it is determined: definite, bare, pronoun."""

    noun: Token
    kind: str
    is_subject: bool


def open_nouns(row: Row, names: Names) -> Iterator[OpenNoun]:
    """The open nouns of a sentence in the order of the text: definite ones, and what it is about without an article.

    A noun that has a name or an owner within its phrase is not open.
    """
    who = row.wording.clause.who
    words = {token.i: token for token in tokens_of(row)}
    first = frozenset(() if who is None else who.positions)
    subject = None if who is None else who.head.i
    for place, token in words.items():
        kind = _kind(token, place == subject, place in first)
        if kind == PRONOUN or (kind and not _is_named(token, words, names)):
            yield OpenNoun(token, kind, place in first)


def _kind(token: Token, is_subject: bool, is_in_subject: bool) -> str:
    if token.lower_ in PERSONAL:
        return PRONOUN if is_in_subject else ""
    if token.pos_ != "NOUN" or token.dep_ in NO_NOUNS or token.ent_type_ in TIMES:
        return ""
    if token.lemma_.lower() in claim_words("time or measure"):
        return ""
    left = list(token.lefts)
    if any(one.lower_ in POINTING for one in left):
        return DEFINITE
    return BARE if is_subject and not any(one.dep_ in OTHER_DETERMINERS for one in left) else ""


def _is_named(token: Token, words: dict[int, Token], names: Names) -> bool:
    """Whether a name or an owner stands in the phrase of a noun, as far as the sentence keeps it."""
    if any(one.dep_ == "poss" for one in token.lefts):
        return True
    inside = (one for one in token.subtree if one.i in words)
    return any(names.label(one) in NAMED for one in inside)
