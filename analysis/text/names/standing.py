"""Standing for a country: the word for a people that acts, and a capital that is said for the government.

`Azerbaijani officials`, `the Afghans` and `Moscow said` are Azerbaijan, Afghanistan and Russia; `Japanese cars` and
`in Moscow` are not. This is metonymy, and decided at each place by the words around it.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from analysis.lexicons.cues import load_cues
from analysis.lexicons.gazetteer import capital_country, country_of, demonym_country
from analysis.lexicons.name_words import country_actors
from analysis.text.names.name import Name
from analysis.text.names.token_lists import Words
from analysis.text.plover.lexicon import known_verbs

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "iobj", "dative"})
MODIFIERS = frozenset({"amod", "compound", "nmod"})
PLURAL = frozenset({"NNS", "NNPS"})
COLLECTIVE = frozenset({"people", "population", "public", "nation", "youth"})
ONE = frozenset({"a", "an", "another", "one", "each", "every"})
# Before a people; not `in Japanese`.
OF_PEOPLE = frozenset(
    {"by", "with", "against", "between", "among", "for", "to", "from", "of", "on"}
)  # not `in Japanese`
OF_TIES = frozenset({"with", "between", "on", "against", "to"})
OBJECT_KINDS = frozenset({"judge", "ask", "order", "promise"})  # of cues: blamed Moscow, urged Tehran
TONGUES = frozenset({"speak", "learn", "teach", "study", "read", "write", "understand", "translate"})
MOST_JOINED = 8  # words joined by `and` that are followed to the first


def standing_for(words: Words, doc: Doc, names: Sequence[Name], places: Sequence[str]) -> list[str]:
    """The code of the country that each name stands for, empty for a name that stands for itself."""
    return [_country(words, doc, name) if not place else "" for name, place in zip(names, places, strict=True)]


def _country(words: Words, doc: Doc, name: Name) -> str:
    if name.label not in ("NORP", "GPE"):
        return ""
    text, last = words.phrase(name.start, name.end), doc[name.end - 1]
    code = demonym_country(text)
    if code and country_of(text) is None:
        return code if _is_people(last) else ""
    capital = capital_country(text) if name.label == "GPE" and country_of(text) is None else None
    return capital if capital and text not in country_actors("not capital") and _is_government(last) else ""


def _is_people(token: Token) -> bool:
    """Whether a word for a people names it or those who act for its country: not on things, not one of them."""
    first = _first(token)
    if first.dep_ in MODIFIERS and first.head.i > token.i:
        return _acts_for_country(first.head)
    if token.i + 1 < len(token.doc) and token.doc[token.i + 1].pos_ in ("NOUN", "PROPN"):
        return False
    if any(one.lower_ in ONE for one in token.lefts):
        return False
    is_people = token.lower_.endswith("s") or any(one.lower_ == "the" for one in token.lefts)  # else a language as well
    if first.dep_ in SUBJECTS:
        return is_people or (first.dep_ == "nsubj" and first.head.lemma_ != "be")
    if first.dep_ in OBJECTS:
        return is_people or first.head.lemma_.lower() not in TONGUES
    return is_people and first.dep_ == "pobj" and first.head.lower_ in OF_PEOPLE


def _acts_for_country(noun: Token) -> bool:
    """Whether a noun is of officials or of the people at large, and no part of a longer name or compound."""
    if noun.dep_ in MODIFIERS:
        return False
    lemma = noun.lemma_.lower()
    if lemma in country_actors("state") or noun.lower_ in country_actors("state"):
        return True
    return lemma in country_actors("people") and (noun.tag_ in PLURAL or noun.lower_ in COLLECTIVE)


def _is_government(token: Token) -> bool:
    """Whether a capital is said for the government: as the subject or object of words and deeds of states, before
    `government`, `ambassador`, and as one of two between whom there are ties."""
    first = _first(token)
    head = first.head
    if first.dep_ in SUBJECTS:
        return _is_deed(head)
    if first.dep_ in OBJECTS:
        return any(cue.kind in OBJECT_KINDS for cue in load_cues().get((head.lemma_.lower(), "verb"), ()))
    if first.dep_ in MODIFIERS or first.dep_ == "poss":
        nouns = country_actors("capital") | (country_actors("capital's") if first.dep_ == "poss" else frozenset())
        return head.lemma_.lower() in nouns and head.dep_ not in MODIFIERS
    return first.dep_ == "pobj" and _is_of_state(head)


def _is_of_state(preposition: Token) -> bool:
    """Whether a preposition brings in a party to ties, or who acts in the passive, or who says so."""
    above = preposition.head
    if preposition.lower_ in OF_TIES and above.lemma_.lower() in country_actors("tie"):
        return True
    if preposition.lower_ == "to":
        return above.lower_ == "according"
    return preposition.dep_ == "agent" and _is_deed(above)


def _is_deed(verb: Token) -> bool:
    """Whether a verb is of what governments say or do, and not of what a city does."""
    lemma = verb.lemma_.lower()
    if verb.pos_ not in ("VERB", "AUX") or lemma in country_actors("city verb"):
        return False
    return (lemma, "verb") in load_cues() or lemma in known_verbs()


def _first(token: Token) -> Token:
    """The first of words joined by `and`; the word itself alone."""
    for _ in range(MOST_JOINED):
        if token.dep_ != "conj":
            break
        token = token.head
    return token
