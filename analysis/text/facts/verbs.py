"""Verbs that report an event, and the words that make up their action."""

from __future__ import annotations

from spacy.tokens import Token

from analysis.lexicons.measures import measure_words
from analysis.text.facts.arguments import Argument
from analysis.text.facts.events import Event
from analysis.text.facts.lexicon import act_nouns, event_nouns, light_verbs, noun_frames, verb_phrases, verbs_of
from analysis.text.facts.naming import Names
from analysis.text.facts.subjects import agent, subject
from analysis.text.facts.syntax import NOMINAL, NUMBERS, child, is_infinitive, is_passive, is_relative
from analysis.text.facts.targets import party, receiver, target
from analysis.text.prefixes import is_whole

NO_EVENT = frozenset({"aux", "auxpass", "amod", "compound", "prep", "mark", "nmod", "punct", "case", "intj", "det"})
REACH = 8  # words between a verb and the noun that completes it
EMPTY_SUBJECTS = frozenset({"it", "this", "that", "there", "what", "which", "these", "those"})
POINTING = frozenset({"it", "this", "that", "these", "those"})
PERSONS = frozenset({"i", "you", "he", "she", "we", "they", "who"})


def verb_event(verb: Token, names: Names) -> Event | None:
    """The event that a verb reports; None for an auxiliary and for a verb that works as another word."""
    if verb.dep_ in NO_EVENT or verb.pos_ not in ("VERB", "AUX") or not is_whole(verb) or _is_noun(verb):
        return None
    if is_passive(verb):
        return _passive(verb, names)
    phrase = _phrase(verb)
    if phrase is not None:
        return Event(
            head=verb,
            first=verb.i,
            last=phrase.i,
            rule="light verb",
            actor=subject(verb),
            target=_after_phrase(verb, phrase),
        )
    if verb.lemma_ in verbs_of("linking"):
        return _state(verb, names)
    noun = _completing(verb)
    completed = None
    if noun is not None:
        completed = _light(verb, noun) or _transfer(verb, noun, names) or _act(verb, noun, names)
    return completed or _active(verb, names)


def _is_noun(verb: Token) -> bool:
    """Whether a noun was read as a verb: a unit behind its number, `3 pct more`, or a metal, `a zinc and lead mine`."""
    if verb.i > 0 and verb.lower_ in measure_words() and verb.nbor(-1).text[0].isdigit():
        return True
    after = noun_frames().get(verb.lower_)
    return after is not None and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in after


def _active(verb: Token, names: Names) -> Event:
    doer, done_to = subject(verb), target(verb, names)
    is_intransitive = done_to is None or done_to.head.dep_ == "pobj" or _is_extent(verb, done_to.head)
    if doer is not None and is_intransitive and _is_undergone(verb, doer.head, names):
        return Event(head=verb, first=verb.i, last=_last(verb), rule="change", actor=None, target=doer)
    return Event(head=verb, first=verb.i, last=_last(verb), rule="verb", actor=doer, target=done_to)


def _is_extent(verb: Token, held: Token) -> bool:
    """Whether the object of a verb says how far it changes: `traffic increased five pct`."""
    is_measured = held.ent_type_ in NUMBERS or held.lower_ in measure_words()
    return is_measured and verb.lemma_ in verbs_of("change")


def _passive(verb: Token, names: Names) -> Event:
    doer, phrase = agent(verb), _phrase(verb)
    if doer is None and _is_raised(verb):
        return Event(head=verb, first=verb.i, last=verb.i, rule="raising", actor=None, target=target(verb, names))
    rule = "passive with agent" if doer else "passive"
    return Event(
        head=verb,
        first=verb.i,
        last=_last(verb) if phrase is None else phrase.i,
        rule=rule,
        actor=doer,
        target=target(verb, names),
    )


def _is_raised(verb: Token) -> bool:
    """`is expected to meet`: the subject belongs to the next verb, and nobody is named who expects."""
    below = child(verb, "xcomp")
    return below is not None and is_infinitive(below) and verb.lemma_ in verbs_of("raising")


def _phrase(verb: Token) -> Token | None:
    """The noun that with a preposition completes a verb: `came under fire`, `was put on trial`."""
    if child(verb, "dobj") is not None:
        return None
    for one in verb.rights:
        noun = child(one, "pobj") if one.dep_ == "prep" else None
        if noun is not None and noun.i - verb.i <= REACH and _is_phrase(verb, one, noun):
            return noun
    return None


