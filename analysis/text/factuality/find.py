"""The factuality of an event, from the words around its head."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Token

from analysis.text.factuality.acts import act_effect
from analysis.text.factuality.lexicon import ANY, StatusRow, cue_effect, load_effects, load_statuses
from analysis.text.factuality.record import Factuality
from analysis.text.factuality.state import State, added, state_of


def find_factuality(predicate: Token, cue_lemma: str = "") -> Factuality:
    """What the text says about the event that `predicate` heads: how sure, affirmed or negated, when, how far along.

    `predicate` is the verb, or the noun of a nominal event; `cue_lemma` the lemma of the attribution cue whose
    content holds it, empty where there is none.
    """
    state = state_of(predicate, bool(cue_lemma))
    is_heard = any(outer.token.lemma_ == cue_lemma for outer in state.governors)
    if cue_lemma and not is_heard and not state.is_apart:
        effect = cue_effect(cue_lemma, "verb", "that")
        if effect is not None and effect.tense == "own" and effect.name != "stated":
            state = added(state, effect, cue_lemma)
    status, plan = _outcome(predicate, state)
    return Factuality(
        certainty=state.certainty,
        polarity=state.polarity,
        tense=state.tense,
        status=status,
        plan=plan,
        how=", ".join(state.how),
        effects=state.effects,
        governors=tuple((outer.token.i, outer.scope) for outer in state.governors),
    )


def _outcome(predicate: Token, state: State) -> tuple[str, str]:
    """The status of an event and the kind of plan that it is.

    Who urges or promises has acted, but what the text tells by it is what he asks for or promises.
    """
    status = status_of(state)
    act = act_effect(predicate) if status == "done" and state.tense != "future" else None
    if act is not None:
        status = _status((act.name,), act.certainty, act.polarity, "future")
        return status, act.plan if status == "planned" else ""
    return status, plan_of(state) if status == "planned" else ""


def status_of(state: State) -> str:
    """The status of an event in this state, by the first row of `status.csv` that fits."""
    return _status(state.effects, state.certainty, state.polarity, state.tense or "none")


def plan_of(state: State) -> str:
    """The kind of plan that a planned event is, by the outermost word that says one: who pledged to try gave his word,
    who hopes to agree did not. Without such a word it lies in the future as the text tells it: announced."""
    plans = (load_effects()[name].plan for name in state.effects)
    return next((plan for plan in plans if plan), "announced")


@lru_cache(maxsize=4096)
def _status(effects: tuple[str, ...], certainty: str, polarity: str, tense: str) -> str:
    values = (certainty, polarity, tense)
    return next(row.status for row in load_statuses() if _fits(row, effects, values))


def _fits(row: StatusRow, effects: tuple[str, ...], values: tuple[str, str, str]) -> bool:
    cells = zip((row.certainty, row.polarity, row.tense), values, strict=True)
    return (row.effect == ANY or row.effect in effects) and all(cell in (ANY, value) for cell, value in cells)
