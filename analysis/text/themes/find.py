"""Themes of sentences: a lexicon's words find them and are the evidence, a classifier decides.

Dossier's own themes are decided by `theme_model.csv` over the features of `features.py`. A theme that a user adds has
no classifier: there, one word that defines it or two of its words are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from pathlib import Path

from analysis.lexicons.theme_model import ThemeModel, load_model
from analysis.lexicons.themes import load_themes, trained_themes
from analysis.text.parse import Parse
from analysis.text.records import ThemeMatch
from analysis.text.themes.classifier import by_classifier
from analysis.text.themes.leanings import Leanings, leanings
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
    return find_leaning_themes(parse, title, path)[0]


def find_leaning_themes(
    parse: Parse, title: str | None = None, path: Path | None = None, model: ThemeModel | None = None
) -> tuple[tuple[ThemeMatch, ...], Leanings | None]:
    """The themes of each sentence, and how far each leans to the others; None where no classifier was asked."""
    numbers, spans = [n for n, _ in parse.analysed()], [words_of(span) for _, span in parse.analysed()]
    given = [told(words, load_themes(path)) for words in spans]
    trained = trained_themes(path)
    if not title and len(spans) <= LINES_OF_HEADLINE and not FULL_STOP.search(parse.text):
        return _matches(numbers, of_headline(given)), None
    if not trained:
        return _matches(numbers, [list(by_words(one, trained)) for one in given]), None
    own = given if path is None else [told(one.words, load_themes()) for one in given]
    heading, classifier = headline(parse, title), model or load_model()
    judged = list(by_classifier(own, heading, classifier))
    decided = [
        [*(theme for theme in found.decided if theme.theme in trained), *by_words(one, trained)]
        for found, one in zip(judged, given, strict=True)
    ]
    found_of = dict(zip(numbers, zip(own, judged, strict=True), strict=True))
    return _matches(numbers, decided), leanings(found_of, heading, classifier, trained)


def _matches(numbers: Sequence[int], decided: Sequence[Sequence[Decided]]) -> tuple[ThemeMatch, ...]:
    return tuple(
        _match(number, one)
        for number, found in zip(numbers, decided, strict=True)
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


def _match(sentence: int, decided: Decided) -> ThemeMatch:
    return ThemeMatch(
        sentence=sentence,
        theme=decided.theme,
        score=round(decided.score, 4),
        evidence=tuple(decided.evidence),
        weights=tuple(decided.evidence.values()),
        countries=decided.countries,
    )
