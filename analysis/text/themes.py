"""Themes of sentences, by the words of a theme lexicon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Span, Token

from analysis.lexicons.themes import ThemeLexicon, ThemeTerm
from analysis.text.parse import Parse
from analysis.text.records import ThemeMatch

# One word that belongs to a theme, or two that hint at it. benchmarks/quality.py themes shows the figure to recheck.
ENOUGH = 2.0

Evidence = dict[str, dict[tuple[int, int], ThemeTerm]]


def find_themes(parse: Parse, lexicon: ThemeLexicon) -> tuple[ThemeMatch, ...]:
    """The themes of each analysed sentence, the strongest first, with the words that earned them.

    A word counts once a sentence; words inside a longer entry count for that entry only.
    """
    return tuple(match for number, span in parse.analysed() for match in _of_sentence(number, span, lexicon))


def _of_sentence(number: int, span: Span, lexicon: ThemeLexicon) -> list[ThemeMatch]:
    found: Evidence = defaultdict(dict)
    for term, first, last in _matches(span, lexicon):
        found[term.theme].setdefault((first.idx, last.idx + len(last)), term)
    matches = []
    for theme, by_span in found.items():
        score = sum({term.words: term.weight for term in by_span.values()}.values())
        if score >= ENOUGH:
            matches.append(ThemeMatch(number, theme, score, tuple(sorted(by_span))))
    return sorted(matches, key=lambda match: (-match.score, match.theme))


def _matches(span: Span, lexicon: ThemeLexicon) -> Iterator[tuple[ThemeTerm, Token, Token]]:
    tokens = list(span)
    forms = [plain_forms(token) for token in tokens]
    position = 0
    while position < len(tokens):
        length = 1
        for term in _candidates(forms[position], lexicon):
            n_words = len(term.words)
            if n_words < length:
                break
            if _stands_at(term, tokens, forms, position):
                length = max(length, n_words)
                yield term, tokens[position], tokens[position + n_words - 1]
        position += length


def _candidates(forms: tuple[str, ...], lexicon: ThemeLexicon) -> list[ThemeTerm]:
    terms = [term for form in forms for term in lexicon.get(form, ())]
    return terms if len(forms) == 1 else sorted(terms, key=lambda term: -len(term.words))


def _stands_at(term: ThemeTerm, tokens: list[Token], forms: list[tuple[str, ...]], position: int) -> bool:
    if position + len(term.words) > len(tokens):
        return False
    if term.part_of_speech and not _is_of(tokens[position + len(term.words) - 1], term.part_of_speech):
        return False
    return all(word in forms[position + offset] for offset, word in enumerate(term.words))


def _is_of(token: Token, part_of_speech: str) -> bool:
    return token.pos_ == part_of_speech or (part_of_speech == "NOUN" and token.pos_ == "PROPN")


def plain_forms(token: Token) -> tuple[str, ...]:
    """The word in lower case and its plain forms, each once; a capitalised plural is not lemmatised by the model."""
    lower = token.lower_
    forms = [lower]
    lemma = token.lemma_.lower()
    if lemma not in forms:
        forms.append(lemma)
    singular = _singular(lower)
    if singular not in forms:
        forms.append(singular)
    return tuple(forms)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
