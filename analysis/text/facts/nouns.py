"""Nouns that report an event, `the reopening of the embassy`, and who acts on whom in the words around them."""

from __future__ import annotations

from spacy.tokens import Token

from analysis.text.facts.arguments import NAME_BEFORE, OWNER, Argument
from analysis.text.facts.events import Event
from analysis.text.facts.lexicon import EventNoun, event_nouns, verbs_of
from analysis.text.facts.naming import PARTIES, Names
from analysis.text.facts.places import is_place_only
from analysis.text.facts.subjects import holder_of, subject
from analysis.text.facts.syntax import NUMBERS, child, is_passive, is_verbal

NAMED = frozenset({*PARTIES, "PERSON"})


def noun_event(noun: Token, names: Names) -> Event | None:
    """The event that a noun names; None when the words around it tell neither who acts nor on whom."""
    frame = event_nouns().get(noun.lemma_.lower())
    if frame is None or noun.dep_ in ("compound", "amod", "nmod") or names.label(noun) not in ("", "EVENT"):
        return None
    doer = _by(noun) or _between(noun) or _from(noun, frame)
    done_to = _after(noun, frame)
    of = _object_of(noun, "of")
    if of is not None and frame.of == "target":
        done_to = done_to or of
    elif of is not None and not _is_content(of.head, noun, names):
        doer = doer or of
    doer, done_to = _owned(noun, frame, names, doer, done_to)
    doer, done_to = _before(noun, frame, names, doer, done_to)
    if doer is None:
        doer = _of_the_verb(noun)
    told = [one for one in (doer, done_to) if one is not None]
    if all(one.head.pos_ == "PRON" and not names.is_resolved(one.head) for one in told):
        return None
    return Event(head=noun, first=noun.i, last=noun.i, rule="event noun", actor=doer, target=done_to)


def _object_of(noun: Token, *prepositions: str) -> Argument | None:
    for one in noun.rights:
        if one.dep_ in ("prep", "agent", "dative") and one.lower_ in prepositions:
            held = child(one, "pobj")
            if held is not None and held.ent_type_ not in NUMBERS:
                return Argument(held, f"after {one.lower_}", 0.9)
    return None


def _by(noun: Token) -> Argument | None:
    return _object_of(noun, "by")


def _between(noun: Token) -> Argument | None:
    return _object_of(noun, "between", "among")


def _from(noun: Token, frame: EventNoun) -> Argument | None:
    return None if "from" in frame.after else _object_of(noun, "from")


def _after(noun: Token, frame: EventNoun) -> Argument | None:
    return _object_of(noun, *frame.after)


def _owned(
    noun: Token, frame: EventNoun, names: Names, doer: Argument | None, done_to: Argument | None
) -> tuple[Argument | None, Argument | None]:
    """`the bank's purchase` acts, `the minister's arrest` is acted on, `the police's arrest of the minister` acts."""
    owner = holder_of(noun)
    if owner is None:
        return doer, done_to
    found = Argument(owner, f"owner of {noun.text}", OWNER)
    if done_to is None and (frame.owner == "target" or (frame.of == "target" and not _can_act(owner, names))):
        return doer, found
    return doer or found, done_to


def _can_act(owner: Token, names: Names) -> bool:
    """Whether an owner can do what the noun says: `the firm's launch`, not `the rocket's launch`, `its launch`."""
    return names.is_party(owner) or (owner.pos_ == "PRON" and owner.lower_ != "its")


def _before(
    noun: Token, frame: EventNoun, names: Names, doer: Argument | None, done_to: Argument | None
) -> tuple[Argument | None, Argument | None]:
    """`the Taliban takeover`, `Israeli tanks`: a name before the noun acts; `job cuts`: another noun is acted on."""
    for one in noun.lefts:
        if one.dep_ not in ("compound", "amod", "nmod"):
            continue
        if doer is None and names.label(one) in NAMED and not _is_setting(one, names):
            doer = Argument(one, f"name before {noun.text}", NAME_BEFORE)
        elif (
            frame.of == "target"
            and done_to is None
            and one.dep_ == "compound"
            and not names.label(one)
            and one.pos_ == "NOUN"
        ):
            done_to = Argument(one, f"noun before {noun.text}", 0.7)
    return doer, done_to


def _is_content(head: Token, noun: Token, names: Names) -> bool:
    """`Acme's declaration of bankruptcy`: what is declared, where a name before the noun or an owner says who does."""
    before = any(one.dep_ in ("compound", "nmod", "poss") and names.label(one) in NAMED for one in noun.lefts)
    return before and not names.is_party(head)


def _of_the_verb(noun: Token) -> Argument | None:
    """`launched an attack`, `is in talks with`: the subject of a verb whose object is the subject's own act."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "in" and verb.head.lemma_ == "be":
        found = subject(verb.head)
        return found and found.further(f"subject of {verb.head.text}")
    if noun.dep_ != "dobj" or not is_verbal(verb) or verb.lemma_ not in verbs_of("own_act") or is_passive(verb):
        return None
    found = subject(verb)
    return found and found.further(f"subject of {verb.text}")


def _is_setting(name: Token, names: Names) -> bool:
    """Whether a name before a noun is a place that does not act: `the Herat earthquake`."""
    return names.label(name) == "GPE" and is_place_only(name.text)
