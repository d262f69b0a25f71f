"""Terms: the words and phrases of a sentence that TF-IDF counts, in their plain form.

A word is a noun, adjective or verb that is no stop word; a phrase is a run of two or three of adjectives and nouns that
ends in a noun (the pattern of Justeson and Katz 1995). Names of people, peoples and places, numbers and words of time
are no terms.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from analysis.lexicons.stop_words import stop_words
from analysis.text.parse import Parse
from analysis.text.records import Mention, Term

NOUNS = frozenset({"NOUN", "PROPN"})
PHRASE_WORDS = NOUNS | {"ADJ"}
WORDS = PHRASE_WORDS | {"VERB"}
LONGEST_PHRASE = 3
SHORTEST_WORD = 3
NAMED = frozenset({"PERSON", "GPE", "NORP", "LOC"})
COMPARED = frozenset({"JJR", "JJS"})


def find_terms(parse: Parse, mentions: tuple[Mention, ...]) -> tuple[Term, ...]:
    """The terms of the analysed sentences, by place; a phrase and the words in it are terms each."""
    names = [(m.start_char, m.end_char) for m in mentions if m.label in NAMED]
    named = {char for start_char, end_char in names for char in range(start_char, end_char)}
    terms = []
    for number, span in parse.analysed():
        tokens = list(span)
        kept = [_is_term_word(token) and token.idx not in named for token in tokens]
        for position, token in enumerate(tokens):
            if kept[position]:
                end_char = token.idx + len(token)
                terms.append(Term(number, token.idx, end_char, plain_form(token)))
                terms.extend(_phrases(number, tokens, kept, position))
    return tuple(terms)


def plain_form(token: Token) -> str:
    """The word in lower case; the plain form of nouns and verbs.

    A capitalised plural keeps its end: the model does not lemmatise names.
    """
    return token.lemma_.lower() if token.pos_ in ("NOUN", "VERB") else token.lower_


def _is_term_word(token: Token) -> bool:
    if token.pos_ not in WORDS or len(token) < SHORTEST_WORD or not token.is_alpha or token.tag_ in COMPARED:
        return False
    return token.lower_ not in stop_words() and token.lemma_.lower() not in stop_words()


def _phrases(number: int, tokens: list[Token], kept: list[bool], position: int) -> Iterator[Term]:
    """The phrases that begin at this token."""
    first = tokens[position]
    words: list[str] = []
    for offset in range(min(LONGEST_PHRASE, len(tokens) - position)):
        token = tokens[position + offset]
        if not kept[position + offset] or token.pos_ not in PHRASE_WORDS:
            return
        if offset and token.pos_ in NOUNS:
            phrase = " ".join([*words, plain_form(token)])
            yield Term(number, first.idx, token.idx + len(token), phrase)
        words.append(token.lower_)
