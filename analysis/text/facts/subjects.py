"""Subjects: who a verb is about, also where its subject stands with another verb or noun.

Raising and control follow the usual account: a verb with `to` takes the object of the verb above it, else its subject;
a few verbs (`promise`) keep their subject although they have an object.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from analysis.lexicons.measures import measure_words
from analysis.text.facts.arguments import NAME_BEFORE, OBJECT_ABOVE, OWNER, Argument
from analysis.text.facts.lexicon import complement_nouns, event_nouns, verbs_of
from analysis.text.facts.syntax import (
    NOMINAL,
    NUMBERS,
    SUBJECTS,
    child,
    is_infinitive,
    is_passive,
    is_question_word,
    is_verbal,
)

HOPS = 6  # steps up the tree to find a subject; longer chains in news are errors of the parse
PRONOUN_OWNERS = frozenset({"its", "their", "his", "her", "our", "my", "your"})
NAMES_BEFORE = frozenset({"ORG", "GPE", "NORP", "PERSON"})
BARE = frozenset(
    {"help", "let", "make", "have", "see", "watch", "hear", "dare", "go", "come"}
)  # take verbs without `to`
ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})  # a letter on closing the port: others close it
# `accused it of hiding`, `fined it for hiding`: it hides; but `fined it by raising`, `warned it before leaving`
OF_OBJECT = frozenset({"of", "for", "from", "into", "against", "as", "with"})
RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latest", "next", "only", "one", "ones"})


def subject(verb: Token, hops: int = HOPS) -> Argument | None:
    """The word that a verb is about, None where it has none (`It is raining` has none, nor has an order)."""
    own = (
        next((one for one in verb.lefts if one.dep_ in SUBJECTS), None) or child(verb, *SUBJECTS) or _of_auxiliary(verb)
    )
    if own is not None:
        return None if own.dep_.startswith("csubj") or is_question_word(own) else Argument(own, "subject")
    if hops == 0 or any(one.dep_ == "expl" for one in verb.lefts):
        return None
    finder = INHERITED.get(verb.dep_)
    return (finder(verb, hops - 1) if finder else None) or _name_before(verb)


def _of_auxiliary(verb: Token) -> Token | None:
    """`he can and may stay`: the subject that the parser hangs on the first auxiliary."""
    for one in verb.lefts:
        if one.dep_ in ("aux", "auxpass") and one.n_lefts:
            return next((other for other in one.lefts if other.dep_ in ("nsubj", "nsubjpass")), None)
    return None


def _name_before(verb: Token) -> Argument | None:
    """A name that stands before a finite verb without a subject, where the parse took it for an adverb."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    name = next((one for one in verb.lefts if one.dep_ in ("npadvmod", "dep") and one.ent_type_ in NAMES_BEFORE), None)
    return None if name is None else Argument(name, "name before the verb", NAME_BEFORE)


def agent(verb: Token) -> Argument | None:
    """Who does what a passive verb says: the words after `by`; `the deal reached between`: those after that."""
    found = _doer(verb)
    joined = child(verb, "conj") if found is None else None
    if joined is not None and is_passive(joined) and child(joined, *SUBJECTS) is None:
        shared = _doer(joined)
        return shared and shared.further(f"shared with {joined.text}")
    return found


def _doer(verb: Token) -> Argument | None:
    for one in verb.rights:
        if one.dep_ == "agent" or (one.dep_ == "prep" and one.lower_ in ("by", "between")):
            doer = child(one, "pobj")
            if doer is not None and not _is_measure(doer):
                return Argument(doer, f"after {one.lower_}")
    return None


def _is_measure(noun: Token) -> bool:
    """Whether a noun after `by` says how much: `raised by three pct`."""
    is_counted = any(one.dep_ == "nummod" or one.like_num for one in noun.lefts)
    return noun.ent_type_ in NUMBERS or (is_counted and noun.lower_ in measure_words())


def owner(noun: Token, hops: int = HOPS) -> Argument | None:
    """Whose plan, wish or act a noun names: `Poland's readiness`, or the subject of the verb that it goes with."""
    holder = holder_of(noun)
    if holder is not None and holder.lower_ not in PRONOUN_OWNERS:
        return Argument(holder, f"owner of {noun.text}", OWNER)
    before = next(
        (one for one in noun.lefts if one.dep_ in ("compound", "nmod") and one.ent_type_ in NAMES_BEFORE), None
    )
    if before is not None:
        return Argument(before, f"name before {noun.text}", NAME_BEFORE)
    found = _author(noun) or _user(noun, hops)
    if found is None and holder is not None:
        return Argument(holder, f"owner of {noun.text}", OWNER)
    return found


def _author(noun: Token) -> Argument | None:
    """Whose effort `an effort by the council to buy it` is."""
    by = next((one for one in noun.rights if one.dep_ == "prep" and one.lower_ == "by"), None)
    named = None if by is None else child(by, "pobj")
    return None if named is None or _is_measure(named) else Argument(named, f"after {noun.text} by", OWNER)


def holder_of(noun: Token) -> Token | None:
    """The word before `'s` or the pronoun that says whose a noun is; `Sunday's vote` is nobody's."""
    holder = child(noun, "poss")
    return None if holder is None or holder.ent_type_ in NUMBERS else holder


def _user(noun: Token, hops: int) -> Argument | None:
    """The subject of the verb that a noun completes: `has shown readiness`, `acted in an effort`."""
    above, dep = noun.head, noun.dep_
    while dep == "pobj" and hops > 0 and above.dep_ == "prep":
        above, dep, hops = above.head, ("obl" if is_verbal(above.head) else above.head.dep_), hops - 1
    if dep not in ("dobj", "attr", "obl") or hops <= 0:
        return None
    verb = above if is_verbal(above) else above.head
    if not is_verbal(verb):
        return None
    found = agent(verb) if is_passive(verb) else subject(verb, hops - 1)
    return found and found.further(f"subject of {verb.text} {noun.text}")


