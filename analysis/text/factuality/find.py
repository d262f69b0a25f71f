"""The factuality of an event, from the words around its head."""

from __future__ import annotations

from spacy.tokens import Token

from analysis.text.factuality.record import Factuality


def find_factuality(predicate: Token, cue_lemma: str = "") -> Factuality:
    """What the text says about the event that `predicate` heads: how sure, said or denied, when, how far along.

    `predicate` is the verb, or the noun of a nominal event; `cue_lemma` the lemma of the attribution cue whose
    content holds it, empty where there is none.
    """
    words = {child.lower_ for child in predicate.children if child.dep_ in ("aux", "auxpass", "neg")}
    if "neg" in {child.dep_ for child in predicate.children}:
        return Factuality(polarity="negative", status="denied", how="not")
    if words & {"will", "wo", "shall", "'ll"}:
        return Factuality(tense="future", status="planned", how="will")
    if words & {"may", "might", "could"}:
        return Factuality(certainty="possible", tense="future", status="possible", how="may")
    past = predicate.tag_ in ("VBD", "VBN") or "had" in words
    return Factuality(tense="past" if past else "present" if predicate.tag_ in ("VBZ", "VBP", "VBG") else "")
