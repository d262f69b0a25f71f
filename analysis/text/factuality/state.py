"""What the words around an event's head say of it, gathered from the main clause inwards."""

from __future__ import annotations

import msgspec
from spacy.tokens import Token

from analysis.text.factuality.governor import Governor, governor, part_of
from analysis.text.factuality.group import Group, verb_group
from analysis.text.factuality.lexicon import CERTAINTIES, Effect, cue_effect, load_effects, load_modals
from analysis.text.factuality.markers import (
    MODIFYING,
    has_event_object,
    is_arranged,
    is_backshifted,
    is_excessive,
    is_forecast,
    is_process,
    is_question,
    is_ranked,
    is_temporal,
    modifier_effect,
    scope_of_words,
)

DEEPEST = 6  # embedded clauses that are followed outwards; deeper ones are rare and mostly misparsed
SILENT = frozenset({"happens", "involved", "presupposed", "stated", "past"})
KEEPS_TENSE = frozenset({"own", "cue", "future_cue"})
CIRCUMSTANCES = frozenset(
    {
        "during",
        "after",
        "before",
        "since",
        "despite",
        "amid",
        "following",
        "until",
        "at",
        "from",
        "by",
        "due",
        "against",
    }
)
POLITE = frozenset({"like", "love", "prefer"})  # would like to: a wish, no condition
TO_INFINITIVE = frozenset({"to", "purpose", "headline"})


class State(msgspec.Struct, frozen=True):
    """An event's certainty, polarity and tense, the effects that led to them and the words that had them.

    `governors` are the governing words from the event outwards; `is_apart` tells that it stands in an adjunct or a
    relative clause, which a reporting verb further out says nothing about.
    """

    certainty: str = "certain"
    polarity: str = "positive"
    tense: str = ""
    effects: tuple[str, ...] = ()
    how: tuple[str, ...] = ()
    governors: tuple[Governor, ...] = ()
    is_apart: bool = False


def state_of(token: Token, is_reported: bool = False, depth: int = 0) -> State:
    """The state of the event that the token heads, from its governors, its modifiers and its verb group.

    `is_reported` tells that it stands in reported speech, where `would` means will.
    """
    children = tuple(token.children)
    group = verb_group(token, children)
    outer = governor(token, group) if depth < DEEPEST else None
    is_reported = is_reported or (outer is not None and outer.scope == "that")
    state = _from_outside(outer, token, group, is_reported, depth)
    state = _with_own_tense(state, token, group)
    for child in children:
        if child.dep_ in MODIFYING:
            state = _modified(state, child, group)
    state = _with_modal(state, token, group, is_reported)
    state = _planning(state, token)
    if is_question(token):
        state = added(state, load_effects()["open"], "?")
    return _negated(state, group.negation) if group.negation else state


def _from_outside(outer: Governor | None, token: Token, group: Group, is_reported: bool, depth: int) -> State:
    """The state that the governors give to the event."""
    if outer is None:
        state = State(is_apart=token.dep_ == "relcl")
        is_headline = group.has_to and not group.is_perfect
        return added(state, load_effects()["decided"], "to") if is_headline else state
    # what merely states a clause passes nothing on: no need to ask what is said of the statement itself
    is_plain = outer.scope == "that" and _effect(outer, token).name == "stated"
    cue = State() if is_plain else state_of(outer.token, is_reported, depth + 1)
    state = _under(outer, cue, token, group) if depth else _outermost(outer, cue, token, group)
    return msgspec.structs.replace(state, governors=(outer, *cue.governors))


def added(state: State, effect: Effect, word: str) -> State:
    """The state after one more word with an effect on the event."""
    negative = (state.polarity == "negative") != (effect.polarity == "negative")
    return msgspec.structs.replace(
        state,
        certainty=_weaker(state.certainty, effect.certainty),
        polarity="negative" if negative else "positive",
        tense=state.tense if effect.tense in KEEPS_TENSE else effect.tense,
        effects=(*state.effects, effect.name),
        how=(*state.how, word),
    )


