"""The tense of the verb that a temporal expression goes with."""

from __future__ import annotations

from spacy.tokens import Token

from analysis.text.timexes.context import Context
from analysis.text.timexes.lexicon import governors

MAX_STEPS = 25  # heads between an expression and its verb; deeper trees are broken parses
COMPLEMENTS = ("acomp", "xcomp", "oprd")  # closed in `stays closed`
NEAR = 3  # words up to the noun that a date stands in front of
LIMITS = ("by", "until", "till")  # what ends there lies ahead, unless the verb is past
NOMINAL = ("NOUN", "PROPN")
VERBAL = ("VERB", "AUX")


def tense_of(context: Context, first: int, end: int) -> str:
    """Past, present or future, as seen from the report; empty where no verb tells.

    Dates in a date line (`KABUL, March 21 -`) and those after `since` have a tense of their own.
    """
    if _is_date_line(context, first, end):
        return ""
    if context.word(first - 1) == "since":
        return "past"
    token = _root(context, first, end)
    if token is None:
        return ""
    verb = _governor(token)
    if verb.i not in context.tenses:
        context.tenses[verb.i] = _tense(verb, context.kind)
    tense = context.tenses[verb.i]
    if context.word(first - 1) == "for" and governors().get(verb.lemma_.lower()) == "for":
        return "future"
    return "future" if tense != "past" and context.word(first - 1) in LIMITS else tense


def modifies_noun(context: Context, first: int, end: int) -> bool:
    """Whether a date stands in front of a noun: what happens at `the June meeting` says little of the verb's time."""
    token = context.spacy(end - 1)
    return token is not None and token.dep_ in ("compound", "nmod") and 0 < token.head.i - token.i <= NEAR


def _root(context: Context, first: int, end: int) -> Token | None:
    """The word of the expression whose head stands outside of it."""
    start, stop = context.spacy(first), context.spacy(end - 1)
    if start is None or stop is None:
        return None
    token = stop
    for _ in range(end - first):
        if not start.i <= token.head.i <= stop.i or token.head.i == token.i:
            break
        token = token.head
    return token


def _governor(token: Token) -> Token:
    """The first verb, or word such as `due`, above a word; the top of the sentence where there is none."""
    for _ in range(MAX_STEPS):
        if token.head.i == token.i:
            break
        token = token.head
        if token.pos_ in VERBAL or governors().get(token.lemma_.lower()) == "future":
            break
    return token


def _tense(verb: Token, kind: str, depth: int = 0) -> str:
    if governors().get(verb.lemma_.lower()) == "future" and (verb.tag_ in ("VBN", "VBD", "JJ") or verb.pos_ == "ADJ"):
        return "future"
    if verb.lower_ == "according":
        return "past"
    if verb.pos_ not in VERBAL or depth > MAX_STEPS:
        return ""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(helper.lemma_ == "have" or helper.lower_ in ("'ve", "’ve") for helper in helpers):
        return "past"
    if any(helper.tag_ == "MD" for helper in helpers):
        return "future"
    if any(helper.lower_ == "to" for helper in helpers):
        return _infinitive(verb, kind, depth)
    return _finite(verb, helpers, kind, depth)


def _infinitive(verb: Token, kind: str, depth: int) -> str:
    """An infinitive lies ahead, but has the time of `failed` in `failed to meet`, of `flew` in `flew in to meet`.

    After a noun it is left half open, as the present is: `the decision to meet` may have been carried out.
    """
    head = verb.head
    if head.i == verb.i:
        return "future"
    if verb.dep_ == "advcl" or governors().get(head.lemma_.lower()) == "same":
        return _tense(head, kind, depth + 1) or "future"
    return "present" if head.pos_ in NOMINAL else "future"


def _finite(verb: Token, helpers: list[Token], kind: str, depth: int) -> str:
    tags = {verb.tag_, *(helper.tag_ for helper in helpers)}
    if verb.tag_ == "VBN" and not helpers and verb.dep_ in COMPLEMENTS:
        return _tense(verb.head, kind, depth + 1)
    if "VBD" in tags or (verb.tag_ == "VBN" and not helpers):
        return "past"
    if tags & {"VBZ", "VBP"}:
        return "past" if kind == "heading" else "present"
    if verb.head.i != verb.i:
        return _tense(_governor(verb), kind, depth + 1)
    return ""


def _is_date_line(context: Context, first: int, end: int) -> bool:
    """Whether a date stands in the opening of a report: after a place in capitals, before a dash or an agency."""
    if first > 6 or context.word(end) not in ("-", "–", "—", "(", "/"):
        return False
    return any(context.tokens[p].text.isupper() and len(context.tokens[p].text) > 2 for p in range(first))
