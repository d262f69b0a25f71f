"""Referents: what a pronoun or description may stand for, as it is read from the noun phrases of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from analysis.lexicons.name_words import kinds, role_heads
from analysis.lexicons.reference_words import reference_words
from analysis.text.names.people import given_gender
from analysis.text.records import Mention

BEFORE = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "predet", "advmod", "npadvmod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "dative", "attr", "appos", "ROOT", "iobj", "oprd"})
ARTICLES = frozenset({"DT", "PRP$", "PDT"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
MALE, FEMALE = frozenset({"mr", "mr.", "sir", "lord"}), frozenset({"mrs", "mrs.", "ms", "ms.", "miss", "lady", "dame"})


class Referent(NamedTuple):
    """A noun phrase that later words may stand for; `words` is empty until somebody asks, where it has no name.

    `token` is its head's position, `kind` is person, body, place or thing, `number` one, many or both; `key` is the
    same for the same person, body or place; `quote` is the number of the quotation that it stands in, 0 for none;
    `is_part` tells that it is one of several nouns joined by `and`.
    """

    token: int
    sentence: int
    words: str
    mention: int | None
    kind: str
    number: str
    gender: str
    is_subject: bool
    key: str
    quote: int
    is_part: bool = False


def joined(token: Token, quote: int, sentence: int, parts: Sequence[Referent]) -> Referent | None:
    """The referent of several nouns joined by `and`, the first of which is `token`; None where there is but one."""
    tokens = conjuncts(token)
    if len(tokens) == 1:
        return None
    named = {one.token: one for one in parts}
    words = [named[one.i].words if one.i in named and named[one.i].words else phrase_words(one) for one in tokens]
    kinds_of = {named[one.i].kind for one in tokens if one.i in named}
    text = ", ".join(words[:-1]) + " and " + words[-1]
    kind = kinds_of.pop() if len(kinds_of) == 1 else "thing"
    return Referent(
        token=token.i,
        sentence=sentence,
        words=text,
        mention=None,
        kind=kind,
        number="many",
        gender="",
        is_subject=is_subject(token),
        key=f"words {text}",
        quote=quote,
    )


def conjuncts(token: Token) -> list[Token]:
    """A noun that is joined to none before it, with those joined to it by `and`; alone when joined otherwise."""
    if token.dep_ == "conj":
        return [token]
    found, has_and = [token], False
    one: Token | None = token
    while one is not None:
        has_and = has_and or any(child.lower_ in ("and", "&") for child in one.rights if child.dep_ == "cc")
        one = next((child for child in one.rights if child.dep_ == "conj" and child.tag_.startswith("NN")), None)
        found += [one] if one is not None else []
    return found if has_and else [token]


def of_mention(token: Token, number: int, mention: Mention, quote: int, sentence: int) -> Referent:
    """The referent of the name that a head token stands in."""
    is_many = mention.label == "NORP" or (mention.label == "ORG" and token.tag_ == "NNPS")
    both = "both" if mention.label == "ORG" else "one"
    return Referent(
        token=token.i,
        sentence=sentence,
        words=mention.name,
        mention=number,
        kind=kind_of(mention.label),
        number="many" if is_many else both,
        gender=gender_of(mention, token) if mention.label == "PERSON" else "",
        is_subject=is_subject(token),
        key=f"chain {mention.chain}",
        quote=quote,
    )


def of_noun(token: Token, quote: int, sentence: int) -> Referent:
    """The referent of a noun phrase without a name at its head."""
    singular = one_of(token.lower_)
    is_many = token.tag_ in PLURAL_TAGS or token.lower_ in reference_words("collective")
    kind = "person" if singular in role_heads() or token.lower_ in reference_words("collective") else "thing"
    kind = {"ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place"}.get(kinds().get(singular, ""), kind)
    number = "many" if is_many else "both" if kind == "body" else "one"
    gender = role_heads().get(singular, "")
    return Referent(
        token=token.i,
        sentence=sentence,
        words="",
        mention=None,
        kind=kind,
        number=number,
        gender=gender,
        is_subject=is_subject(token),
        key=f"noun {singular}",
        quote=quote,
    )


def kind_of(label: str) -> str:
    """The kind of a name with this label."""
    if label == "PERSON" or label == "NORP":
        return "person"
    if label == "ORG":
        return "body"
    return "place" if label in ("GPE", "LOC", "FAC") else "thing"


def is_subject(token: Token) -> bool:
    """Whether a noun or the noun that it is joined to is the subject of a clause."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token.dep_ in SUBJECTS


def phrase_words(token: Token) -> str:
    """The words of a noun phrase up to its head, without the article.

    The article and possessive pronouns fall away: `the new rules` gives `new rules`.
    """
    start = phrase_start(token)
    for i in range(start, token.i):
        if token.doc[i].tag_ in ARTICLES or not token.doc[i].text[0].isalnum():
            start = i + 1 if token.doc[i].text not in ("-", "'s", "’s") else start
        elif token.doc[i].pos_ not in ("DET", "PUNCT"):
            break
    return str(token.doc[start : token.i + 1].text)


def phrase_start(token: Token) -> int:
    """The first token of the noun phrase of a head."""
    for one in token.lefts:
        if one.dep_ in BEFORE:
            return int(one.left_edge.i)
    return int(token.i)


def one_of(word: str) -> str:
    """The singular of a noun, as far as its ending tells.

    >>> one_of("countries"), one_of("policemen"), one_of("leaders"), one_of("boss")
    ('country', 'policeman', 'leader', 'boss')
    """
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("es") and word[-4:-2] in ("sh", "ch", "ss"):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def gender_of(mention: Mention, token: Token) -> str:
    """The gender of a person: by the title before the name, the office, or the given name; empty when unknown."""
    first = token.doc[phrase_start(token)] if token.i else token
    before = {first.lower_} | ({token.nbor(-1).lower_} if token.i else set())
    if before & MALE:
        return "m"
    if before & FEMALE:
        return "f"
    for word in mention.role.lower().split():
        if role_heads().get(word):
            return role_heads()[word]
    given = mention.name.split()[0]
    return (given_gender(given) or "") if given != mention.name else ""
