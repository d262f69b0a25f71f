"""Descriptions: `the minister`, `the ministry`, `the two countries`, `both leaders`, and whom they stand for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from analysis.lexicons import gazetteer
from analysis.lexicons.name_words import head_words, kinds, role_heads
from analysis.lexicons.reference_words import reference_words
from analysis.text.records import Mention
from analysis.text.references.referent import Referent, one_of, phrase_start

DEFINITE = frozenset({"the", "this", "that"})
PAIRING = frozenset({"two", "both"})
POINTING = DEFINITE | PAIRING
LINKS = frozenset({"of", "for", "to", "at", "in"})
MOST_HOLDERS = 50  # mentions with a role that are looked at, the last ones
ALLOWED_BEFORE = frozenset({"det", "nummod", "predet", "preconj"})

Found = tuple[str, int | None, str]


def is_description(token: Token) -> bool:
    """Whether a noun with an article may stand for what was named before, without more words that describe it."""
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "appos", "attr", "nmod", "npadvmod"):
        return False
    if token.i + 1 < len(token.doc) and token.nbor().pos_ == "PROPN" and token.nbor().head.i != token.head.i:
        return False
    if any(child.dep_ in ("prep", "relcl", "acl", "appos", "poss", "conj", "cc") for child in token.children):
        return False
    words = {child.lower_ for child in token.lefts}
    return bool(words & DEFINITE) or bool(words & PAIRING)


@dataclass
class Told:
    """What a text has told so far: its mentions, the roles that they show, and the countries named up to here."""

    mentions: Sequence[Mention]
    holders: dict[str, list[int]] = field(default_factory=dict)
    countries: dict[str, None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, mention in enumerate(self.mentions):
            if mention.role:
                self.holders.setdefault(office(mention.role)[-1], []).append(number)

    def hear(self, one: Referent) -> None:
        """Take note of the country that a referent names."""
        name = _country(one, self.mentions)
        if name:
            self.countries.setdefault(name)


def describe(token: Token, near: Sequence[Referent], told: Told) -> Found | None:
    """The words and the mention that a description stands for, and why; None where that is not clear.

    `near` are the referents of the sentences before and of its own up to it.
    """
    words = {child.lower_ for child in token.lefts}
    singular = one_of(token.lower_)
    if words & PAIRING:
        return _pair(singular, near, told) if singular != token.lower_ else None
    if singular != token.lower_:
        return None
    if singular in role_heads():
        return _by_role(token, near, told)
    return _by_kind(token, singular, near, told.mentions)


def _by_role(token: Token, near: Sequence[Referent], told: Told) -> Found | None:
    """The person whose role has the noun and the words before it (`the foreign minister`), named before it."""
    wanted = [t.lower_ for t in token.doc[phrase_start(token) : token.i + 1] if t.dep_ not in ALLOWED_BEFORE]
    holders = told.holders.get(wanted[-1], [])
    before = bisect_left(holders, token.idx, key=lambda number: told.mentions[number].start_char)
    last: dict[int, int] = {}
    for number in holders[max(0, before - MOST_HOLDERS) : before]:
        if _has_words(office(told.mentions[number].role), wanted):
            last[told.mentions[number].chain] = number
    recent = {one.key for one in near}
    chains = [chain for chain in last if f"chain {chain}" in recent] if len(last) > 1 else list(last)
    if len(chains) != 1:
        return None
    mention = told.mentions[last[chains[0]]]
    return mention.name, last[chains[0]], f"the one with the role {mention.role}"


def office(role: str) -> list[str]:
    """The words of a role before its object, in small letters.

    >>> office("Acting Minister of Health"), office("vice-president")
    (['acting', 'minister'], ['vice', 'president'])
    """
    words = role.lower().replace("-", " ").split()
    return words[: next((i for i, word in enumerate(words) if i and word in LINKS), len(words))]


def _has_words(words: list[str], wanted: list[str]) -> bool:
    """Whether an office ends with the wanted words (`foreign minister` has `minister`)."""
    return words[-len(wanted) :] == wanted


def _by_kind(token: Token, noun: str, near: Sequence[Referent], mentions: Sequence[Mention]) -> Found | None:
    """The only body or place named shortly before that the noun can describe."""
    label = kinds().get(noun)
    if label is None or any(child.dep_ not in ALLOWED_BEFORE for child in token.lefts):
        return None
    named = [one for one in near if one.mention is not None and can_be(mentions[one.mention], noun, label)]
    if len({one.key for one in named}) != 1:
        return None
    number = named[-1].mention
    return (mentions[number].name, number, f"the only {noun} named shortly before") if number is not None else None


def can_be(mention: Mention, noun: str, label: str) -> bool:
    """Whether a noun can describe what a mention names."""
    if noun in reference_words("country"):
        return mention.label == "GPE" and gazetteer.country_of(mention.name) is not None
    if label != "ORG":
        return mention.label == label and gazetteer.country_of(mention.name) is None
    if mention.label != "ORG":
        return False
    words = mention.name.split()
    own = [word.lower() for word in words if word.lower() in kinds()]
    if noun in reference_words("company"):
        return not own or noun in own or is_company_form(words[-1])
    return noun in own


def is_company_form(word: str) -> bool:
    """Whether a word of a name says that it is a company: `Ltd`, `Group`."""
    return word == "Group" or any(head.position == "suffix" for head in head_words().get((word,), ()))


def _pair(noun: str, near: Sequence[Referent], told: Told) -> Found | None:
    """Both of exactly two countries or people that were named shortly before."""
    if noun in reference_words("country"):
        return _two([_country(one, told.mentions) for one in near], "the two countries named shortly before")
    if noun in reference_words("side"):
        named = [*told.countries, *(_country(one, told.mentions) for one in near)]
        return _two(named, "the only two countries named before")
    if noun in role_heads():
        people = [one.words for one in near if one.mention is not None and told.mentions[one.mention].label == "PERSON"]
        return _two(people, "the two people named shortly before")
    return None


def _country(one: Referent, mentions: Sequence[Mention]) -> str:
    """The name of the country that a referent names, or whose people it names; empty for others."""
    return "" if one.mention is None else _country_of(mentions[one.mention])


def _country_of(mention: Mention) -> str:
    if mention.label not in ("GPE", "NORP"):
        return ""
    code = gazetteer.country_of(mention.name) or gazetteer.demonym_country(mention.name)
    found = gazetteer.country(code) if code else None
    return found.name if found is not None else ""


def _two(names: Sequence[str], rule: str) -> Found | None:
    distinct = list(dict.fromkeys(name for name in names if name))
    return (" and ".join(distinct), None, rule) if len(distinct) == 2 else None