def _is_phrase(verb: Token, preposition: Token, noun: Token) -> bool:
    return (verb.lemma_, preposition.lower_, noun.lemma_.lower()) in verb_phrases()


def _after_phrase(verb: Token, noun: Token) -> Argument | None:
    after = verb_phrases()[verb.lemma_, noun.head.lower_, noun.lemma_.lower()]
    held = _after(noun, after) or _after(verb, after)
    return None if held is None else Argument(held, f"after {held.head.lower_}")


def _state(verb: Token, names: Names) -> Event | None:
    """`The port is busy`: it is said of the port, and nobody acts; None after `it is` and `there is`."""
    if any(one.dep_ == "expl" for one in verb.lefts):
        there = child(verb, "attr", "nsubj")
        return (
            None
            if there is None
            else Event(
                head=verb, first=verb.i, last=verb.i, rule="state", actor=None, target=Argument(there, "what there is")
            )
        )
    about = subject(verb)
    if about is None or (about.head.lower_ in EMPTY_SUBJECTS and not _is_pointing(verb, about.head, names)):
        return None
    return Event(head=verb, first=verb.i, last=_told_so(verb), rule="state", actor=None, target=about)


def _is_pointing(verb: Token, head: Token, names: Names) -> bool:
    """Whether `it` or `this` stands for something: `this was the largest strike`, not `it is clear that`."""
    if names.is_resolved(head):
        return True
    said = child(verb, "attr")
    return head.lower_ in POINTING and said is not None and said.pos_ in NOMINAL and child(verb, "ccomp") is None


def _told_so(verb: Token) -> int:
    """The position of the noun that tells what is so, where it stands near: `became the first woman`."""
    said = child(verb, "attr")
    return said.i if said is not None and 0 < said.i - verb.i <= REACH else verb.i


def _is_undergone(verb: Token, head: Token, names: Names) -> bool:
    """Whether the subject of a verb undergoes what it says: `prices fell`, `the ship sank`, but not `she fell`."""
    if verb.lemma_ not in verbs_of("unaccusative") or head.lower_ in PERSONS:
        return False
    return not names.is_party(head)


def _last(verb: Token) -> int:
    """The position of the verb's particle, `cut off`, where it stands next to it; else the verb's own."""
    particle = child(verb, "prt")
    return particle.i if particle is not None and particle.i == verb.i + 1 else verb.i


def _completing(verb: Token) -> Token | None:
    """The object of a verb, where it comes soon after it."""
    noun = child(verb, "dobj")
    if noun is None or not 0 < noun.i - verb.i <= REACH or is_relative(noun) or noun.pos_ != "NOUN":
        return None
    return noun


def _light(verb: Token, noun: Token) -> Event | None:
    """`took part in the talks`: the noun says what is done, a preposition brings in the target."""
    after = light_verbs().get((verb.lemma_, noun.lemma_.lower()))
    if after is None:
        return None
    held = _after(noun, after) or _after(verb, after)
    if after and held is None:
        return None
    found = Argument(held, f"after {held.head.lower_}") if held is not None else None
    return Event(head=verb, first=verb.i, last=noun.i, rule="light verb", actor=subject(verb), target=found)


def _transfer(verb: Token, noun: Token, names: Names) -> Event | None:
    """`handed a letter to the minister`: what is given belongs to the action, who gets it is the target."""
    found = receiver(verb, names)
    return (
        None
        if found is None
        else Event(head=verb, first=verb.i, last=noun.i, rule="verb of giving", actor=subject(verb), target=found)
    )


def _act(verb: Token, noun: Token, names: Names) -> Event | None:
    """`announced job cuts`, `rejected a call by the ministry`: an event as object belongs to the action."""
    lemma, is_own = noun.lemma_.lower(), verb.lemma_ in verbs_of("own_act")
    if lemma not in event_nouns() and not (is_own and lemma in act_nouns()):
        return None
    found = party(noun, names)
    if found is None and not is_own:
        return None
    return Event(head=verb, first=verb.i, last=noun.i, rule="verb with event noun", actor=subject(verb), target=found)


def _after(token: Token, prepositions: frozenset[str]) -> Token | None:
    for one in token.rights:
        if one.dep_ in ("prep", "dative") and one.lower_ in prepositions:
            return child(one, "pobj")
    return None
