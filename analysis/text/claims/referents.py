"""Who is meant where a slot still names nobody: `it`, `they`, `the company`.

Names compete for `it` and for a definite noun by the ranker of open nouns (see bridging.py); `they` are the plural
subject before (the nearest in the sentence, else that of the sentence before: Hobbs 1978).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from spacy.tokens import Token

from analysis.text.claims.antecedents import Antecedent
from analysis.text.claims.bridging import SAME_MODEL, candidates, resolution
from analysis.text.claims.model import probability, weights
from analysis.text.claims.open_nouns import DEFINITE, PERSONAL, POINTING, PRONOUN, OpenNoun
from analysis.text.claims.row import Row
from analysis.text.claims.setting import Setting
from analysis.text.facts.arguments import Argument
from analysis.text.facts.lexicon import verbs_of
from analysis.text.facts.naming import Names
from analysis.text.facts.syntax import child
from analysis.text.records import Fact
from analysis.text.references.pronouns import is_empty

ROLES = ("actor", "target")
BODIES = frozenset({"ORG", "GPE"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PLURAL = frozenset({"NNS", "NNPS"})
IT, THEY = "it", "they"
LEAST = 0.1  # probability from which a body is meant by an `it` that acts ...
MARGIN = 2.0  # ... where no other name is half as likely
MEANING = "whom the words mean, as a reader takes them"


def with_referents(row: Row, fact: Fact, around: Setting) -> Fact:
    """A claim with whom a pronoun or a definite noun in its slots stands for, where that is likely enough."""
    for role in ROLES:
        changes = _changes(row, fact, role, around)
        if changes:
            how = "; ".join(part for part in (fact.how, f"{role}: {MEANING}") if part)
            fact = msgspec.structs.replace(fact, how=how, **changes)
    return fact


def _changes(row: Row, fact: Fact, role: str, around: Setting) -> dict[str, Any]:
    names = around.sources.names
    one = None if getattr(fact, f"{role}_mention") is not None else _open(fact, role, names)
    if one is None:
        return {}
    if one.noun.lower_ == THEY:
        return _plural(fact, role, one.noun, around)
    found = (
        _body(one, row, fact, around) if role == "actor" and one.noun.lower_ == IT else _same(one, row, fact, around)
    )
    if found is None or _other(fact, role, names) & found.chains:
        return {}
    return {role: found.name, f"{role}_mention": _last(found, fact, names)}


def _open(fact: Fact, role: str, names: Names) -> OpenNoun | None:
    """The pronoun or definite noun that heads the words of a slot, where they are all that its phrase has."""
    start, end = getattr(fact, f"{role}_start_char"), getattr(fact, f"{role}_end_char")
    span = None if start is None else names.parse.doc.char_span(start, end)
    if span is None or span.root.i != span.end - 1 or names.mention_at(span.root) is not None:
        return None
    kind = _kind(span.root)
    is_asked = kind == PRONOUN or (kind == DEFINITE and role == "actor")  # what is acted on is mostly a thing
    return OpenNoun(span.root, kind, role == "actor") if is_asked else None


def _kind(head: Token) -> str:
    if head.lower_ in PERSONAL:
        return PRONOUN
    is_definite = head.pos_ == "NOUN" and any(one.lower_ in POINTING for one in head.lefts)
    return DEFINITE if is_definite else ""


def _same(one: OpenNoun, row: Row, fact: Fact, around: Setting) -> Antecedent | None:
    found = resolution(one, row, fact, around)
    return None if found is None or found.is_owner else found.antecedent


def _body(one: OpenNoun, row: Row, fact: Fact, around: Setting) -> Antecedent | None:
    """The body or country that an `it` that acts stands for: likelier than every other name by far."""
    if is_empty(one.noun) or row.head.lemma_ == "be" or row.head.lemma_ in verbs_of("unaccusative"):
        return None
    same = weights(SAME_MODEL)
    ranked = [(probability(same, found), one) for one, found in candidates(one, row, fact, around)]
    ranked.sort(key=lambda pair: -pair[0])
    if not ranked or ranked[0][0] < LEAST or ranked[0][1].label not in BODIES:
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] >= MARGIN * ranked[1][0] else None


def _plural(fact: Fact, role: str, pronoun: Token, around: Setting) -> dict[str, Any]:
    """The words of the plural subject that an open `they` stands for."""
    if (getattr(fact, role) or "").lower() != THEY:
        return {}
    found = next(_plurals(pronoun), None)
    if found is None:
        return {}
    named = around.sources.names.named(Argument(found, "subject before"))
    return {role: named.words, f"{role}_mention": named.mention}


def _plurals(pronoun: Token) -> Iterator[Token]:
    """The plural subjects before a pronoun: in its sentence from right to left, then at the top of the one before."""
    sentence = pronoun.sent
    for place in range(pronoun.i - 1, sentence.start - 1, -1):
        if _is_plural_subject(pronoun.doc[place]) and not pronoun.doc[place].is_ancestor(pronoun):
            yield pronoun.doc[place]
    if sentence.start > 0:
        root = pronoun.doc[sentence.start - 1].sent.root
        yield from (one for one in root.lefts if _is_plural_subject(one))


def _is_plural_subject(token: Token) -> bool:
    return token.dep_ in SUBJECTS and (token.tag_ in PLURAL or child(token, "conj") is not None)


def _other(fact: Fact, role: str, names: Names) -> set[int]:
    """The chain of whoever stands in the other slot: somebody else."""
    other = fact.target_mention if role == "actor" else fact.actor_mention
    return set() if other is None else {names.mentions[other].chain}


def _last(candidate: Antecedent, fact: Fact, names: Names) -> int:
    """The last mention of a name up to the sentence of a claim."""
    found = (n for n, one in enumerate(names.mentions) if one.chain in candidate.chains)
    return max((n for n in found if names.mentions[n].sentence <= fact.sentence), default=candidate.number)
