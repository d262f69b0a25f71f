"""Whom the sentence of a claim is about, and the auxiliary that its verb needs to state something by itself."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from analysis.text.claims.kept import subtree
from analysis.text.claims.pieces import chars, runs, words
from analysis.text.facts.arguments import Argument
from analysis.text.facts.naming import Named, Names
from analysis.text.facts.phrases import phrase
from analysis.text.facts.syntax import child, is_passive
from analysis.text.records import Reference

PARTICIPIAL = frozenset({"acl", "advcl", "relcl", "conj", "pcomp", "dep"})  # clauses whose verb may be a participle
PRONOUNS = frozenset({"PRP", "PRP$"})
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
    return Named(words(head.doc, parts, resolved(head.doc, positions, names)), start_char, end_char, named.mention)


def _plain(head: Token, names: Names) -> str:
    start_char, end_char = names.chars(*phrase(head))
    return " ".join(names.parse.text[start_char:end_char].split())


def resolved(doc: Doc, positions: Iterable[int], names: Names, known: frozenset[int] = frozenset()) -> dict[int, str]:
    """The names that pronouns at these positions stand for, each once; none for the chains that are known already."""
    named, found = set(known), {}
    for place in sorted(positions):
        one = _reference(doc[place], names)
        if one is None or one.mention is None or names.mentions[one.mention].chain in named:
            continue
        named.add(names.mentions[one.mention].chain)
        found[place] = one.antecedent + ("'s" if doc[place].tag_ == "PRP$" else "")
    return found


def known(who: Named | None, doc: Doc, names: Names) -> frozenset[int]:
    """The chains of names that are heard in the words of whom a sentence is about."""
    if who is None:
        return frozenset()
    span = doc.char_span(who.start_char, who.end_char, alignment_mode="expand") or ()
    heard = [one.mention for token in span if (one := _reference(token, names)) is not None]
    return frozenset(names.mentions[number].chain for number in (who.mention, *heard) if number is not None)


def _reference(token: Token, names: Names) -> Reference | None:
    return names.reference(token) if token.tag_ in PRONOUNS else None


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
