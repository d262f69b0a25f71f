"""Terms: the words and phrases of a sentence that TF-IDF counts, in their plain form.

A word is a noun, adjective or verb that is no stop word; a phrase is a run of two or three of adjectives and nouns that
ends in a noun (the pattern of Justeson and Katz 1995). Words that hyphens join are one word. Names of people, bodies,
peoples and places, numbers and words of time are no terms.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from spacy.tokens import Span, Token

from analysis.lexicons.hyphen_prefixes import HYPHENS, prefix_of
from analysis.lexicons.measures import multipliers, units
from analysis.lexicons.stop_words import stop_words, telling_nouns
from analysis.text.parse import Parse
from analysis.text.prefixes import is_whole
from analysis.text.records import Mention, Term

NOUNS = frozenset({"NOUN", "PROPN"})
PHRASE_WORDS = NOUNS | {"ADJ"}
WORDS = PHRASE_WORDS | {"VERB"}
LONGEST_PHRASE = 3
SHORTEST_WORD, LONGEST_WORD = 3, 60  # letters; no English word has more
BODIES = frozenset({"ORG", "FAC"})
NAMED = frozenset({"PERSON", "GPE", "NORP", "LOC"})
COMPARED = frozenset({"JJR", "JJS"})


class Word(NamedTuple):
    """A word of a sentence: one token, or several that hyphens join; `last` tells its part of speech."""

    tokens: tuple[Token, ...]

    @property
    def last(self) -> Token:
        """The token that the word ends with."""
        return self.tokens[-1]

    @property
    def start_char(self) -> int:
        """The first character."""
        return self.tokens[0].idx

    @property
    def end_char(self) -> int:
        """One past the last character."""
        return self.last.idx + len(self.last)


def find_terms(parse: Parse, mentions: tuple[Mention, ...]) -> tuple[Term, ...]:
    """The terms of the analysed sentences, by place; a phrase and the words in it are terms each."""
    named, bodies = _characters(mentions, NAMED), _characters(mentions, BODIES)
    terms = []
    for number, span in parse.analysed():
        words = list(words_of(span))
        kept = [_is_term(word, named) and not _names_body(word, bodies) for word in words]
        for position, word in enumerate(words):
            if kept[position]:
                terms.append(Term(number, word.start_char, word.end_char, plain_form(word)))
                terms.extend(_phrases(number, words, kept, position))
    return tuple(terms)


def _characters(mentions: tuple[Mention, ...], labels: Set[str]) -> Set[int]:
    """The characters of the text that names with these labels take."""
    names = [(m.start_char, m.end_char) for m in mentions if m.label in labels]
    return {char for start_char, end_char in names for char in range(start_char, end_char)}


def _names_body(word: Word, bodies: Set[int]) -> bool:
    """Whether a word is part of the name of a body, and not a plain word in it: `Harbour Mines Ltd`."""
    return word.start_char in bodies and word.last.pos_ == "PROPN"


def words_of(span: Span) -> Iterator[Word]:
    """The words of a sentence: tokens that hyphens join are one, `counter-terrorism`, `state-owned`."""
    tokens = list(span)
    first = 0
    while first < len(tokens):
        end = first + 1
        while end + 1 < len(tokens) and _goes_on(tokens[end - 1], tokens[end], tokens[end + 1]):
            end += 2
        yield Word(tuple(tokens[first:end]))
        first = end


def _goes_on(before: Token, hyphen: Token, after: Token) -> bool:
    is_hyphen = hyphen.text in HYPHENS and not before.whitespace_ and not hyphen.whitespace_
    return is_hyphen and before.text[-1].isalnum() and after.text[0].isalnum()


def plain_form(word: Word) -> str:
    """The word in lower case; the plain form of nouns and verbs.

    A capitalised plural keeps its end: the model does not lemmatise names.
    """
    before = "".join(token.lower_ for token in word.tokens[:-1])
    last = word.last
    is_bent = last.pos_ in ("NOUN", "VERB") and not (before and last.dep_ == "amod")
    return before + (_lemma(last) if is_bent else last.lower_)


def _lemma(token: Token) -> str:
    """The plain form of a noun or verb, its prefix and hyphen as they stand: `re-open`, which is known as `reopen`."""
    lemma, prefix = token.lemma_.lower(), prefix_of(token.lower_)
    if prefix is None or lemma.startswith(f"{prefix}-"):
        return lemma
    return f"{prefix}-{lemma.removeprefix(prefix)}"


def _is_term(word: Word, named: Set[int]) -> bool:
    last = word.last
    if last.pos_ not in WORDS or last.tag_ in COMPARED or word.start_char in named or last.idx in named:
        return False
    if word.end_char - word.start_char > LONGEST_WORD:
        return False
    if len(word.tokens) == 1:
        return is_whole(last) and len(last) >= SHORTEST_WORD and not _is_stopped(last)
    parts = word.tokens[::2]
    if any(part.like_num or not part.is_alpha or (part.pos_ == "PROPN" and _is_stopped(part)) for part in parts):
        return False
    return plain_form(word) not in stop_words()


def _is_stopped(token: Token) -> bool:
    if prefix_of(token.lower_) is not None:
        return token.lower_ in stop_words()
    if token.pos_ == "NOUN" and token.lemma_.lower() in telling_nouns():
        return False
    if is_unit(token):
        return True
    return token.lower_ in stop_words() or token.lemma_.lower() in stop_words()


def is_unit(token: Token) -> bool:
    """Whether a word is the unit of the number before it: `40 dollars`, but not `the dollar fell`."""
    if token.i == 0 or token.lower_ not in units():
        return False
    before = token.nbor(-1)
    return bool(before.like_num) or before.lower_ in multipliers("word") or before.text in ("/", "%")


def _phrases(number: int, words: list[Word], kept: list[bool], position: int) -> Iterator[Term]:
    """The phrases that begin at this word."""
    first = words[position]
    before: list[str] = []
    for offset in range(min(LONGEST_PHRASE, len(words) - position)):
        word = words[position + offset]
        if not kept[position + offset] or not _may_be_in_phrase(word):
            return
        if offset and word.last.pos_ in NOUNS:
            phrase = " ".join([*before, plain_form(word)])
            yield Term(number, first.start_char, word.end_char, phrase)
        before.append("".join(token.lower_ for token in word.tokens))


def _may_be_in_phrase(word: Word) -> bool:
    """Whether a word is a noun, an adjective, or a compound that describes a noun: `a state-owned bank`."""
    last = word.last
    return last.pos_ in PHRASE_WORDS or (len(word.tokens) > 1 and last.dep_ == "amod")
