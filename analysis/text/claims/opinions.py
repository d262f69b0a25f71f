"""Opinions: what somebody holds of a thing, told apart from what is so by record."""

from __future__ import annotations

from spacy.tokens import Token

from analysis.text.claims.complements import is_figure
from analysis.text.claims.judged import claim_words
from analysis.text.facts.syntax import NOMINAL, child

LASTING = frozenset({"become", "remain", "stay"})  # they tell a change, or that there is none
MODALS = frozenset({"should", "must", "ought", "could"})


def is_opinion(verb: Token, rule: str) -> bool:
    """Whether a copula or a passive says what somebody holds: `is a mistake`, `should be lifted`; not `was 63 mln`."""
    if rule == "passive":
        return any(one.dep_ == "aux" and one.lower_ in MODALS for one in verb.lefts)
    if rule != "state" or verb.lemma_ in LASTING or is_figure(verb) or any(one.dep_ == "expl" for one in verb.lefts):
        return False
    said = child(verb, "attr", "acomp", "oprd") or _adverb(verb)
    if said is None or said.pos_ == "PRON" or _is_identity(said):
        return False
    return said.lemma_.lower() not in claim_words("recorded") and said.lower_ not in claim_words("recorded")


def _is_identity(said: Token) -> bool:
    """Whether what is said only names the same thing: `the issues were chips`, `the key is the freedom to`."""
    if said.dep_ != "attr" or said.pos_ not in NOMINAL or any(one.dep_ == "amod" for one in said.lefts):
        return False
    articles = {one.lower_ for one in said.lefts if one.dep_ == "det"}
    return "the" in articles or (not articles and said.tag_ in ("NNS", "NNP", "NNPS"))


def _adverb(verb: Token) -> Token | None:
    following = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    is_said = following is not None and following.head.i == verb.i and following.dep_ == "advmod"
    return following if is_said else None