def _outermost(outer: Governor, cue: State, token: Token, group: Group) -> State:
    """The state that the governor gives to the event that is asked for: a refused offer was made all the same."""
    state = _under(outer, cue, token, group)
    is_kept = cue.polarity == "positive" and "denied" not in state.effects and _names_a_plan(token, outer)
    if state.polarity == "negative" and is_kept:
        return State(is_apart=state.is_apart)
    return state


def _under(outer: Governor, cue: State, token: Token, group: Group) -> State:
    """The state that the governor gives, before the event's own words are heard."""
    if outer.scope == "copula":
        return cue
    if outer.scope == "adjunct":
        return _beside(cue, token, group)
    effect = _effect(outer, token)
    if cue.polarity == "negative" and outer.scope != "purpose":
        effect = load_effects()["denied" if _is_rejected(cue, effect) else effect.negated]
    return _affected(cue, effect, outer)


def _is_rejected(cue: State, effect: Effect) -> bool:
    """Whether somebody rejects what is claimed: rejected claims that they fled; called reports of a leak false."""
    return effect.name == "claimed" and not {"refused", "denied"}.isdisjoint(cue.effects)


def _beside(cue: State, token: Token, group: Group) -> State:
    """The state of a clause that says when or how: a participle shares all but the negation of the main verb."""
    if not group.is_finite:
        return State(cue.certainty, tense=cue.tense, effects=cue.effects, how=cue.how, is_apart=True)
    return State(tense="future" if cue.tense == "future" and is_temporal(token) else "", is_apart=True)


def _affected(cue: State, effect: Effect, outer: Governor) -> State:
    inherits = effect.tense not in ("own", "future_cue") or (effect.tense == "future_cue" and cue.tense == "future")
    own = cue.tense if outer.scope in ("to", "ing", "of", "with") and effect.name != "presupposed" else ""
    tense = {"own": own, "cue": cue.tense, "future_cue": "future" if inherits else ""}
    is_silent = effect.name in SILENT
    return State(
        certainty=_weaker(effect.certainty, cue.certainty) if inherits else effect.certainty,
        polarity=effect.polarity,
        tense=tense.get(effect.tense, effect.tense),
        effects=(*(cue.effects if inherits else ()), effect.name),
        how=(*(cue.how if inherits else ()), *(() if is_silent else (_words(outer),))),
        is_apart=cue.is_apart,
    )


def _words(outer: Governor) -> str:
    if outer.scope in ("object", "subject", "ing", "participle"):
        return outer.token.text
    if outer.scope == "headline" or cue_effect(outer.scope, "prep", "holds"):
        return outer.scope
    return f"{outer.token.text} {'to' if outer.scope in ('purpose', 'to-noun') else outer.scope}"


def _effect(outer: Governor, token: Token) -> Effect:
    """The effect of a governor on what is in its scope, by the lexicon or by the kind of scope."""
    head, scope, effects = outer.token, outer.scope, load_effects()
    if scope == "to" and head.pos_ != "VERB" and is_excessive(head):
        return effects["prevented"]
    if scope == "to" and head.pos_ != "VERB" and is_ranked(head):
        return effects["happens"]
    if scope == "headline":
        return effects["decided"]
    if scope == "to" and _is_done_duty(head):
        return effects["happens"]
    found = cue_effect(scope, "prep", "holds") or _listed_effect(head, scope_of_words(scope, token))
    if found is not None:
        return effects["refused"] if found.name == "denied" and _is_granted(outer, token) else found
    if scope in TO_INFINITIVE:
        return effects["purpose"]
    if scope in ("that", "participle"):
        return effects["stated" if scope == "that" else "past"]
    if token.pos_ == "VERB":
        return effects["happens"]
    return effects["presupposed" if scope in CIRCUMSTANCES else "involved"]


