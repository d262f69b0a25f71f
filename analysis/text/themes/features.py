"""The named features of a sentence that the theme classifier weighs.

`words:T` is what the lexicon's entries of theme T earn in the sentence (weights squared, summed, rooted), `best:T` the
heaviest, `defining:T`, `belonging:T`, `hints:T` how many of each kind; `title:T`, `title defines:T` the same in the
report's title, `untitled` and `alone:T` where it has none; `near:T` in the sentences before and after, `report:T` the
share of the other sentences that have it. `w=` and `t=` are the TF-IDF of a lemma in the sentence and in the title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt

from analysis.lexicons.themes import BELONGS, DEFINES
from analysis.text.themes.matches import Earned
from analysis.text.themes.told import Told

Features = dict[str, float]

MOST_COUNTED = 3
MOST_COUNTRIES = 4
STRONG = BELONGS**2  # what a sentence must earn to count among the others of its report
# How the lengths of the two TF-IDF vectors weigh beside the features of the lexicon: by leave-one-corpus-out and by
# cross-validation over reports (1 to 5 tried); benchmarks/train_themes.py makes the figures again.
SENTENCE_LENGTH = 2.0
TITLE_LENGTH = 1.5


def features(sentences: Sequence[Told], title: Told | None) -> Iterator[Features]:
    """The features of each sentence of a report, TF-IDF aside."""
    strong = Counter(theme for one in sentences for theme in _strong(one))
    for position, one in enumerate(sentences):
        found = {name: value for theme, entries in one.earned.items() for name, value in _of_words(theme, entries)}
        found |= dict(_of_title(one, title))
        found["countries"] = min(len(one.countries), MOST_COUNTRIES) / 2
        found |= dict(_beside(sentences, position))
        others = len(sentences) - 1
        for theme, n in strong.items() if others > 1 else ():
            found[f"report:{theme}"] = (n - (theme in _strong(one))) / others
        yield found


def terms(told: Told, mark: str) -> Counter[str]:
    """How often each lemma stands, named `w=...` in a sentence and `t=...` in a title."""
    return Counter(f"{mark}={word.lemma}" for word in told.words if word.lemma)


def tf_idf(counts: Mapping[str, int], idf: Mapping[str, float], length: float) -> Features:
    """TF-IDF with sublinear frequency, as a vector of this length; terms that the model does not know are left out."""
    raw = {term: (1 + log(n)) * idf[term] for term, n in counts.items() if term in idf}
    norm = sqrt(sum(value * value for value in raw.values()))
    return {term: length * value / norm for term, value in raw.items()}


def _of_words(theme: str, entries: Earned) -> Iterator[tuple[str, float]]:
    weights = entries.weights
    yield f"has:{theme}", 1.0
    yield f"words:{theme}", sqrt(entries.total)
    yield f"best:{theme}", max(weights)
    if len(weights) > 1:
        yield f"several:{theme}", 1.0
    kinds = Counter("defining" if w >= DEFINES else "belonging" if w >= BELONGS else "hints" for w in weights)
    for kind, n in kinds.items():
        yield f"{kind}:{theme}", min(n, MOST_COUNTED) / 2


def _of_title(one: Told, title: Told | None) -> Iterator[tuple[str, float]]:
    if not title:
        yield "untitled", 1.0
        yield from ((f"alone:{theme}", sqrt(entries.total)) for theme, entries in one.earned.items())
    for theme, entries in title.earned.items() if title else ():
        yield f"title has:{theme}", 1.0
        yield f"title:{theme}", sqrt(entries.total)
        if max(entries.weights) >= DEFINES:
            yield f"title defines:{theme}", 1.0
        if theme in one.earned:
            yield f"both:{theme}", 1.0


def _beside(sentences: Sequence[Told], position: int) -> Iterator[tuple[str, float]]:
    """What the sentence before and the one after earn."""
    beside = [sentences[n].earned for n in (position - 1, position + 1) if 0 <= n < len(sentences)]
    for theme in {theme for one in beside for theme in one}:
        yield f"near:{theme}", sqrt(sum(one[theme].total for one in beside if theme in one) / len(beside))


def _strong(one: Told) -> set[str]:
    return {theme for theme, entries in one.earned.items() if entries.total >= STRONG}
