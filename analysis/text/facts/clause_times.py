"""Verbs that share their time with another: what happens meanwhile, goes on, or completes it."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Token

from analysis.text.facts.syntax import child, is_infinitive, is_simple_past
from analysis.text.timexes.lexicon import governors

TENSES = {"VBD": "past", "VBZ": "present", "VBP": "present"}
MEANWHILE = frozenset({"when", "as", "while"})  # open a clause that happens on the same day


def goes_along(verb: Token) -> bool:
    """Whether a verb below a past one has the time of that: `left as it rained on Monday`, `raided a flat, arresting
    two on Monday`, `began to withdraw on Monday`.
    """
    if is_meanwhile(verb):
        return True
    if verb.dep_ not in ("advcl", "xcomp") or not is_simple_past(verb.head) or child(verb, "mark") is not None:
        return False
    if is_infinitive(verb):
        return governors().get(verb.head.lemma_) == "same"
    return verb.tag_ == "VBG" and verb.dep_ == "advcl"


def shares_time(verb: Token, first: Token) -> bool:
    """Whether a verb has the time of the one that it is joined to: not `came on Monday and will leave`, `and is`."""
    own, other = _own_tense(verb), _own_tense(first)
    return own in ("", other) or (own, other) == ("past", "perfect")


def _own_tense(verb: Token) -> str:
    """The tense that a verb's own words say; empty for a bare participle or infinitive."""
    helpers = [one for one in verb.lefts if one.dep_ in ("aux", "auxpass")]
    if any(one.tag_ == "MD" for one in helpers):
        return "ahead"
    if helpers and helpers[0].lemma_ == "have":
        return "perfect"
    return TENSES.get((helpers[0] if helpers else verb).tag_, "")


def begun_above(head: Token, events: Container[int]) -> int | None:
    """The position of the event that goes on since a date: `has been closed since 2014`, not `fell since Monday`."""
    since = head.head
    if since.lower_ != "since" or since.dep_ not in ("prep", "mark") or since.head.i not in events:
        return None
    has = any(one.dep_ == "aux" and one.lemma_ == "have" for one in since.head.lefts)
    return since.head.i if has or since.head.tag_ in ("VBZ", "VBP") else None


def is_meanwhile(verb: Token) -> bool:
    """Whether a past verb heads a clause after `when`, `as` or `while` that goes with another past verb."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBD" or verb.head.tag_ != "VBD":
        return False
    return any(one.dep_ in ("mark", "advmod") and one.lower_ in MEANWHILE for one in verb.lefts)


def finite_above(gerund: Token) -> int | None:
    """The position of the past verb that a gerund completes: a day after `signed a law on opening it` dates both.

    So does one after `became the first to serve in it`.
    """
    if gerund.dep_ == "acl" and is_infinitive(gerund) and gerund.head.dep_ == "attr":
        return gerund.head.head.i if gerund.head.head.tag_ == "VBD" else None
    if gerund.dep_ != "pcomp":
        return None
    above = gerund.head.head
    verb = above.head if above.dep_ == "dobj" else above
    return verb.i if verb.tag_ == "VBD" else None
