"""The factuality of an event, from the words around its head."""

from __future__ import annotations

from spacy.tokens import Token

from analysis.text.factuality.lexicon import ANY, StatusRow, cue_effect, load_statuses
from analysis.text.factuality.record import Factuality
from analysis.text.factuality.state import State, added, state_of


def find_factuality(predicate: Token, cue_lemma: str = "") -> Factuality:
    """What the text says about the event that `predicate` heads: how sure, said or denied, when, how far along.

    `predicate` is the verb, or the noun of a nominal event; `cue_lemma` the lemma of the attribution cue whose
    content holds it, empty where there is none.
    """
    state = state_of(predicate, bool(cue_lemma))
    is_heard = any(outer.token.lemma_ == cue_lemma for outer in state.governors)
    if cue_lemma and not is_heard and not state.is_apart:
        effect = cue_effect(cue_lemma, "verb", "that")
        if effect is not None and effect.tense == "own" and effect.name != "stated":
            state = added(state, effect, cue_lemma)
    return Factuality(
        state.certainty,
        state.polarity,
        state.tense,
        status_of(state),
        ", ".join(state.how),
        state.effects,
        tuple((outer.token.i, outer.scope) for outer in state.governors),
    )


def status_of(state: State) -> str:
    """The status of an event in this state, by the first row of `status.csv` that fits."""
    return next(row.status for row in load_statuses() if _fits(row, state))


def _fits(row: StatusRow, state: State) -> bool:
    return (
        (row.effect == ANY or row.effect in state.effects)
        and row.certainty in (ANY, state.certainty)
        and row.polarity in (ANY, state.polarity)
        and row.tense in (ANY, state.tense or "none")
    )
