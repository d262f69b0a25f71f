"""Places: what the gazetteer says of a name, and how far that is trusted."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from analysis.lexicons import gazetteer
from analysis.lexicons.keys import fold
from analysis.lexicons.name_words import given_names

SHORTEST = 3  # capital letters up to which a name is no city: an acronym that is spelt like one
LARGE_CITY = 300_000  # people: the names of smaller cities are often those of persons
COUNTRY, PEOPLE, PART, REGION, CAPITAL, PROVINCE, LARGE, SMALL = 6.0, 6.0, 5.0, 4.0, 4.0, 2.5, 2.0, 0.8
SEVERAL_WORDS = 1.5  # further votes for a place with a name of several words, which is hardly anything else


class Entry(NamedTuple):
    """What the gazetteer says of a name, and how many votes of the language model that is worth."""

    label: str
    weight: float
    rule: str


@lru_cache(maxsize=50_000)
def place_entry(text: str) -> Entry | None:
    """What the gazetteer says of a name; None for one that it does not have.

    >>> place_entry("Kabul").label, place_entry("Afghans").label, place_entry("Ministry")
    ('GPE', 'NORP', None)
    """
    if gazetteer.country_of(text):
        return Entry("GPE", COUNTRY, "country")
    if gazetteer.demonym_country(text):
        return Entry("NORP", PEOPLE, "word for the people of a country")
    if found := gazetteer.region(text):
        is_province = found.kind == "province"
        return Entry("GPE" if is_province else "LOC", PROVINCE if is_province else REGION, found.kind)
    if gazetteer.capital_country(text) and fold(text) not in given_names():
        return Entry("GPE", CAPITAL, "capital")
    if not (text.isupper() and len(text) <= SHORTEST) and gazetteer.is_city(text):
        weight = LARGE if gazetteer.is_city(text, LARGE_CITY) else SMALL
        return Entry("GPE", weight + SEVERAL_WORDS * (" " in text), "city")
    return None


def is_place(text: str, weight: float = LARGE) -> bool:
    """Whether the gazetteer has the name of a place or people, trusted as far as `weight`."""
    entry = place_entry(text)
    return entry is not None and entry.weight >= weight
