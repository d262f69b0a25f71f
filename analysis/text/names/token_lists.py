"""Words: the tokens of a parse as plain lists, side by side, so that rules about names read them fast."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.text.parse import Parse

NAME_TAGS = frozenset({"NNP", "NNPS"})
OPENING = frozenset("\"“‘'`«(–—-•*:;…") | {"``", "--", "..."}
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN", "VB"})
HYPHENS = frozenset("-‑–")
HEADLINE_SHARE = 0.75  # of the longer words with a capital: headlines leave small only `of`, `with` and a few
HEADLINE_WORDS, LONG_HEADLINE = 3, 7  # longer words that it takes to tell, and with a full stop; one less if all are


@dataclass(frozen=True)
class Words:
    """The tokens of a parse. `sentence` is the number of a token's sentence, -1 for what is not analysed.

    `large` tells that a token has a capital, `opening` that it begins a sentence or what is quoted, so that its capital
    tells nothing; `in_headline` and `in_heading` are by sentence.
    """

    text: tuple[str, ...]
    tag: tuple[str, ...]
    spaced: tuple[bool, ...]
    large: tuple[bool, ...]
    opening: tuple[bool, ...]
    sentence: tuple[int, ...]
    in_headline: tuple[bool, ...]
    in_heading: tuple[bool, ...]

    def phrase(self, start: int, end: int) -> str:
        """The tokens from start to end as they stand."""
        if end == start + 1:
            return self.text[start]
        return "".join(self.text[i] + " " * self.spaced[i] for i in range(start, end)).strip()

    def before(self, i: int, steps: int = 1) -> str:
        """The word some steps before the one at i, in small letters; empty when its sentence begins after it."""
        place = i - steps
        return self.text[place].lower() if place >= 0 and self.sentence[place] == self.sentence[i] else ""

    def after(self, end: int, steps: int = 0) -> str:
        """The word at `end` or some steps after it, in small letters; empty when the sentence is over."""
        place = end + steps
        inside = place < len(self.text) and self.sentence[place] == self.sentence[end - 1]
        return self.text[place].lower() if inside else ""

    def is_hyphen(self, i: int) -> bool:
        """Whether a hyphen at i joins two words."""
        return self.text[i] in HYPHENS and i > 0 and not self.spaced[i] and not self.spaced[i - 1]

    def capital_tells(self, i: int) -> bool:
        """Whether the capital of the word at i says that it is a name."""
        return not self.opening[i] and not self.in_headline[self.sentence[i]]


def read_words(parse: Parse) -> Words:
    """The Words of a parse."""
    tokens = list(parse.doc)
    text = tuple(_visible(token.text) for token in tokens)
    tag = tuple(token.tag_ for token in tokens)
    sentence, first = [-1] * len(text), set()
    headline = [False] * len(parse.sentences)
    for number, span in parse.analysed():
        sentence[span.start : span.end] = [number] * (span.end - span.start)
        first.add(span.start)
        headline[number] = is_headline(text[span.start : span.end], tag[span.start : span.end])
    opening = [i in first for i in range(len(text))]
    for i, word in enumerate(text[:-1]):
        if (opening[i] and not word[:1].isalnum()) or (word in OPENING and not (i and text[i - 1] in HYPHENS)):
            opening[i + 1] = True
    return Words(
        text=text,
        tag=tag,
        spaced=tuple(bool(token.whitespace_) for token in tokens),
        large=tuple(place >= 0 and word != word.lower() for word, place in zip(text, sentence, strict=True)),
        opening=tuple(opening),
        sentence=tuple(sentence),
        in_headline=tuple(headline),
        in_heading=tuple(one.kind == "heading" for one in parse.sentences),
    )


def _visible(word: str) -> str:
    """The word without marks of direction and other characters that nobody sees; itself when nothing else is left."""
    if word.isascii():
        return word
    return "".join(c for c in word if unicodedata.category(c) != "Cf") or word


def is_headline(words: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether nearly all longer words have a capital and no verb but a short one is without one.

    >>> is_headline("Envoy Hands Letter to Minister".split(), "NNP NNP NNP TO NNP".split())
    True
    >>> is_headline("Minister Jane Doe said".split(), "NNP NNP NNP VBD".split())
    False

    What stands in brackets is the signature under a quotation.

    >>> is_headline("( Mayor Jane Doe )".split(), "-LRB- NNP NNP NNP -RRB-".split())
    False
    """
    if words[0] == "(" and words[-1] == ")":
        return False
    shortest = 2 if words[-1] == "." else 3
    pairs = zip(words, tags, strict=True)
    if any(tag in FINITE and len(word) >= shortest and word.islower() for word, tag in pairs):
        return False
    long = [word for word in words if len(word) > 3 and word.isalpha()]
    large = sum(word[0].isupper() for word in long)
    is_all_large = len(long) == large and not any(word.islower() and len(word) > 3 for word in words)
    enough = LONG_HEADLINE if words[-1] == "." else HEADLINE_WORDS - is_all_large
    return len(long) >= enough and large >= HEADLINE_SHARE * len(long)
