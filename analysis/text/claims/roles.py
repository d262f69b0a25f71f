"""Who and whom of a claim, as a reader writes them: what a copula is about acts, whole phrases, the speaker for `I`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from spacy.tokens import Token

from analysis.text.claims.complements import AIMED, aim, beyond, clause_object, complement, held, is_figure
from analysis.text.claims.employer import employer
from analysis.text.claims.judged import claim_words
from analysis.text.claims.meant import meant
from analysis.text.claims.opinions import is_opinion
from analysis.text.claims.outcome import outcome
from analysis.text.claims.row import Row
from analysis.text.claims.speaker import speaker, speaking_mention
from analysis.text.claims.whole_slots import whole
from analysis.text.facts.arguments import Argument
from analysis.text.facts.build import Sources
from analysis.text.facts.lexicon import event_nouns, party_nouns, verbs_of
from analysis.text.facts.naming import PARTY, Named, Names
from analysis.text.facts.syntax import antecedent, child, is_verbal
from analysis.text.records import Fact

OVER = frozenset({"about", "over"})
WITH = frozenset({"with", "by"})  # `the talks began with a speech`
ABOUT = frozenset({"about", "on", "over", "against", "to"})  # after a noun of saying or wanting: `voiced regret over`
TOWARDS = frozenset({"to", "against"})  # after an object with which they make one act: `made a plea to`
LONGEST = 6  # words of an action
PARTS = ("", "_start_char", "_end_char", "_mention")  # of a slot
FIRST_PERSON = frozenset({"i", "we", "me", "us"})
PLURAL = frozenset({"we", "us"})  # of who speaks for a body
PERSONAL = FIRST_PERSON | {"he", "she", "they"}
NOUN_RULES = frozenset({"verb with event noun", "light verb"})

Step = Callable[[Row, Fact, Sources], dict[str, Any]]


def with_roles(row: Row, fact: Fact, sources: Sources) -> Fact:
    """A claim with who and whom as a reader writes them; the spans stay those of the words in the text."""
    for step in (
        _whole_act,
        _told,
        _begins,
        _position,
        _of_a_state,
        _of_an_object,
        _aimed_at,
        whole,
        _speaker,
        outcome,
    ):
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


def _copied(fact: Fact, source: str, target: str) -> dict[str, Any]:
    return {target + part: getattr(fact, source + part) for part in PARTS}


def _moved(fact: Fact, source: str, target: str) -> dict[str, Any]:
    return _copied(fact, source, target) | dict.fromkeys(source + part for part in PARTS)


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
    inner = None if of is None else child(of, "pobj")
    if inner is not None:
        yield inner


def _where(verb: Token) -> Token | None:
    """What a copula without an attribute says by a preposition or an adverb: `is in hospital`, `were aboard`."""
    for one in verb.rights:
        if one.dep_ == "prep":
            return child(one, "pobj") or one
        if one.dep_ == "advmod" and one.pos_ == "ADV" and one.i == verb.i + 1:
            return one
    return None


def _told(row: Row, fact: Fact, sources: Sources) -> dict[str, Any]:
    """`notified Ruritania of the end of the treaty`: who is told, without the news."""
    is_with_news = fact.recipient is not None and (fact.target or "").startswith(f"{fact.recipient} of ")
    return _copied(fact, "recipient", "target") if is_with_news else {}


def _begins(row: Row, fact: Fact, sources: Sources) -> dict[str, Any]:
    """`The strike began on Monday`: nobody acts."""
    doer = row.told.event.actor
    if doer is None or fact.rule != "verb" or row.head.lemma_ not in claim_words("beginning"):
        return {}
    is_alone = child(row.head, "dobj", "xcomp", "ccomp", "prt") is None or _is_time(child(row.head, "dobj"))
    is_alone = is_alone and held(row.head, WITH, sources.names) is None
    is_thing = doer.head.pos_ == "NOUN" and not sources.names.is_party(doer.head)
    return _moved(fact, "actor", "target") if is_alone and is_thing else {}


def _is_time(held: Token | None) -> bool:
    return held is not None and (held.ent_type_ in ("DATE", "TIME") or held.lower_ == "time")


def _position(row: Row, fact: Fact, sources: Sources) -> dict[str, Any]:
    """`Carl Dahl said the levy was a mistake`: who holds so stands under who, what it is held of under whom."""
    about = row.told.event.target
    if fact.attribution is None or fact.actor is not None or fact.target is None or about is None:
        return {}
    if _is_somebody(about.head, sources.names) or not is_opinion(row.head, fact.rule):
        return {}
    holder, mention = speaker(fact, sources), speaking_mention(fact, sources)
    return {"actor": holder, "actor_mention": mention} if holder and mention is not None else {}


def _is_somebody(head: Token, names: Names) -> bool:
    return head.lower_ in PERSONAL or names.label(head) in PARTY or head.lemma_.lower() in party_nouns()


def _of_a_state(row: Row, fact: Fact, sources: Sources) -> dict[str, Any]:
    """`The port was part of a plan`: what is told about stands under who, what it is part of under whom.

    So it is with participles that tell how something is: `the ban is aimed at smugglers`.
    """
    told_of = fact.rule == "state" or (fact.rule == "passive" and row.head.lemma_ in verbs_of("stative passive"))
    if not told_of or fact.target is None or fact.actor is not None or _is_there(row.head):
        return {}
    about, inner = _antecedent(row.told.event.target), complement(row.head, sources.names)
    is_told = is_figure(row.head) or (inner is not None and inner.head.i != row.head.i)
    is_told = is_told or not is_opinion(row.head, "state")
    if about is None or not _may_act(about.head, is_told, sources.names):
        return {}
    return _moved(fact, "target", "actor") | (_unmarked("target", inner, sources.names) if inner is not None else {})


def _antecedent(about: Argument | None) -> Argument | None:
    """The noun of `the envoy, who was a candidate`."""
    noun = antecedent(about.head) if about is not None and about.head.lower_ == "who" else None
    return about if noun is None else Argument(noun, "noun before it")


def _may_act(head: Token, is_told: bool, names: Names) -> bool:
    """Whether the subject of a state stands under who: somebody always, a thing where the state is no opinion of it."""
    return head.lower_ in PERSONAL or names.is_party(head) or (is_told and head.pos_ in ("NOUN", "PROPN", "NUM"))


def _unmarked(role: str, noun: Token, names: Names) -> dict[str, Any]:
    """A noun in a slot without a span of its own: it completes the action, or stands in a clause of its own."""
    found = names.named(Argument(noun, "complement"))
    stands_for = meant(noun, names) if found.mention is None else None
    if stands_for is not None:
        return {role: names.mentions[stands_for].name, f"{role}_mention": stands_for}
    return {role: found.words, f"{role}_mention": found.mention}


def _is_there(verb: Token) -> bool:
    return any(one.dep_ == "expl" for one in verb.lefts)


def _of_an_object(row: Row, fact: Fact, sources: Sources) -> dict[str, Any]:
    """`suspended the permit`: the noun that completes the action is what is acted on, where nobody else is.

    Of a noun with a clause it is what that acts on: `announced plans to leave Ruritania`.
    """
    noun = row.head.doc[row.told.event.last]
    if fact.rule == "light verb" and noun.dep_ == "pobj" and fact.target is None:
        about = held(noun, AIMED, sources.names)
        return {} if about is None else _unmarked("target", about, sources.names)
    if fact.rule not in NOUN_RULES or noun.dep_ != "dobj":
        return {}
    if _is_judging(row.head):
        return _unmarked("target", noun, sources.names)
    if fact.target is not None:
        return {}
    other = held(noun, AIMED, sources.names) or held(row.head, TOWARDS, sources.names)
    if other is None or not sources.names.is_party(other):
        other = clause_object(noun, sources.names) or _about(noun, row.head, sources.names)
    return _unmarked("target", other or noun, sources.names)


def _about(noun: Token, verb: Token, names: Names) -> Token | None:
    """What a noun of saying or wanting is about, also where the parse has that at the verb: `voiced regret over it`."""
    return held(noun, ABOUT, names) or held(verb, OVER, names)


def _is_judging(verb: Token) -> bool:
    """Whether a verb says what somebody thinks of its object: `called the reopening a step`, `praised the deal`."""
    lemma = verb.lemma_.lower()
    return lemma in verbs_of("judging") or lemma in claim_words("calling")


def _aimed_at(row: Row, fact: Fact, sources: Sources) -> dict[str, Any]:
    """`voted for the bill`, `agreed to sell the mine`: what a verb without an object takes beside it."""
    if row.head.pos_ == "VERB" and fact.rule == "verb" and fact.target is not None:
        other = beyond(row.head, sources.names)
        return {} if other is None else _unmarked("target", other, sources.names)
    if fact.target is not None or row.head.pos_ != "VERB" or child(row.head, "dobj") is not None:
        return {}
    found = aim(row.head, sources.names)
    if found is None:
        return {}
    is_own = found.dep_ == "pobj" and found.head.head.i == row.head.i
    return (
        _slot("target", sources.names.named(Argument(found, "object")))
        if is_own
        else _unmarked("target", found, sources.names)
    )


def _speaker(row: Row, fact: Fact, sources: Sources) -> dict[str, Any]:
    """`I` and `we`, `me` and `us` of a quotation are whoever speaks."""
    return _spoken("actor", fact, sources) | _spoken("target", fact, sources)


def _spoken(role: str, fact: Fact, sources: Sources) -> dict[str, Any]:
    word = (getattr(fact, role) or "").lower()
    if word not in FIRST_PERSON or fact.attribution is None:
        return {}
    mention = speaking_mention(fact, sources)
    if mention is not None and word in PLURAL:
        body = employer(mention, sources.names)
        if body is not None:
            return {role: sources.names.mentions[body].name, f"{role}_mention": body}
    said_by = speaker(fact, sources)
    return {role: said_by, f"{role}_mention": mention} if said_by else {}
