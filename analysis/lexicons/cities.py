"""The cities of the world from 15,000 people up, of GeoNames: the extract `geonames_cities.csv`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from analysis.lexicons.keys import name_key, starts_large
from analysis.lexicons.rows import read_extract

MIN_POPULATION = 15_000  # the smallest cities of the list that is read
COLUMNS = ("name", "country", "part", "population", "other_names")


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


@cache
def _cities() -> Mapping[str, tuple[City, ...]]:
    """The cities by the key of their name, the greatest first. Read at the first question about a city."""
    found: dict[str, set[City]] = defaultdict(set)
    for name, country, part, population, others in read_extract("geonames_cities", COLUMNS):
        city = City(name, country, int(population), part)
        for form in (name, *others.split("|")) if others else (name,):
            found[name_key(form)].add(city)
    return MappingProxyType(
        {
            key: tuple(sorted(cities, key=lambda c: (-c.population, c.name, c.country, c.part)))
            for key, cities in found.items()
        }
    )