def _is_done_duty(verb: Token) -> bool:
    """Whether somebody did what they had to do: `she had to leave early`; not what others said they had to do."""
    return verb.lemma_ == "have" and verb.tag_ == "VBD" and verb.dep_ in ("ROOT", "relcl")


def _is_granted(outer: Governor, token: Token) -> bool:
    """Whether a noun is what one is given or asks for: to deny bail, a request, or anything to somebody, refuses it."""
    if outer.scope != "object":
        return False
    return cue_effect(token.lemma_, "noun", "granted") is not None or any(
        child.dep_ == "dative" or (child.dep_ == "dobj" and child.i != token.i) for child in outer.token.children
    )


def _listed_effect(head: Token, scope: str) -> Effect | None:
    particle = next((child.lower_ for child in head.children if child.dep_ == "prt"), "")
    part = part_of(head)
    with_particle = cue_effect(f"{head.lemma_} {particle}", part, scope) if particle else None
    return with_particle or cue_effect(head.lemma_, part, scope)


def _names_a_plan(token: Token, outer: Governor) -> bool:
    """Whether a noun names words or a plan: a refused offer was made, what it offers was refused."""
    return outer.scope in ("object", "subject") and cue_effect(token.lemma_, "noun", "to") is not None


def _with_own_tense(state: State, token: Token, group: Group) -> State:
    """The state with the tense of the event's own verb, where that has one."""
    if group.modal:
        return state
    if group.has_to and group.is_perfect:
        return msgspec.structs.replace(state, tense="past")
    if group.is_finite and not (state.tense == "future" and group.tense == "present"):
        tense = "future" if group.tense == "present" and is_arranged(token) else group.tense
        return msgspec.structs.replace(state, tense=tense)
    if token.tag_ == "VBN" and token.dep_ == "advcl" and not group.has_to and state.tense != "future":
        return msgspec.structs.replace(state, tense="past")
    if not state.tense and token.tag_ == "VBG":
        return msgspec.structs.replace(state, tense="present")
    return state


def _modified(state: State, child: Token, group: Group) -> State:
    """The state after a child of the event's word, when that is a modifier or a conjunction with an effect."""
    effect = modifier_effect(child)
    if effect is None or (effect.tense == "future" and group.tense == "past"):
        return state
    return added(state, effect, child.text)


def _planning(state: State, token: Token) -> State:
    """The state of a verb that is no more than a plan when its object is a noun: considers a visit, seeks a loan."""
    effect = cue_effect(token.lemma_, "verb", "self") if token.pos_ == "VERB" else None
    if effect is None or not has_event_object(token):
        return state
    return msgspec.structs.replace(state, effects=(*state.effects, effect.name), how=(*state.how, token.text))


def _with_modal(state: State, token: Token, group: Group, is_reported: bool) -> State:
    modal = load_modals().get(group.modal)
    if modal is None or (state.tense == "future" and modal.effect in ("decided", "hypothetical")):
        return state
    effects = load_effects()
    if modal.effect == "hypothetical" and token.lemma_ in POLITE:
        return msgspec.structs.replace(state, tense="present")
    if modal.effect == "hypothetical" and not group.is_perfect and is_reported and is_backshifted(token):
        return added(state, effects["forecast" if is_forecast(token) else "foretold"], group.modal)
    if modal.effect == "obliged" and not group.is_perfect and is_process(token, group.modal):
        return added(state, effects["expected"], group.modal)
    if group.negation and modal.negated and not group.is_perfect:
        flipped = added(state, effects[modal.negated], group.modal)
        return msgspec.structs.replace(flipped, polarity=state.polarity, tense=flipped.tense or "present")
    return added(state, effects[modal.perfect if group.is_perfect else modal.effect], group.modal)


def _negated(state: State, word: str) -> State:
    polarity = "positive" if state.polarity == "negative" else "negative"
    return msgspec.structs.replace(state, polarity=polarity, how=(*state.how, word))


def _weaker(left: str, right: str) -> str:
    return max(left, right, key=CERTAINTIES.index)
