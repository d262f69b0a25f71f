"""A name put for an open noun, or before it as its owner: `the group` -> `Acme Ltd`, `sales` -> `Acme Ltd's sales`."""

from __future__ import annotations

import re

from spacy.tokens import Token

from analysis.text.claims.about import possessive, with_article
from analysis.text.claims.antecedents import Antecedent
from analysis.text.claims.open_nouns import POINTING, PRONOUN, OpenNoun
from analysis.text.claims.row import Row
from analysis.text.claims.setting import Filled, tokens_of
from analysis.text.facts.naming import Names
from analysis.text.facts.phrases import phrase

ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}")
BEHIND = frozenset({"prep", "relcl", "acl", "appos", "conj"})


def put_name(one: OpenNoun, named: Antecedent, row: Row, names: Names, filled: Filled) -> None:
    """Put a name for a pronoun, or for a noun with all that stands before it, where nothing stands behind it."""
    noun = one.noun
    if named.chains & filled.named or not (one.kind == PRONOUN or _is_bare_behind(noun, row)):
        return
    name = with_article(named.name, names)
    if one.kind == PRONOUN:
        filled.instead[noun.i] = possessive(name) if noun.tag_ == "PRP$" else name
    else:
        filled.instead |= dict.fromkeys(range(phrase(noun)[0], noun.i), "") | {noun.i: name}
    filled.meanings[noun.lower_] = named.name
    filled.named |= named.chains


def _is_bare_behind(noun: Token, row: Row) -> bool:
    kept = {token.i for token in tokens_of(row)}
    return not any(one.dep_ in BEHIND and one.i in kept for one in noun.rights)


def put_owner(one: OpenNoun, named: Antecedent, names: Names, filled: Filled) -> None:
    """Put a name before a noun as its owner, in place of the article."""
    noun = one.noun
    article = next((left for left in noun.lefts if left.lower_ in POINTING), None)
    whose = owner(with_article(named.name, names), article is not None)
    if article is not None:
        filled.instead[article.i] = whose
    else:
        first = noun.doc[phrase(noun)[0]]
        word = first.text if first.pos_ == "PROPN" or first.text[1:] != first.text[1:].lower() else first.lower_
        filled.instead[first.i] = f"{whose} {word}"
    filled.meanings[f"whose {noun.lower_}"] = named.name
    filled.named |= named.chains


def owner(name: str, is_definite: bool) -> str:
    """A name as an owner: in the possessive, one of initials as it is.

    >>> owner("Acme Ltd", True), owner("U.S.", True), owner("U.S.", False)
    ("Acme Ltd's", 'the U.S.', 'U.S.')
    """
    if ACRONYM.fullmatch(name) is None:
        return possessive(name)
    return f"the {name}" if is_definite else name
