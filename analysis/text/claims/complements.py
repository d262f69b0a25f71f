"""What a verb or a noun takes beside it: after a preposition, in a clause with `to`, as a complement of a copula."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from analysis.lexicons.name_words import role_heads
from analysis.text.facts.lexicon import verbs_of
from analysis.text.facts.naming import Names
from analysis.text.facts.syntax import NOMINAL, NUMBERS, child, is_infinitive, is_question_word

AIMED = frozenset({"against", "about", "for", "with", "over", "on", "to", "from", "into", "regarding", "concerning"})
MEASURES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "ORDINAL"})  # `for 12 years` is aimed at nothing
HOSTILE = frozenset({"against", "into"})  # after the object of a verb: `filed a suit against`, `opened a probe into`
MEASURED = frozenset({"in", "at", "on", "off", "from", "with", "for"})  # after a measure: `cut two years off`
OF_WHAT = frozenset(
    {"of", "to", "into", "in", "for", "against", "on", "with", "by", "from", "at", "about", "over", "regarding"}
)
IN_CLAUSE = AIMED | OF_WHAT | {"out"}
OUT = frozenset({"out"})  # `pull out of Ruritania`
VOTING = "vote"  # `voted to ban it`, which parsers take for a purpose
WHEREABOUTS = frozenset({"at"})  # `were at the lowest rate`: it says how things are, nothing is acted on
DEEP = 2  # clauses within clauses that are followed
CLAUSES = frozenset({"xcomp", "acl", "ccomp", "advcl", "relcl"})
PLACED = frozenset({"in", "at", "from", "on", "under", "with", "against", "for", "behind", "above", "below"})


def held(word: Token, prepositions: frozenset[str], names: Names) -> Token | None:
    """The noun after one of these prepositions: the first that is a party, else the first."""
    first = None
    for noun in _held(word, prepositions):
        if names.is_party(noun):
            return noun
        first = first or noun
    return first


def _held(word: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    for one in word.rights:
        if one.dep_ not in ("prep", "dative") or one.lower_ not in prepositions:
            continue
        inner = child(one, "prep")  # `out of`, `from behind`
        noun = child(one, "pobj") or (None if inner is None else child(inner, "pobj"))
        is_extent = noun is not None and noun.ent_type_ in MEASURES and one.lower_ == "by"
        if noun is not None and not is_extent and (noun.ent_type_ not in MEASURES or child(noun, "prep") is not None):
            yield noun


def complement(verb: Token, names: Names) -> Token | None:
    """What a copula or a participle says its subject is part of, committed to, in; else the noun that it says it is.

    `was a member of the council`: the council; `is committed to keeping the port open`: the port.
    """
    said = child(verb, "attr", "acomp", "oprd")
    if said is None:
        return _placed(verb, names) or clause_object(verb, names)
    if is_question_word(said):
        return None
    inner = held(said, OF_WHAT, names)
    if is_figure(verb):
        return inner if inner is not None and names.is_party(inner) else None
    is_noun = said.dep_ == "attr" and said.pos_ in NOMINAL
    return inner or clause_object(said, names) or (said if is_noun else None)


def _placed(verb: Token, names: Names) -> Token | None:
    """What stands behind a copula with a preposition; after `is in line with` what stands behind the last one."""
    found = held(verb, PLACED | OF_WHAT, names)
    if found is None or names.is_party(found) or names.mention_at(found) is not None:
        return found
    if found.tag_ != "NN" or found.n_lefts:
        return None if verb.lemma_ == "be" and found.head.lower_ in WHEREABOUTS else found
    inner = held(found, OF_WHAT, names)
    beside = next((noun for noun in _held(verb, OF_WHAT) if noun.i > found.i), None)
    return inner or beside or found


def is_figure(verb: Token) -> bool:
    """Whether a copula says how much or when: `was 63 mln dlrs`."""
    said = child(verb, "attr")
    return said is not None and (said.ent_type_ in NUMBERS or child(said, "nummod") is not None)


def aim(verb: Token, names: Names) -> Token | None:
    """What a verb without an object takes: `spoke about the mine`, `voted for her to stay`, `agreed to sell it`."""
    for_whom = _for_whom(verb)
    if for_whom is not None:
        return for_whom
    if child(verb, "xcomp", "ccomp") is not None:
        return clause_object(verb, names) or _to_be(verb)
    return held(verb, AIMED | OUT, names) or clause_object(verb, names)


def _to_be(verb: Token) -> Token | None:
    """`proposed that the levy be lifted`: the levy."""
    clause = child(verb, "ccomp")
    if clause is None or clause.i < verb.i or verb.lemma_ not in verbs_of("demanding"):
        return None
    return child(clause, "nsubjpass", "nsubj")


def beyond(verb: Token, names: Names) -> Token | None:
    """What is acted on where the object says how much: the length in `cut two years off the length`.

    Whom a suit or a probe is against: `opened a criminal case against the driver`.
    """
    noun = child(verb, "dobj")
    if noun is None:
        return None
    if noun.ent_type_ in ("DATE", "TIME") and noun.pos_ == "NOUN":
        return held(verb, MEASURED, names) or held(noun, MEASURED, names)
    found = held(noun, HOSTILE, names) or held(verb, HOSTILE, names)
    return found if found is not None and (names.is_party(found) or found.lemma_.lower() in role_heads()) else None


def _for_whom(verb: Token) -> Token | None:
    """`pledged for every pupil to get a book`: every pupil."""
    for one in verb.rights:
        if (
            one.dep_ in CLAUSES
            and is_infinitive(one)
            and any(m.dep_ == "mark" and m.lower_ == "for" for m in one.lefts)
        ):
            return child(one, "nsubj", "nsubjpass")
    return None


def clause_object(word: Token, names: Names, deep: int = DEEP) -> Token | None:
    """What the clause with `to` or `-ing` beside a word acts on: `plans to leave Ruritania`, `keen on buying ships`."""
    verb = _clause(word)
    if verb is None:
        return None
    noun = child(verb, "dobj") or held(verb, IN_CLAUSE, names)
    if noun is not None:
        return noun
    return clause_object(verb, names, deep - 1) if deep else child(verb, "attr")


def _clause(word: Token) -> Token | None:
    is_vote = word.lemma_ == VOTING
    for one in word.rights:
        is_own = one.dep_ in ("xcomp", "acl") or (is_vote and one.dep_ == "advcl")
        if is_own and is_infinitive(one) and child(one, "nsubj") is None:
            return one
        inner = child(one, "pcomp") if one.dep_ == "prep" else None
        if inner is not None and inner.tag_ == "VBG":
            return inner
    return None
