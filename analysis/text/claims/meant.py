"""Whom a pronoun or a description means here: the body, place or person named before that a reader takes it for.

Bolder than `analysis.text.references`, which leaves open what grammar does not settle: a row of the ledger that says
`it` or `the company` says nothing. First the subjects of the clauses above (Hobbs 1978), then the names before, weighed
as centering does (Grosz, Joshi and Weinstein 1995): the nearer, and a subject before others; and whom the report is
about.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from spacy.tokens import Token

from analysis.lexicons import gazetteer
from analysis.lexicons.name_words import kinds, role_heads
from analysis.text.claims.employer import employer
from analysis.text.claims.people import described
from analysis.text.facts.lexicon import verbs_of
from analysis.text.facts.naming import PLACES, Names
from analysis.text.facts.phrases import phrase
from analysis.text.facts.subjects import subject
from analysis.text.facts.syntax import SUBJECTS, is_verbal
from analysis.text.references.descriptions import can_be, is_description
from analysis.text.references.pronouns import is_empty, is_record
from analysis.text.references.referent import one_of

MOST = 40  # names before that are weighed
REACH = {"it": 2, "": 6}  # sentences back in which the name may stand: `the company` says more than `it`
LEAST = 2.5  # weight from which a name is meant: a subject near by, or the topic
LEAST_OF_PLACE = 1.0  # a place is rarely a subject
MARGIN = 1.0  # by which it outweighs the next: between two that are as likely a reader cannot tell
CLAUSES = 4  # verbs above that are looked at
THINGS = frozenset({"it", "its"})
PLAIN = frozenset({"det", "predet"})
BODIES = frozenset({"ORG", "GPE"})
INSIDE = frozenset({"poss", "compound", "nmod", "amod"})
CAPITAL = "capital"
VAGUE = frozenset({"region", "state", "territory", "settlement"})  # as often a part as the whole


def meant(head: Token, names: Names, deep: int = CLAUSES) -> int | None:
    """The position of the mention that a pronoun or a description stands for; None for other words, and where open.

    `head` is a pronoun or the noun of a description: `it`, `its`, `the company`, `the minister`, `the country`. `deep`
    is how many pronouns may be followed up, each meaning the next.
    """
    if names.mention_at(head) is not None:
        return None
    known = names.reference(head)
    if known is not None and known.mention is not None:
        return known.mention
    if head.lower_ in THINGS:
        noun = "it" if known is None else one_of(known.antecedent.lower().rpartition(" ")[2])
        return _thing(head, noun, names, deep)
    is_title = head.pos_ == "PROPN" and head.lower_ in role_heads()  # `the President`
    return _described(head, names) if (head.pos_ == "NOUN" or is_title) and is_description(head) else None


def in_full(head: Token, number: int, names: Names) -> dict[int, str]:
    """What is written in place of each word of a pronoun or description (by its position) to say the name it means.

    `its port` -> `Ruritania's port`, `the company` -> `Acme Ltd`: the article goes.
    """
    name = names.mentions[number].name
    found = {one.i: "" for one in head.lefts if one.dep_ in PLAIN}
    return found | {head.i: f"{name}'s" if head.tag_ == "PRP$" else name}


def _thing(head: Token, noun: str, names: Names, deep: int) -> int | None:
    """Whom `it` or `its` means; `noun` is what grammar alone makes of it, `it` where that is nothing."""
    if noun != "it":
        return _weightiest(head, noun, names) if kinds().get(noun) == "ORG" else None
    is_clear = head.tag_ == "PRP$" or (head.dep_ in SUBJECTS and _is_of_a_body(head.head))
    if is_empty(head) or is_record(head) or not is_clear or not deep:
        return None
    above = _subject_above(head)
    if above is None:
        return _weightiest(head, noun, names)
    found = names.mention_at(above)
    found = meant(above, names, deep - 1) if found is None else found
    return None if found is None or names.mentions[found].label not in BODIES else found


def _is_of_a_body(verb: Token) -> bool:
    """Whether a body may be the subject of a verb; what rises and falls is a figure."""
    return is_verbal(verb) and verb.lemma_ not in verbs_of("unaccusative")


def _subject_above(head: Token) -> Token | None:
    """The subject of the nearest clause above in which a pronoun is no part of the subject itself."""
    verbs = [one for one in head.ancestors if is_verbal(one)][:CLAUSES]
    for verb in verbs:
        found = subject(verb)
        if found is not None and not found.head.left_edge.i <= head.i <= found.head.right_edge.i:
            return found.head if found.head.i < head.i else None
    return None


def _described(head: Token, names: Names) -> int | None:
    noun, before = head.lower_, [one for one in head.lefts if one.dep_ not in PLAIN]
    if noun == CAPITAL and len(before) == 1:
        return _capital(before[0], names)
    if kinds().get(noun) and not before and noun not in VAGUE:
        return _weightiest(head, noun, names)
    start_char, end_char = names.chars(phrase(head)[0], head.i + 1)
    return described(names.parse.text[start_char:end_char], start_char, _sentence(start_char, names), names)


def _capital(people: Token, names: Names) -> int | None:
    """`the Afghan capital`: the first name in the text of the capital of that country."""
    code = gazetteer.demonym_country(people.text)
    found = (n for n, one in enumerate(names.mentions) if gazetteer.capital_country(one.name) == code)
    return None if code is None else next(found, None)


def _weightiest(head: Token, noun: str, names: Names) -> int | None:
    """The last mention of the name of most weight before a pronoun or description, where none comes near it."""
    weights: dict[int, float] = {}
    last: dict[int, int] = {}
    for number, weight in _weighed(head, noun, names):
        chain = names.mentions[number].chain
        weights[chain] = max(weight, weights.get(chain, 0.0))
        last[chain] = max(number, last.get(chain, 0))
    ranked = sorted(weights, key=lambda chain: -weights[chain])
    least = LEAST_OF_PLACE if kinds().get(noun) in PLACES else LEAST
    if not ranked or weights[ranked[0]] < least:
        return None
    is_clear = len(ranked) == 1 or weights[ranked[0]] - weights[ranked[1]] >= MARGIN
    return last[ranked[0]] if is_clear else None


def _weighed(head: Token, noun: str, names: Names) -> Iterator[tuple[int, float]]:
    """The names before, each with its weight where it may be meant; pronouns count for whom they stand for."""
    here = _sentence(head.idx, names)
    reach = REACH.get(noun, REACH[""])
    topic = _topic(names)
    for number, token, sentence in _heard(head, names):
        one, back = names.mentions[number], here - sentence
        speaks_for = employer(number, names) if one.label == "PERSON" and back <= REACH["it"] else None
        found = number if speaks_for is None else speaks_for
        if back <= reach and _may_be(found, noun, names) and not _is_fellow(token, head):
            yield found, _weight(token, back) + (names.mentions[found].chain == topic)


def _heard(head: Token, names: Names) -> Iterator[tuple[int, Token, int]]:
    """The mentions before a word, and those that pronouns before it stand for: each with its token and sentence."""
    end = bisect_left(names.mentions, head.idx, key=lambda one: one.start_char)
    for number in range(max(0, end - MOST), end):
        token = names.head_of(number)
        if token is not None:
            yield number, token, names.mentions[number].sentence
    for known in names.references_before(head.idx, MOST):
        token = names.token_at(known.start_char)
        if known.mention is not None and token is not None:
            yield known.mention, token, known.sentence


def _weight(token: Token, back: int) -> float:
    """How likely a name is that stands `back` sentences before: a subject most, one inside another's phrase least."""
    if token.dep_ in INSIDE and token.head.lemma_.lower() in role_heads():
        token = token.head  # `Acme lawyers said the company would appeal`
    place = 2.0 if token.dep_ in SUBJECTS else -1.0 if token.dep_ in INSIDE else 0.0
    return 2.0 - min(back, 3) + place


def _may_be(number: int, noun: str, names: Names) -> bool:
    one = names.mentions[number]
    return one.label in BODIES if noun == "it" else can_be(one, noun, kinds()[noun])


def _is_fellow(token: Token, head: Token) -> bool:
    """Whether a name stands beside a pronoun at one verb: `Acme sold it` is about something else."""
    return head.tag_ != "PRP$" and token.head.i == head.head.i and is_verbal(token.head)


def _topic(names: Names) -> int | None:
    """The chain of the first body that is a subject: whom a report is about."""
    for number, one in enumerate(names.mentions[:MOST]):
        token = names.head_of(number) if one.label == "ORG" else None
        if token is not None and token.dep_ in SUBJECTS:
            return one.chain
    return None


def _sentence(at: int, names: Names) -> int:
    return bisect_right(names.parse.sentences, at, key=lambda one: one.start_char) - 1
