"""Dates inside noun phrases: `last year's offer`, `the 2014 deal`, `a 19th-century fort`. They are the noun's.

The verb has them only where the noun is the occasion of what is done (`at Monday's meeting`, `held its June session`),
acts itself (`Friday's attack killed forty`) or is the figure of that time (`had 1985 sales of`).
"""

from __future__ import annotations

from spacy.tokens import Token

from analysis.text.facts.lexicon import event_nouns, figure_nouns, verbs_of
from analysis.text.facts.syntax import is_passive, is_verbal

BEFORE_NOUN = frozenset({"poss", "compound", "nmod", "amod", "nummod"})
OCCASIONS = frozenset({"at", "during"})  # before the occasion of a deed: `at the 2014 summit`
SETTINGS = frozenset({"in"})  # the same with a day or week: `in Sunday's vote`, but not `charged in the 2009 killing`
BEHIND_NAME = frozenset({"nummod", "appos", "npadvmod", "nmod"})
PREPOSITIONS = frozenset({"on", "in", "by", "during"})
HAVING = frozenset({"have", "earn"})  # before a figure: `had 1985 sales of`
OBJECTS = frozenset({"dobj", "nsubjpass"})


def noun_dated(head: Token, first: Token) -> Token | None:
    """The noun that a date stands in front of, or the name that a year ends (`the Equality Act 2010`); None where it
    stands alone. `first` is the first word of the date.

    Right behind a preposition it does: `on Sunday protesters met`, `In 2010 voters chose`, which parsers misread.
    """
    noun = head.head
    if noun.i == head.i - 1 and noun.pos_ == "PROPN" and head.like_num and head.dep_ in BEHIND_NAME:
        return noun
    is_before = head.dep_ in BEFORE_NOUN and noun.i > head.i and noun.pos_ in ("NOUN", "PROPN")
    return noun if is_before and not _follows_preposition(head, first) else None


def _follows_preposition(head: Token, first: Token) -> bool:
    before = first.nbor(-1).lower_ if first.i > head.sent.start else ""
    return before in PREPOSITIONS and head.dep_ != "poss"


def dates_its_verb(noun: Token, is_near: bool) -> bool:
    """Whether the date in front of a noun is also that of the verb; `is_near` tells Monday and last week from 2014."""
    if noun.dep_ == "pobj":
        return noun.head.lower_ in OCCASIONS or (is_near and noun.head.lower_ in SETTINGS)
    verb = noun.head
    if not is_verbal(verb):
        return False
    if noun.dep_ in OBJECTS:
        return verb.lemma_ in verbs_of("occasion") or (verb.lemma_ in HAVING and noun.lemma_.lower() in figure_nouns())
    if noun.dep_ != "nsubj" or is_passive(verb):
        return False
    if is_near or verb.lemma_ in verbs_of("effect"):
        return True
    return verb.lemma_ in verbs_of("change") and noun.lemma_.lower() not in event_nouns()