def _of_the_verb_before(verb: Token, hops: int) -> Argument | None:
    first = _of_its_tense(verb)
    found = subject(first, hops) if is_verbal(first) else None
    return found and found.further(f"shared with {first.text}")


def _of_its_tense(verb: Token) -> Token:
    """The verb that a verb is joined to: for a past one behind `is causing` the past one above it.

    `The court found that it is harming farmers and imposed a levy`: the court imposed it.
    """
    first = verb.head
    if verb.tag_ != "VBD" or first.tag_ != "VBG" or first.dep_ != "ccomp" or first.head.tag_ != "VBD":
        return first
    is_present = any(one.dep_ == "aux" and one.tag_ in ("VBZ", "VBP") for one in first.lefts)
    return first.head if is_present else first


def _of_the_verb_above(verb: Token, hops: int) -> Argument | None:
    above = verb.head
    if not is_verbal(above):
        return _of_an_adjective(verb, hops)
    if not is_infinitive(verb) and verb.tag_ not in ("VBG", "VBN") and above.lemma_ not in BARE:
        return None
    if above.lemma_ not in verbs_of("subject_control") and not is_passive(above):
        held = child(above, "dobj", "dative")
        if held is not None and held.dep_ == "dative" and held.pos_ == "ADP":
            held = child(held, "pobj")
        if held is not None and held.i < verb.i and _may_do(held, above):
            return Argument(held, f"object of {above.text}", OBJECT_ABOVE)
    found = subject(above, hops)
    return found and found.further(f"subject of {above.text}")


def _may_do(held: Token, above: Token) -> bool:
    """Whether an object does what the next verb says: `sent a crew to repair it`, not `spent money to`."""
    if above.lemma_ in verbs_of("object_control") or above.lemma_ in BARE:
        return True
    if held.ent_type_ in NUMBERS:
        return False
    holder = child(held, "poss")
    is_own = holder is not None and holder.lower_ in PRONOUN_OWNERS and held.lemma_.lower() in complement_nouns()
    return not is_own and held.lemma_.lower() not in event_nouns()


def _of_an_adjective(verb: Token, hops: int) -> Argument | None:
    """`is ready to help`, `is likely to fall`: the subject of the verb above the adjective."""
    above = verb.head.head
    is_found = verb.head.dep_ == "ccomp" and above.lemma_ == "find"  # `find it hard to sell`
    is_said = is_found or verb.head.dep_ in ("acomp", "attr", "oprd")
    found = subject(above, hops) if is_verbal(above) and is_said else None
    return found and found.further(f"subject of {above.text} {verb.head.text}")


def _of_the_main_clause(verb: Token, hops: int) -> Argument | None:
    """`cut jobs to save money`, `fled, leaving the town`; of a passive verb who does it, where that is said."""
    if not is_verbal(verb.head):
        return None
    found = (agent(verb.head) if is_infinitive(verb) and is_passive(verb.head) else None) or subject(verb.head, hops)
    return found and found.further(f"subject of {verb.head.text}")


def _of_the_noun(verb: Token, hops: int) -> Argument | None:
    """`a fleet consisting of`, `a law signed by`, `readiness to help`, `the first to arrive`."""
    noun = verb.head
    if (is_infinitive(verb) or verb.tag_ == "VBG") and noun.lemma_.lower() in complement_nouns():
        return owner(noun, hops)
    if is_infinitive(verb) and not is_passive(verb) and not _is_ranked(noun) and noun.dep_ != "ROOT":
        return owner(noun, hops)
    named = noun.head if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" else noun
    return Argument(named, "noun that the verb describes")


def _of_a_relative_clause(verb: Token, hops: int) -> Argument | None:
    return _of_the_noun(verb, hops) if verb.head.pos_ in NOMINAL else None


def _after_a_preposition(verb: Token, hops: int) -> Argument | None:
    """`interest in investing`, `ended by signing`: the owner of the noun or the subject of the verb."""
    above = verb.head.head
    if is_verbal(above):
        held = child(above, "dobj")
        if held is not None and held.i < verb.i and verb.head.lower_ in OF_OBJECT and above.lemma_ in _object_verbs():
            return Argument(held, f"object of {above.text}", OBJECT_ABOVE)
        if held is not None and held.i < verb.i and verb.head.lower_ in ABOUT:
            return None
        found = (agent(above) if is_passive(above) else None) or subject(above, hops)
        return found and found.further(f"subject of {above.text}")
    if above.pos_ == "ADJ" and is_verbal(above.head):
        found = subject(above.head, hops)
        return found and found.further(f"subject of {above.head.text} {above.text}")
    return owner(above, hops) if above.pos_ in NOMINAL and verb.head.lower_ not in ABOUT else None


@cache
def _object_verbs() -> frozenset[str]:
    """The verbs whose object does what follows a preposition."""
    return verbs_of("object_control") | verbs_of("judging")


def _is_ranked(noun: Token) -> bool:
    """Whether a noun is one of a row, `the first company`, `the only bank`: what follows `to` describes it."""
    return noun.lower_ in RANKS or any(one.lower_ in RANKS for one in noun.lefts)


INHERITED = {
    "conj": _of_the_verb_before,
    "xcomp": _of_the_verb_above,
    "ccomp": _of_the_verb_above,
    "acomp": _of_the_main_clause,
    "advcl": _of_the_main_clause,
    "acl": _of_the_noun,
    "relcl": _of_a_relative_clause,
    "pcomp": _after_a_preposition,
}
