"""Where the entries of a theme lexicon stand in a sentence, and what they come to for each theme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS

from analysis.lexicons.gazetteer import capital_country, country_of, demonym_country, may_begin_place, region
from analysis.lexicons.themes import COUNTRY, DEFINES, ThemeLexicon, ThemeTerm
from analysis.text.themes.word_forms import ANY, Word

LONGEST_COUNTRY = 4

Match = tuple[ThemeTerm, int, int]
Place = tuple[int, int]


class Earned(NamedTuple):
    """What the words of a sentence come to for one theme: the entries by the place where they stand, the weight of each
    entry once however often it stands, and the sum of their squares: one word that defines a theme outweighs hints."""

    entries: dict[Place, ThemeTerm]
    weights: tuple[float, ...]
    total: float


def earned(found: Iterable[Match]) -> dict[str, Earned]:
    """What the entries that stand in a sentence come to, by theme; those of weight 0 only hide the words in them."""
    by_theme: dict[str, dict[Place, ThemeTerm]] = defaultdict(dict)
    for term, start_char, end_char in found:
        if term.weight:
            by_theme[term.theme].setdefault((start_char, end_char), term)
    return {theme: _earned(entries) for theme, entries in by_theme.items()}


def _earned(entries: dict[Place, ThemeTerm]) -> Earned:
    weights = tuple({term.words: term.weight for term in entries.values()}.values())
    return Earned(entries, weights, sum(weight**2 for weight in weights))


def first_weights(terms: Iterable[ThemeTerm]) -> Iterator[float]:
    """What each entry counts where it stands first, 0 where it stands again."""
    seen: set[tuple[str, ...]] = set()
    for term in terms:
        yield 0.0 if term.words in seen else term.weight**2
        seen.add(term.words)


def is_enough(entries: Earned) -> bool:
    """Whether words alone put a sentence under a theme: one that defines it, or two of it; countries are one word."""
    return max(entries.weights) >= DEFINES or len(entries.weights) > 1


def countries(words: Sequence[Word], lexicon: ThemeLexicon) -> Iterator[Match]:
    """Where a country, its people, its capital or a part of the world is named, as the lexicon's entry COUNTRY."""
    position = 0
    while COUNTRY in lexicon and position < len(words):
        first = words[position].text
        length = 0
        if first[:1].isupper() and may_begin_place(first) and first.lower() not in STOP_WORDS:
            length = _country_length(tuple(word.text for word in words[position : position + LONGEST_COUNTRY]))
        for term in lexicon[COUNTRY] if length else ():
            yield term, words[position].start_char, words[position + length - 1].end_char
        position += max(length, 1)


def matches(words: Sequence[Word], lexicon: ThemeLexicon) -> Iterator[Match]:
    """Where the entries stand, the longest at each place."""
    position = 0
    while position < len(words):
        known = [lexicon[form] for form in words[position].forms if form in lexicon]
        found = _longest(known, words, position) if known else []
        for term in found:
            yield term, words[position].start_char, words[position + len(term.words) - 1].end_char
        position += len(found[0].words) if found else 1


def _longest(known: list[tuple[ThemeTerm, ...]], words: Sequence[Word], position: int) -> list[ThemeTerm]:
    """The longest entries that stand here; the word as it stands goes before its plain forms (`securities`)."""
    best: list[ThemeTerm] = []
    for terms in known:
        shorter, fitting = len(best[0].words) if best else 0, list[ThemeTerm]()
        for term in terms:
            if len(term.words) <= shorter or (fitting and len(term.words) < len(fitting[0].words)):
                break
            if _stands_at(term, words, position):
                fitting.append(term)
        best = fitting or best
    return best


def _stands_at(term: ThemeTerm, words: Sequence[Word], position: int) -> bool:
    if position + len(term.words) > len(words):
        return False
    if term.part_of_speech and not _is_of(words[position + len(term.words) - 1], term.part_of_speech):
        return False
    return all(word in words[position + offset].forms for offset, word in enumerate(term.words))


def _is_of(word: Word, part_of_speech: str) -> bool:
    return word.part_of_speech in (ANY, part_of_speech) or (part_of_speech == "NOUN" and word.part_of_speech == "PROPN")


def _names_country(words: str) -> bool:
    if country_of(words) or demonym_country(words) or capital_country(words):
        return True
    found = region(words)
    return found is not None and found.country is None


@lru_cache(maxsize=50_000)
def _country_length(words: tuple[str, ...]) -> int:
    """How many of the words, from the first, name a country; 0 where they don't."""
    return next((n for n in range(len(words), 0, -1) if _names_country(" ".join(words[:n]))), 0)
