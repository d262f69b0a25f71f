"""Nouns and adjectives as cues: `the claim that ...`, `their plan to ...`, `is confident that ...`."""

from __future__ import annotations

from spacy.tokens import Token

from analysis.lexicons.cues import load_cue_words
from analysis.text.attributions.candidate import Candidate, candidate
from analysis.text.attributions.complements import complement
from analysis.text.attributions.cues import CueMatch
from analysis.text.attributions.grammar import after_preposition, agent, has_that
from analysis.text.attributions.sources import source_of, subject
from analysis.text.attributions.tree import Run, Tree, run

HAVING = ("by", "from", "among")
POINTING = ("the", "this", "these", "those")
MAKING = ("come", "make", "issue", "release")
NAMES = ("PERSON", "ORG", "GPE", "NORP")
PREDICATES = ("acomp", "conj", "amod", "advcl", "acl", "oprd", "ccomp", "ROOT")


def nominal(tree: Tree, cue: CueMatch) -> Candidate | None:
    """The attribution of a noun with its clause, its infinitive or its preposition."""
    noun = cue.token
    found = complement(tree, noun, cue.cue) or _of_light_verb(tree, cue)
    if found is None:
        return None
    content, rule = found
    source = _owner(tree, noun) or _shared(tree, noun) or _modifier(tree, noun)
    if source is None and rule == "object":
        return None
    return candidate(cue, source, content, f"noun {rule}")


def _owner(tree: Tree, noun: Token) -> Token | None:
    return tree.first(noun, "poss") or after_preposition(tree, noun, HAVING)


def _shared(tree: Tree, noun: Token) -> Token | None:
    """The subject of a verb that says no more than the noun does: `they` in `they made a plan to go`."""
    is_light = noun.dep_ in ("dobj", "attr") and noun.head.lemma_ in load_cue_words()["light"]
    return subject(tree, noun.head) if is_light else None


def _modifier(tree: Tree, noun: Token) -> Token | None:
    """The name that a noun is compounded with: `a Pentagon plan to ...`, `the German proposal to ...`."""
    return next((c for c in tree.of(noun, "compound", "amod") if c.ent_type_ in NAMES), None)


def _of_light_verb(tree: Tree, cue: CueMatch) -> tuple[Run, str] | None:
    """The clause that the parse hangs on the verb of a noun: `made the case again that taxes are too high`."""
    noun, verb = cue.token, cue.token.head
    if noun.dep_ != "dobj" or "clause" not in cue.cue.frames or verb.lemma_ not in load_cue_words()["light"]:
        return None
    clause = next((c for c in tree.after(verb, "ccomp", "advcl") if c.i > noun.i and has_that(tree, c)), None)
    return None if clause is None else (run(clause), "clause")


def announced(tree: Tree, cue: CueMatch) -> Candidate | None:
    """The sentence before as content: `The announcement came from the envoy`; `The claim was made by the ministry`."""
    noun, verb = cue.token, cue.token.head
    if cue.cue.kind != "say" or noun.dep_ not in ("nsubj", "nsubjpass") or verb.lemma_ not in MAKING:
        return None
    if not any(child.lower_ in POINTING for child in tree.of(noun, "det")):
        return None
    source = after_preposition(tree, verb, HAVING) or agent(tree, verb)
    number = tree.sentence_of[noun.i]
    before = tree.parse.spans[number - 1] if number else None
    if source is None or before is None or before.end != tree.sentence(noun)[0]:
        return None
    return candidate(cue, source, (before.start, before.end - 1), "sentence before")


def adjectival(tree: Tree, cue: CueMatch) -> Candidate | None:
    """The attribution of an adjective that says what somebody feels, thinks or is ready for."""
    found = complement(tree, cue.token, cue.cue) if cue.token.dep_ in PREDICATES else None
    source = source_of(tree, cue.token.head if _is_made(cue.token) else cue.token)
    if found is None or source is None or source.lower_ in ("it", "there"):
        return None
    content, rule = found
    return candidate(cue, source, content, f"adjective {rule}")


def _is_made(adjective: Token) -> bool:
    """Whether somebody makes something so: `made it clear that ...`."""
    return adjective.dep_ in ("ccomp", "oprd") and adjective.head.lemma_ == "make"
