"""What became of what a claim tells, where a reader takes it otherwise than the words that govern it say alone."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Token

from analysis.text.claims.judged import claim_words
from analysis.text.claims.opinions import is_opinion
from analysis.text.claims.row import Row
from analysis.text.facts.build import Sources
from analysis.text.facts.lexicon import verbs_of
from analysis.text.facts.subjects import subject
from analysis.text.facts.syntax import is_infinitive, is_simple_past
from analysis.text.records import Fact

BARE = frozenset({"VB", "VBP"})
ONE = frozenset({"NN", "NNP"})
SHOULD = "should"
VOTING = "vote"
TOOK_STEPS = "move"  # `moved to ban it`: it is not banned yet


def outcome(row: Row, fact: Fact, sources: Sources) -> dict[str, Any]:
    """The fields of a claim whose status a reader takes otherwise; none for most."""
    if _is_demanded(row.head):
        return {"status": "requested", "plan": ""} | _demander(row.head.head, sources)
    if fact.status == "requested" and _is_expected(row, sources):
        return {"status": "planned", "plan": "expected"}
    if fact.status == "planned" and fact.plan != "pledged" and _is_carried_out(row.head):
        return {"status": "done", "plan": ""}
    if fact.status == "done" and fact.attribution is not None:
        cue = sources.attributions[fact.attribution].cue_lemma
        return {"status": "possible"} if cue in claim_words("doubting") else {}
    return {}


def _demander(verb: Token, sources: Sources) -> dict[str, Any]:
    """Who insists acts, not the thing that is to be so."""
    found = subject(verb)
    if found is None:
        return {}
    who = sources.names.named(found)
    fields = ("", "_start_char", "_end_char", "_mention")
    return {
        f"actor{part}": one
        for part, one in zip(fields, (who.words, who.start_char, who.end_char, who.mention), strict=True)
    }


def _is_demanded(verb: Token) -> bool:
    """`insists that the budget include the wall`: a bare verb with a subject in the singular is no report."""
    if verb.tag_ not in BARE or verb.dep_ != "ccomp" or verb.head.lemma_ not in verbs_of("demanding"):
        return False
    if any(one.dep_ in ("aux", "auxpass") for one in verb.lefts):
        return False
    return any(one.dep_ == "nsubj" and one.tag_ in ONE for one in verb.lefts)


def _is_expected(row: Row, sources: Sources) -> bool:
    """`Costs should be below 50 cents`: of things it is likely, nobody is asked."""
    if row.told.event.rule != "state" or not any(one.lower_ == SHOULD for one in row.head.lefts):
        return False
    about = row.told.event.target
    is_thing = about is not None and about.head.pos_ == "NOUN" and not sources.names.is_party(about.head)
    return is_thing and not is_opinion(row.head, "state")


def _is_carried_out(verb: Token) -> bool:
    """`flew to visit the base`, `voted to elect her`: who went there did it, and a vote settles what it is on."""
    above = verb.head
    if verb.dep_ not in ("xcomp", "advcl") or not is_infinitive(verb) or not _is_past(above):
        return False
    is_vote = above.lemma_ == VOTING and verb.lemma_ in claim_words("settling")
    return is_vote or (above.lemma_ in verbs_of("motion") and above.lemma_ != TOOK_STEPS)


def _is_past(verb: Token) -> bool:
    is_not = any(one.dep_ == "neg" for one in verb.lefts)
    return is_simple_past(verb) and not is_not and verb.dep_ in ("ROOT", "conj", "ccomp")
