"""Who and whom of a claim, as a reader writes them: what a copula is about acts, whole phrases, the speaker for `I`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from spacy.tokens import Token

from analysis.text.claims.kept import subtree
from analysis.text.claims.pieces import runs, words
from analysis.text.claims.row import Row
from analysis.text.claims.speaker import speaker, speaking_mention
from analysis.text.facts.arguments import Argument
from analysis.text.facts.build import Sources
from analysis.text.facts.naming import Named, Names
from analysis.text.facts.phrases import phrase
from analysis.text.facts.syntax import NUMBERS, child, is_verbal
from analysis.text.facts.words import event_nouns
from analysis.text.records import Fact

OF_WHAT = frozenset({"of", "to", "in", "for", "against", "on", "with"})
AIMED = frozenset({"against", "about", "for", "with", "over", "on", "to", "from", "into"})
NOMINAL_PREPOSITIONS = frozenset({"on", "of", "about", "for", "between"})  # after an object they mostly belong to it
LONGEST = 6  # words of an action
WHOLE = 14  # words of a phrase that a slot holds
FIRST_PERSON = frozenset({"i", "we", "me", "us"})
NOUN_RULES = frozenset({"verb with event noun", "light verb"})

Step = Callable[[Row, Fact, Sources], dict[str, Any]]


def with_roles(row: Row, fact: Fact, sources: Sources) -> Fact:
    """A claim with who and whom as a reader writes them; the spans stay those of the words in the text."""
    for step in (_whole_act, _of_a_state, _of_an_object, _aimed_at, _whole, _speaker):
        changes = step(row, fact, sources)
        fact = msgspec.structs.replace(fact, **changes) if changes else fact
    return fact


def _slot(role: str, found: Named) -> dict[str, Any]:
    return {
        role: found.words,
        f"{role}_start_char": found.start_char,
        f"{role}_end_char": found.end_char,
        f"{role}_mention": found.mention,
    }


def _moved(fact: Fact, source: str, target: str) -> dict[str, Any]:
    parts = ("", "_start_char", "_end_char", "_mention")
    emptied = dict.fromkeys(source + part for part in parts)
    return {target + part: getattr(fact, source + part) for part in parts} | emptied


def _whole_act(row: Row, fact: Fact, sources: Sources) -> dict[str, Any]:
    """What `be` and `have` say by the words after them: `are still open`, `has close ties`, `is the subject of talks`.

    A word that tells an event of its own is left to that.
    """
    verb, event = row.head, row.told.event
    if event.first != verb.i or (fact.rule != "state" and verb.lemma_ != "have"):
        return {}
    ends = [one.i for one in _complements(verb) if 0 < one.i - verb.i < LONGEST and not _is_event(one)]
    last = max(event.last, *ends, verb.i)
    if last == event.last:
        return {}
    start_char, end_char = sources.names.chars(event.first, last + 1)
    return {
        "action": sources.parse.text[start_char:end_char],
        "action_end_char": end_char,
        "end_char": max(fact.end_char, end_char),
    }


def _is_event(noun: Token) -> bool:
    return noun.lemma_.lower() in event_nouns()


def _complements(verb: Token) -> Iterator[Token]:
    """The words that tell what a verb of no meaning of its own says, and what they are of."""
    said = child(verb, "attr", "acomp", "oprd", "dobj") or (_where(verb) if verb.lemma_ == "be" else None)
    if said is None or is_verbal(said):
        return
    yield said
    of = next((one for one in said.rights if one.dep_ == "prep" and one.lower_ == "of"), None)
    held = None if of is None else child(of, "pobj")
    if held is not None:
        yield held


def _where(verb: Token) -> Token | None:
    """What a copula without an attribute says by a preposition or an adverb: `is in hospital`, `were aboard`."""
    for one in verb.rights:
        if one.dep_ == "prep":
            return child(one, "pobj") or one
        if one.dep_ == "advmod" and one.pos_ == "ADV" and one.i == verb.i + 1:
            return one
    return None


def _of_a_state(row: Row, fact: Fact, sources: Sources) -> dict[str, Any]:
    """`Anna Berg was a member of the council`: she stands under who, what she is a member of under whom."""
    about = row.told.event.target
    if fact.rule != "state" or about is None or _is_there(row.head) or not _may_act(about.head, sources.names):
        return {}
    changes = _moved(fact, "target", "actor")
    said = child(row.head, "attr", "acomp")
    held = None if said is None else _held(said, OF_WHAT, sources.names)
    return changes | (_slot("target", sources.names.named(Argument(held, "complement"))) if held is not None else {})


def _may_act(head: Token, names: Names) -> bool:
    return head.lower_ in FIRST_PERSON or names.is_party(head)


def _is_there(verb: Token) -> bool:
    return any(one.dep_ == "expl" for one in verb.lefts)


def _of_an_object(row: Row, fact: Fact, sources: Sources) -> dict[str, Any]:
    """`suspended the permit`: the noun that completes the action is what is acted on, where nobody else is.

    It has no span of its own: its words are marked as the action already.
    """
    if fact.rule not in NOUN_RULES or fact.target is not None:
        return {}
    noun = row.head.doc[row.told.event.last]
    if noun.dep_ != "dobj":
        return {}
    other = _held(noun, AIMED, sources.names)
    if other is not None and sources.names.is_party(other):
        return _slot("target", sources.names.named(Argument(other, "object")))
    found = sources.names.named(Argument(noun, "object"))
    return {"target": found.words, "target_mention": found.mention}


def _aimed_at(row: Row, fact: Fact, sources: Sources) -> dict[str, Any]:
    """`voted for the bill`, `talked about the mine`: what a verb without an object takes with a preposition."""
    if fact.target is not None or row.head.pos_ != "VERB" or child(row.head, "dobj", "ccomp", "xcomp") is not None:
        return {}
    held = _held(row.head, AIMED, sources.names)
    return _slot("target", sources.names.named(Argument(held, "object"))) if held is not None else {}


def _held(word: Token, prepositions: frozenset[str], names: Names) -> Token | None:
    """The noun after one of these prepositions: the first that is a party, else the first."""
    first = None
    for one in word.rights:
        held = child(one, "pobj") if one.dep_ in ("prep", "dative") and one.lower_ in prepositions else None
        if held is None or held.ent_type_ in NUMBERS:
            continue
        if names.is_party(held):
            return held
        first = first or held
    return first


def _whole(row: Row, fact: Fact, sources: Sources) -> dict[str, Any]:
    """`a law on opening schools` in place of `a law`: the noun with what tells which is meant."""
    target = row.told.event.target
    if target is None or target.span or fact.target is None or fact.target_start_char is None:
        return {}
    start_char, end_char = sources.names.chars(*phrase(target.head))
    if fact.target != " ".join(sources.parse.text[start_char:end_char].split()):
        return {}
    doc, start = target.head.doc, phrase(target.head)[0]
    positions = [place for place in subtree(target.head) if place >= start]
    positions += _hung_on_the_verb(target.head, row.head)
    first = next(iter(runs(doc, positions)), (start, start))
    return {"target": words(doc, [first])} if 0 < first[1] - first[0] <= WHOLE else {}


def _hung_on_the_verb(noun: Token, verb: Token) -> list[int]:
    """`signed a law on opening schools`: the words after a noun that the parse took for the verb's."""
    following = noun.right_edge.i + 1
    if following >= len(noun.doc):
        return []
    one = noun.doc[following]
    is_of_noun = one.dep_ == "prep" and one.head.i == verb.i and one.lower_ in NOMINAL_PREPOSITIONS
    return list(subtree(one)) if is_of_noun else []


def _speaker(row: Row, fact: Fact, sources: Sources) -> dict[str, Any]:
    """`I` and `we` of a quotation are whoever speaks."""
    if (fact.actor or "").lower() not in FIRST_PERSON or fact.attribution is None:
        return {}
    mention = speaking_mention(fact, sources)
    said_by = speaker(fact, sources)
    return {"actor": said_by, "actor_mention": mention} if said_by else {}
