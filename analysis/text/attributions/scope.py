"""Scope: where the content of a clause ends, although the parse goes on."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from analysis.lexicons.cues import CueLexicon
from analysis.text.attributions.candidate import Candidate
from analysis.text.attributions.cues import lemma
from analysis.text.attributions.grammar import finite_tag
from analysis.text.attributions.quoted import Quoted
from analysis.text.attributions.tree import Tree

SCOPED = ("clause", "infinitive", "gerund", "object")
REPORTING = ("say", "deny", "promise", "judge", "order")
JOINING = ("and", "but", "while", "though", "although", "or")
REACH = 200  # tokens: no content is cut further on; keeps the time linear in texts without full stops
NEAR = 8  # tokens from a conjunction to its verb
UPWARDS = 6  # words between a relative pronoun and the verb of its clause


def scoped(tree: Tree, quoted: Quoted, lexicon: CueLexicon, found: Candidate) -> Candidate:
    """The candidate without what its reporter adds: a further verb of saying, a remark in a relative clause."""
    start_char, end_char = found.content
    if found.rule not in SCOPED or end_char <= found.cue.idx:
        return found
    doc, first = found.cue.doc, found.cue.i + 1
    for token in doc[first : min(tree.sentence(found.cue)[1], first + REACH)]:
        if token.idx >= end_char:
            break
        if token.idx <= start_char or token.i in quoted.number_of:
            continue
        if _is_remark(lexicon, token, end_char) or _is_report(tree, lexicon, found.cue, token):
            before = doc[token.i - 1]
            return replace(found, content=(start_char, before.idx + len(before.text)))
    return found


def _is_remark(lexicon: CueLexicon, comma: Token, end_char: int) -> bool:
    """Whether a comma begins a clause of the reporter's own: `..., adding that ...`; `..., which is false`."""
    if comma.text != "," or comma.i + 1 == len(comma.doc):
        return False
    after = comma.nbor()
    if after.tag_ == "VBG":
        return _kind(lexicon, after) in REPORTING
    if after.tag_ not in ("WDT", "WP", "WP$") or after.lower_ == "what":
        return False
    last = _last_of_relative(after)
    return last is not None and last.idx + len(last.text) == end_char


def _kind(lexicon: CueLexicon, verb: Token) -> str:
    entries = lexicon.get((lemma(verb), "verb"), ())
    return entries[0].kind if entries else ""


def _last_of_relative(pronoun: Token) -> Token | None:
    verb = pronoun.head
    for _ in range(UPWARDS):
        if verb.dep_ == "relcl":
            return verb.right_edge
        verb = verb.head
    return None


def _is_report(tree: Tree, lexicon: CueLexicon, cue: Token, joining: Token) -> bool:
    """Whether a conjunction joins another verb of the reporter's to the cue: `said he would go and warned that ...`."""
    if joining.lower_ not in JOINING:
        return False
    for verb in cue.doc[joining.i + 1 : joining.i + NEAR]:
        if verb.text in (",", ".", ";", ":"):
            return False
        if verb.pos_ in ("VERB", "AUX") and verb.dep_ != "aux":
            return _kind(lexicon, verb) in REPORTING and _joins(tree, cue, joining, verb)
    return False


def _joins(tree: Tree, cue: Token, joining: Token, verb: Token) -> bool:
    tag = finite_tag(tree, cue)
    if finite_tag(tree, verb) != tag:
        return False
    if tree.first(verb, "nsubj") is not None:
        return joining.nbor(-1).text == ","
    return verb.dep_ == "conj" and finite_tag(tree, verb.head) != tag
