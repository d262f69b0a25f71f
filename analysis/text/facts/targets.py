"""Targets: whom or what a verb acts on."""

from __future__ import annotations

from spacy.tokens import Token

from analysis.text.facts.arguments import Argument
from analysis.text.facts.lexicon import prepositional_verbs, verbs_of
from analysis.text.facts.naming import PARTY, Names
from analysis.text.facts.subjects import subject
from analysis.text.facts.syntax import (
    NOMINAL,
    NUMBERS,
    SUBJECTS,
    child,
    is_infinitive,
    is_passive,
    is_question_word,
    is_relative,
    is_verbal,
)

# Prepositions that bring in whom an action is aimed at, where a party is named after them
AIMED = frozenset({"to", "with", "against", "on", "upon", "at", "from", "for", "toward", "towards"})


def target(verb: Token, names: Names) -> Argument | None:
    """Whom or what a verb acts on: its object, the subject of a passive, or the words after its preposition."""
    if is_passive(verb):
        return _patient(verb)
    held = child(verb, "dobj") or _recipient(verb) or child(verb, "oprd")
    if held is not None and not is_question_word(held):
        return Argument(held, "object")
    return _told(verb) or _judged(verb) or _described(verb) or _shared(verb) or _aimed(verb, names)


def _recipient(verb: Token) -> Token | None:
    """`told reporters`, `wrote to the minister`."""
    held = child(verb, "dative")
    return child(held, "pobj") if held is not None and held.pos_ == "ADP" else held


def _patient(verb: Token) -> Argument | None:
    has_own = any(one.dep_ in SUBJECTS for one in verb.lefts)
    if verb.dep_ == "advcl" and not has_own and any(one.dep_ == "mark" for one in verb.lefts):
        return None
    found = subject(verb)
    return found and Argument(found.head, f"{found.how}, passive", found.trust)


def _told(verb: Token) -> Argument | None:
    """`urged the council to act`, `demanded that the ministry resign`: who is to do what the next verb says."""
    if verb.lemma_ not in verbs_of("object_control"):
        return None
    asked = child(verb, "ccomp", "xcomp")
    if asked is None or not is_verbal(asked) or asked.i < verb.i:
        return None
    if not is_infinitive(asked) and asked.tag_ != "VB" and verb.lemma_ not in verbs_of("demanding"):
        return None
    held = child(asked, "nsubj", "nsubjpass")
    return None if held is None else Argument(held, f"subject of {asked.text}", 0.9)


def _judged(verb: Token) -> Argument | None:
    """`declared the loans due`, `made safety an issue`: of what the verb says that it is so."""
    clause = child(verb, "ccomp")
    if clause is None or clause.i < verb.i or clause.pos_ not in ("ADJ", "NOUN"):
        return None
    if any(one.dep_ in ("aux", "mark", "cop") or is_verbal(one) for one in clause.lefts):
        return None
    held = child(clause, "nsubj")
    return None if held is None or held.i < verb.i else Argument(held, "object that is judged", 0.9)


def _described(verb: Token) -> Argument | None:
    """`the deal that the two banks signed`: the noun before a clause with a subject of its own and no object."""
    if verb.dep_ != "relcl" or verb.head.pos_ not in NOMINAL:
        return None
    own = child(verb, "nsubj")
    if own is None or is_relative(own) or child(verb, "prep", "ccomp", "xcomp", "attr", "acomp", "prt"):
        return None
    return Argument(verb.head, "noun that the verb describes", 0.8)


def _shared(verb: Token) -> Argument | None:
    """`designed and built the bridge`: the object of the verb after `and`."""
    joined = child(verb, "conj")
    if joined is None or not is_verbal(joined) or joined.i - verb.i > 3 or is_passive(joined):
        return None
    if child(verb, "prep", "ccomp", "xcomp", "advcl", "prt"):
        return None
    held = child(joined, "dobj")
    return None if held is None else Argument(held, f"object shared with {joined.text}", 0.8)


def _aimed(verb: Token, names: Names) -> Argument | None:
    """`arrived in the capital`, `fired on Kabul`: what the verb takes with a preposition, else a party after one."""
    own = prepositional_verbs().get(verb.lemma_, frozenset())
    has_particle = child(verb, "prt") is not None
    for one in verb.rights:
        if one.dep_ not in ("prep", "dative", "agent"):
            continue
        is_own = one.lower_ in own or (has_particle and one.lower_ in AIMED)
        held = child(one, "pobj")
        if held is None or held.ent_type_ in NUMBERS:
            continue
        if is_own or (one.lower_ in AIMED and names.label(held) in PARTY):
            return Argument(held, f"after {one.lower_}", 0.8)
    return None


def party(noun: Token, names: Names) -> Argument | None:
    """Whom an event that a noun names is about or aimed at: `a call by the ministry`, `sanctions on Ruritania`."""
    for one in noun.rights:
        if one.dep_ in ("prep", "dative", "agent") and (one.lower_ in AIMED or one.lower_ in ("of", "by", "between")):
            held = child(one, "pobj")
            if held is not None and names.is_party(held):
                return Argument(held, f"after {noun.text} {one.lower_}", 0.8)
    return None


def receiver(verb: Token, names: Names) -> Argument | None:
    """Who gets or loses what a verb of giving is about: `gave the rebels weapons`, `withdrew troops from Ruritania`."""
    if verb.lemma_ not in verbs_of("transfer"):
        return None
    for one in verb.children:
        held = one
        if one.pos_ == "ADP" and one.dep_ in ("dative", "prep") and one.lower_ in ("to", "from", "with"):
            held = child(one, "pobj") or one
        elif one.dep_ != "dative":
            continue
        if names.is_party(held):
            return Argument(held, "who gets or loses it", 0.9)
    return None
