"""The themes of a report's sentences that the classifier is sure enough of, and the words that speak for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from analysis.lexicons.theme_model import Numbers, ThemeModel, load_model
from analysis.text.themes.features import SENTENCE_LENGTH, TITLE_LENGTH, Features, features, terms, tf_idf
from analysis.text.themes.told import Decided, Place, Told, places
from analysis.text.themes.word_forms import Word

MOST_TELLING = 3  # words that are named as evidence where no entry of the lexicon stands
TELLING_WEIGHT = 1.0
# A word that defines a theme, or one of it in a report whose title names the theme, asks for less of the rest.
DEFINED = 0.65
TITLED = 0.4


class Judged(NamedTuple):
    """A sentence: its themes that are sure enough, and the probability of each theme of the model."""

    decided: list[Decided]
    probabilities: Numbers


def by_classifier(sentences: Sequence[Told], title: Told | None, model: ThemeModel | None = None) -> Iterator[Judged]:
    """What is found of each sentence, in order; a theme has evidence, since one that no word speaks for is left out."""
    model = model or load_model()
    words_of_title = tf_idf(terms(title, "t"), model.idf, TITLE_LENGTH) if title else {}
    titled = _themes_of_title(model, title) if title else frozenset()
    for one, found in zip(sentences, features(sentences, title), strict=True):
        of_words = tf_idf(terms(one, "w"), model.idf, SENTENCE_LENGTH)
        probabilities = model.probabilities(found | of_words | words_of_title)
        decided = [
            Decided(theme, float(probability), evidence)
            for theme, probability, threshold in zip(model.themes, probabilities, model.thresholds, strict=True)
            if probability >= threshold * _share(theme, found, titled)
            and (evidence := _evidence(model, one, theme, of_words))
        ]
        yield Judged(decided, probabilities)


def of_title(title: Told, model: ThemeModel) -> Numbers:
    """The probability of each theme of a title, if it were a sentence that stands alone."""
    of_words = tf_idf(terms(title, "w"), model.idf, SENTENCE_LENGTH)
    return model.probabilities(next(features([title], None)) | of_words)


def _themes_of_title(model: ThemeModel, title: Told) -> frozenset[str]:
    found = zip(model.themes, of_title(title, model), model.thresholds, strict=True)
    return frozenset(theme for theme, probability, threshold in found if probability >= threshold)


def _share(theme: str, found: Features, titled: frozenset[str]) -> float:
    """How much of the threshold a theme must reach in a sentence with such features, in a report of these themes."""
    if theme in titled and f"has:{theme}" in found:
        return TITLED
    return DEFINED if f"defining:{theme}" in found else 1.0


def _evidence(model: ThemeModel, one: Told, theme: str, of_words: Features) -> Mapping[Place, float]:
    """The lexicon's words in the sentence; where it has none, those that the classifier weighs most."""
    return places(one.earned[theme]) if theme in one.earned else _telling(model, one, theme, of_words)


def _telling(model: ThemeModel, one: Told, theme: str, of_words: Features) -> dict[Place, float]:
    column = model.themes.index(theme)

    def speaks(word: Word) -> float:
        name = f"w={word.lemma}"
        return of_words[name] * float(model.coefficients[model.rows[name], column]) if name in of_words else 0.0

    ranked = [word for word in sorted(one.words, key=speaks, reverse=True)[:MOST_TELLING] if speaks(word) > 0]
    return dict.fromkeys(sorted((word.start_char, word.end_char) for word in ranked), TELLING_WEIGHT)
