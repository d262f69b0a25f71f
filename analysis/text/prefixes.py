"""Words with a prefix and a hyphen, `re-examine`, `co-operation`, `ex-minister`: one token, one term, one act.

The treebank that the model has learnt from keeps them whole; spaCy's tokenizer cuts them, and the model then takes the
parts for verbs. Compounds of two words, `rubber-stamped`, are cut there as well and are left so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc, Token

from analysis.lexicons.hyphen_prefixes import HYPHENS, apart, prefix_of, prefixes
from analysis.lexicons.rows import read_rows

PARTS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj"}


@cache
def known_words() -> frozenset[str]:
    """The verbs and nouns by which acts are known, in their plain form: `reopen`, `cooperation`."""
    verbs = read_rows("plover_verbs", ("verb", "link", "objects", "class"), optional=("link", "objects"))
    nouns = read_rows("plover_nouns", ("noun", "with", "class"), optional=("with",))
    events = read_rows("event_nouns", ("noun", "of", "owner", "after"), optional=("after",))
    return frozenset({row["verb"] for row in verbs} | {row["noun"] for row in (*nouns, *events)}) - apart()


def joined_prefixes(words: Sequence[str], has_space: Sequence[bool]) -> tuple[list[str], list[bool]]:
    """Tokens with a prefix, its hyphen and its word as one, where the word is in small letters.

    >>> joined_prefixes(["to", "re", "-", "examine", "it"], [True, False, False, True, False])
    (['to', 're-examine', 'it'], [True, True, False])
    >>> joined_prefixes(["anti", "-", "Taliban", "mid", "-", "week"], [False, False, True, False, False, False])[0]
    ['anti', '-', 'Taliban', 'mid', '-', 'week']
    """
    found: list[str] = []
    spaces: list[bool] = []
    for place, word in enumerate(words):
        if place > 1 and words[place - 1] in HYPHENS and _is_prefixed(words, has_space, place):
            found[-2:] = [f"{found[-2]}{found[-1]}{word}"]
            spaces[-2:] = [has_space[place]]
        else:
            found.append(word)
            spaces.append(has_space[place])
    return found, spaces


def _is_prefixed(words: Sequence[str], has_space: Sequence[bool], place: int) -> bool:
    """Whether the word at a place goes on what stands before the hyphen."""
    is_joined = not has_space[place - 1] and not has_space[place - 2]
    begins = place < 3 or has_space[place - 3] or not words[place - 3][-1].isalnum()
    is_word = words[place].isalpha() and words[place].islower()
    return is_joined and begins and is_word and words[place - 2].lower() in prefixes()


def is_whole(token: Token) -> bool:
    """Whether a token is a word: letters alone, or a prefix, a hyphen and letters."""
    return bool(token.is_alpha) or prefix_of(token.lower_) is not None


def mend_prefixed(language: Language, lookups: Any) -> None:
    """Let the pipeline give words with a prefix the lemma by which they are known: `reopen`, `cooperation`, `elect`.

    `lookups` are the tables of its lemmatizer; a pipeline without any stays as it is.
    """
    if lookups is None:
        return
    component: Any = language.add_pipe("remembered_rules", name="prefixed_lemmas", last=True)
    component.apply = _apply(Lemmas(lookups))


def _apply(lemmas: Lemmas) -> Callable[[Doc], Doc]:
    plain: set[int] = set()

    def apply(doc: Doc) -> Doc:
        for place, orth in enumerate(doc.to_array(ORTH).tolist()):
            if orth in plain:
                continue
            token = doc[place]
            if prefix_of(token.lower_) is None:
                plain.add(orth)
            elif (lemma := lemmas.of(token)) is not None:
                token.lemma_ = lemma
        return doc

    return apply


class Lemmas:
    """The lemmas of words with a prefix, by the tables of spaCy's rule lemmatizer."""

    def __init__(self, lookups: Any) -> None:
        self.index, self.exceptions, self.rules = (
            lookups.get_table(name) for name in ("lemma_index", "lemma_exc", "lemma_rules")
        )

    def of(self, token: Token) -> str | None:
        """The lemma of a token with a prefix; None where its word is unknown without it."""
        prefix, part = prefix_of(token.lower_), PARTS.get(token.pos_)
        if prefix is None or part is None:
            return None
        word = token.lower_[len(prefix) + 1 :]
        joined = next((form for form in self._forms(prefix + word, part) if form in known_words()), None)
        base = next((form for form in self._forms(word, part) if form in self.index[part]), None)
        if joined is not None or base is None:
            return joined
        return base if prefixes()[prefix] else f"{prefix}-{base}"

    def _forms(self, word: str, part: str) -> Iterator[str]:
        """What a word may be a form of, the likeliest first."""
        yield from map(str, self.exceptions[part].get(word, ()))
        yield word
        rules = self.rules.get(part, ())
        yield from (word[: len(word) - len(old)] + new for old, new in rules if word.endswith(old))


def first_joined(token: Token) -> int:
    """The position of the first of the tokens that hyphens join to a token before it: `rubber-stamped`.

    A name or a number before a hyphen is no part of the word: `a US-backed plan`.
    """
    doc, first = token.doc, token.i
    while first > 1 and doc[first - 1].text in HYPHENS and not doc[first - 1].whitespace_:
        before = doc[first - 2]
        if before.whitespace_ or not before.is_alpha or before.pos_ in ("PROPN", "NUM"):
            break
        first -= 2
    return first
