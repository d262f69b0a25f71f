"""Themes of sentences: a lexicon's words find them and are the evidence, a classifier decides.

Dossier's own themes are decided by `theme_model.csv` over the features of `features.py`. A theme that a user adds has
no classifier: there, one word that defines it or two of its words are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from pathlib import Path

from analysis.lexicons.themes import load_themes, trained_themes
from analysis.text.parse import Parse
from analysis.text.records import ThemeMatch
from analysis.text.themes.classifier import by_classifier
from analysis.text.themes.matches import earned, is_enough
from analysis.text.themes.told import Decided, Told, headline, places, told
from analysis.text.themes.word_forms import words_of

NO_THEMES: frozenset[str] = frozenset()
LINES_OF_HEADLINE = 3
FULL_STOP = re.compile(r"\.[\"'”’)\s]*$")
HALFWAY = 9.0  # what words must earn for a score of one half: the square of one that defines the theme
OF_HEADLINE = 2 / (2 + HALFWAY)  # two hints, or one word that belongs; benchmarks/quality.py themes shows the figure


def find_themes(parse: Parse, title: str | None = None, path: Path | None = None) -> tuple[ThemeMatch, ...]:
    """The themes of each analysed sentence, the surest first, with the words that earned them.

    `path` is a theme file in place of Dossier's own. A headline alone, of which the classifier knows too little, has
    the themes that its words earn, or else those that they hint at. Raises MalformedThemes, OSError.
    """
    spans = [(number, words_of(span)) for number, span in parse.analysed()]
    given = [told(words, load_themes(path)) for _, words in spans]
    trained = trained_themes(path)
    if not title and len(spans) <= LINES_OF_HEADLINE and not FULL_STOP.search(parse.text):
        decided = of_headline(given)
    else:
        by_model = _by_model(parse, title, path, given, trained)
        decided = [[*found, *by_words(one, trained)] for found, one in zip(by_model, given, strict=True)]
    return tuple(
        _match(number, one)
        for (number, _), found in zip(spans, decided, strict=True)
        for one in sorted(found, key=lambda one: (-one.score, one.theme))
    )


def of_headline(sentences: Sequence[Told]) -> list[list[Decided]]:
    """The themes that a word of a headline alone belongs to, or where there is none, those that it hints at."""
    hinted = [list(by_words(one, NO_THEMES, hints_do=True)) for one in sentences]
    found = [[one for one in themes if one.score >= OF_HEADLINE] for themes in hinted]
    return found if any(found) else hinted


def by_words(one: Told, trained: Set[str], hints_do: bool = False) -> Iterator[Decided]:
    """The themes, other than the trained ones, that the words of a sentence earn by themselves."""
    for theme, entries in earned((*one.matches, *one.countries)).items():
        if theme not in trained and (hints_do or is_enough(entries)):
            named = tuple((start, end) for term, start, end in one.countries if term.theme == theme)
            yield Decided(theme, entries.total / (entries.total + HALFWAY), places(entries), named)


def _by_model(
    parse: Parse, title: str | None, path: Path | None, given: Sequence[Told], trained: Set[str]
) -> list[list[Decided]]:
    """The trained themes of each sentence."""
    if not trained:
        return [[] for _ in given]
    own = given if path is None else [told(one.words, load_themes()) for one in given]
    return [[one for one in found if one.theme in trained] for found in by_classifier(own, headline(parse, title))]


def _match(sentence: int, decided: Decided) -> ThemeMatch:
    return ThemeMatch(
        sentence=sentence,
        theme=decided.theme,
        score=round(decided.score, 4),
        evidence=tuple(decided.evidence),
        weights=tuple(decided.evidence.values()),
        countries=decided.countries,
    )
