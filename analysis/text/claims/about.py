"""Whom the sentence of a claim is about, and the auxiliary that its verb needs to state something by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from analysis.text.claims.kept import is_bare_be, subtree
from analysis.text.claims.pieces import GAP, chars, runs, words
from analysis.text.facts.arguments import Argument
from analysis.text.facts.lexicon import verbs_of
from analysis.text.facts.naming import Named, Names
from analysis.text.facts.phrases import phrase
from analysis.text.facts.syntax import child, is_passive
from analysis.text.records import Reference

PARTICIPIAL = frozenset({"acl", "advcl", "relcl", "conj", "pcomp", "dep"})  # clauses whose verb may be a participle
PRONOUNS = frozenset({"PRP", "PRP$"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
DETERMINED = frozenset({"the", "a", "an", "some", "all", "both", "most", "many", "several", "each", "every"})
PLURAL = frozenset({"they", "we", "you"})


@dataclass(frozen=True)
class Whom:
    """Whom a sentence is about: its words, the word that heads them, and the positions of those that stand as they are.

    `positions` are empty where a name stands in their place; `closed` is the comma behind an apposition.
    """

    named: Named
    head: Token
    positions: tuple[int, ...] = ()
    closed: str = ""

    def said(self, instead: Mapping[int, str]) -> str:
        """The words, with others in place of some."""
        doc = self.head.doc
        return words(doc, runs(doc, self.positions), instead) + self.closed if self.positions else self.named.words


def about(found: Argument, verb: Token, names: Names) -> Whom:
    """Whom a sentence is about: by name, or by the whole phrase with what tells which is meant."""
    named, head = names.named(found), found.head
    split = _split_subject(head)
    if split and not found.span:
        return _of_positions(head, split, names, named)
    if found.span or head.pos_ == "PRON" or head.ent_type_ == "PERSON" or named.words != _plain(head, names):
        is_open = head.pos_ == "PRON" and not found.span and named.words.lower() == head.lower_
        reference = names.reference(head) if head.tag_ in PRONOUNS else None
        said = with_article(named.words, names) if reference is None else meaning(reference, head, names)
        named = replace(named, words=said)
        return Whom(named, head, (head.i,) if is_open else ())
    start = phrase(head)[0]
    positions = [place for place in subtree(head) if place >= start]
    return Whom(named, head) if verb.i in positions else _of_positions(head, positions, names, named)


def _of_positions(head: Token, positions: Sequence[int], names: Names, named: Named) -> Whom:
    parts = runs(head.doc, positions)
    if not parts:  # the ticker of a share alone
        return Whom(named, head)
    start_char, end_char = chars(head.doc, (parts[0][0], parts[-1][1]))
    said = words(head.doc, parts, resolved(head.doc, positions, names))
    closed = "," if ", " in said and names.parse.text[end_char : end_char + 1] == "," else ""
    return Whom(
        Named(words=said + closed, start_char=start_char, end_char=end_char, mention=named.mention),
        head,
        tuple(positions),
        closed,
    )


def _split_subject(head: Token) -> list[int]:
    """The positions of a subject of which the parse made several, `banks, insurers and a fund are`; else empty."""
    if head.dep_ not in SUBJECTS:
        return []
    alike = [one for one in head.head.lefts if one.dep_ in SUBJECTS and one.i >= head.i]
    if len(alike) < 2 or any(not _is_adjacent(*pair) for pair in pairwise(alike)):
        return []
    return list(range(phrase(head)[0], alike[-1].right_edge.i + 1))


def _is_adjacent(left: Token, right: Token) -> bool:
    between = left.doc[left.right_edge.i + 1 : right.left_edge.i]
    return len(between) <= GAP and all(one.is_punct or one.dep_ in ("cc", "punct") for one in between)


def _plain(head: Token, names: Names) -> str:
    start_char, end_char = names.chars(*phrase(head))
    return " ".join(names.parse.text[start_char:end_char].split())


def resolved(doc: Doc, positions: Iterable[int], names: Names, known: frozenset[int] = frozenset()) -> dict[int, str]:
    """The names that pronouns at these positions stand for, each once; none for the chains that are known already."""
    named, found = set(known), {}
    for place in sorted(names.pronouns.keys() & set(positions)):
        one = names.pronouns[place]
        if one.mention is None or names.mentions[one.mention].chain in named:
            continue
        named.add(names.mentions[one.mention].chain)
        found[place] = meaning(one, doc[place], names)
    return found


def with_article(name: str, names: Names) -> str:
    """A name with the article that it has in the text: `the Bank of Velmont`; a description with `the`."""
    return f"the {name}" if name in names.with_article else name


def meaning(one: Reference, token: Token, names: Names) -> str:
    """The words that stand in place of a pronoun."""
    is_described = one.mention is None and one.antecedent[:1].islower() and one.antecedent.split()[0] not in DETERMINED
    said = f"the {one.antecedent}" if is_described else with_article(one.antecedent, names)
    return possessive(said) if token.tag_ == "PRP$" else said


def possessive(words: str) -> str:
    """Words with the ending of the possessive.

    >>> possessive("Acme"), possessive("the two unions")
    ("Acme's", "the two unions'")
    """
    return words + ("'" if words.endswith("s") else "'s")


def known(whom: Whom | None, names: Names) -> frozenset[int]:
    """The chains of names that are heard in the words of whom a sentence is about."""
    if whom is None:
        return frozenset()
    who = whom.named
    heard = [one.mention for one in names.pronouns.values() if who.start_char <= one.start_char < who.end_char]
    return frozenset(names.mentions[number].chain for number in (who.mention, *heard) if number is not None)


def auxiliary(verb: Token, found: Argument | None) -> str:
    """The auxiliary that a participle needs to state something: `a law signed by` -> `a law was signed by`."""
    if found is not None and _is_subjunctive(verb):
        return "should"
    if found is None or verb.tag_ not in ("VBN", "VBG") or verb.dep_ not in PARTICIPIAL:
        return ""
    shared = verb.head.children if verb.dep_ == "conj" else ()
    if any(one.dep_ in ("aux", "auxpass") and one.lower_ != "being" for one in (*verb.children, *shared)):
        return ""
    if verb.tag_ == "VBN" and not is_passive(verb):
        return ""
    return "were" if _is_plural(found.head) else "was"


def _is_subjunctive(verb: Token) -> bool:
    """Whether a clause says without an auxiliary what is demanded: `asked that the port be closed`."""
    if verb.dep_ != "ccomp" or not any(one.dep_ in SUBJECTS for one in verb.lefts):
        return False
    if is_bare_be(verb):
        return True
    is_alone = verb.tag_ == "VB" and not any(one.dep_ in ("aux", "auxpass") for one in verb.lefts)
    return is_alone and verb.head.lemma_ in verbs_of("demanding")


def _is_plural(head: Token) -> bool:
    return head.tag_ in ("NNS", "NNPS") or head.lower_ in PLURAL or child(head, "conj") is not None
