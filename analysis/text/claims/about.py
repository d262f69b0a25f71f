"""Whom the sentence of a claim is about, and the auxiliary that its verb needs to state something by itself."""

from __future__ import annotations

from spacy.tokens import Token

from analysis.text.claims.kept import subtree
from analysis.text.claims.pieces import chars, runs, words
from analysis.text.facts.arguments import Argument
from analysis.text.facts.naming import Named, Names
from analysis.text.facts.phrases import phrase
from analysis.text.facts.syntax import child, is_passive

PARTICIPIAL = frozenset({"acl", "advcl", "relcl", "conj", "pcomp", "dep"})  # clauses whose verb may be a participle
PLURAL = frozenset({"they", "we", "you"})


def about(found: Argument, verb: Token, names: Names) -> Named:
    """Whom a sentence is about: by name, or by the whole phrase with what tells which is meant."""
    named, head = names.named(found), found.head
    if found.span or head.pos_ == "PRON" or head.ent_type_ == "PERSON" or named.words != _plain(head, names):
        return named
    start = phrase(head)[0]
    positions = [place for place in subtree(head) if place >= start]
    if verb.i in positions:
        return named
    parts = runs(head.doc, positions)
    start_char, end_char = chars(head.doc, (parts[0][0], parts[-1][1]))
    return Named(words(head.doc, parts), start_char, end_char, named.mention)


def _plain(head: Token, names: Names) -> str:
    start_char, end_char = names.chars(*phrase(head))
    return " ".join(names.parse.text[start_char:end_char].split())


def auxiliary(verb: Token, found: Argument | None) -> str:
    """The auxiliary that a participle needs to state something: `a law signed by` -> `a law was signed by`."""
    if found is None or verb.tag_ not in ("VBN", "VBG") or verb.dep_ not in PARTICIPIAL:
        return ""
    shared = verb.head.children if verb.dep_ == "conj" else ()
    if any(one.dep_ in ("aux", "auxpass") for one in (*verb.children, *shared)):
        return ""
    if verb.tag_ == "VBN" and not is_passive(verb):
        return ""
    return "were" if _is_plural(found.head) else "was"


def _is_plural(head: Token) -> bool:
    return head.tag_ in ("NNS", "NNPS") or head.lower_ in PLURAL or child(head, "conj") is not None
