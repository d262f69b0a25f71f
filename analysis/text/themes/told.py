"""A sentence, or the title of its report, with what its words earn by theme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from analysis.lexicons.themes import ThemeLexicon, load_themes
from analysis.text.parse import Parse
from analysis.text.themes.matches import Earned, Match, countries, earned, first_weights, matches
from analysis.text.themes.word_forms import Word, words_of_title

Place = tuple[int, int]


class Told(NamedTuple):
    """Its words, the entries that stand in it, what they earn by theme, and the countries that it names."""

    words: Sequence[Word]
    matches: Sequence[Match]
    earned: Mapping[str, Earned]
    countries: Sequence[Match]


class Decided(NamedTuple):
    """A theme of a sentence: how sure it is (0 to 1), and the places that earned it with their weights."""

    theme: str
    score: float
    evidence: Mapping[Place, float]
    countries: tuple[Place, ...] = ()


def told(words: Sequence[Word], lexicon: ThemeLexicon) -> Told:
    """What the words of a sentence or a title earn; countries are kept apart."""
    found = tuple(matches(words, lexicon))
    return Told(words, found, earned(found), tuple(countries(words, lexicon)))


def headline(parse: Parse, title: str | None) -> Told | None:
    """The title of a report: its own, else the heading that it begins with, where something follows."""
    if title:
        return told(words_of_title(title), load_themes())
    spans = list(parse.analysed())
    if len(spans) > 1 and parse.sentences[spans[0][0]].kind == "heading":
        return told(words_of_title(spans[0][1].text), load_themes())
    return None


def places(entries: Earned) -> dict[Place, float]:
    """Where the entries stand, in order, and what each counts there."""
    ordered = sorted(entries.entries)
    return dict(zip(ordered, first_weights(entries.entries[place] for place in ordered), strict=True))
