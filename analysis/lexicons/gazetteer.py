"""Countries, the words for their people, capitals, cities and regions: what a place name says of itself.

Countries and capitals are of GeoNames (`geonames_countries.csv`), official names and demonyms of countryinfo, further
forms of the lexicons `country_names`, `demonyms`, `former_countries` and `regions`. Codes are ISO 3166-1 alpha-2;
Kosovo has the customary XK, countries that are no more have the code that they had (SU, YU, CS for Czechoslovakia, DD).

Everything is read when it is first asked for and kept. Names are compared without diacritics, a leading `the` and a
trailing `'s`; case counts where it tells a name from a word (`US`, `us`; `Turkey`, `turkey`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

import msgspec

from analysis.lexicons.cities import City, cities_named, city_country, is_city
from analysis.lexicons.keys import name_key, starts_large
from analysis.lexicons.rows import read_extract, read_rows

__all__ = [
    "City",
    "Country",
    "Region",
    "capital_country",
    "cities_named",
    "city_country",
    "countries",
    "countries_in",
    "country",
    "country_of",
    "demonym_country",
    "is_city",
    "may_begin_place",
    "place_country",
    "region",
    "us_states",
]

COLUMNS = ("code", "name", "capital", "continent", "population")
ASKED = 1 << 15  # names of whom the answer is kept: texts ask for the same ones again and again
OFFICIAL = re.compile(
    r"\b(Republic|Kingdom|State|States|Commonwealth|Federation|Union|Principality|Sultanate|Confederation|Duchy|Nation)\b"
)


@dataclass(frozen=True, kw_only=True)
class Country:
    """A country: its common name, its official one where that is known, its capital, the continent's code."""

    code: str
    name: str
    official: str = ""
    capital: str
    continent: str
    population: int = 0


@dataclass(frozen=True)
class Region:
    """A continent, region, sea, river or province; the code of its country where it lies in one."""

    name: str
    kind: str
    country: str | None


@lru_cache(maxsize=ASKED)
def country_of(name: str) -> str | None:
    """The code of the country with this name, common, official or short; None for any other name.

    Parts of countries have none: see `region`.

    >>> country_of("the Republic of Azerbaijan"), country_of("the U.S."), country_of("UAE")
    ('AZ', 'US', 'AE')
    >>> country_of("us"), country_of("Islamic Emirate of Afghanistan"), country_of("Scotland")
    (None, None, None)
    """
    return _named(_country_names(), name)


@lru_cache(maxsize=ASKED)
def demonym_country(word: str) -> str | None:
    """The code of the country whose people or things are called so; None for any other word.

    Where two share a word (Congolese, Dominican) it is the country with more people.

    >>> demonym_country("Azerbaijani"), demonym_country("Emiratis"), demonym_country("Dutch")
    ('AZ', 'AE', 'NL')
    >>> demonym_country("polish"), demonym_country("Taliban")
    (None, None)
    """
    found = _named(_demonyms(), word)
    return found or (_named(_demonyms(), word[:-1]) if word[-1:] in "sS" else None)


def countries_in(words: str) -> tuple[str, ...]:
    """The codes of the countries that a name names, by country or demonym, in order, each once.

    >>> countries_in("Azerbaijan's Embassy in Afghanistan"), countries_in("U.S. State Department")
    (('AZ', 'AF'), ('US',))
    >>> countries_in("Islamic Emirate of Afghanistan"), countries_in("Ministry of Mines")
    (('AF',), ())
    """
    parts = re.findall(r"[^\s,;()/\"“”]+", words)
    codes: list[str] = []
    start = 0
    while start < len(parts):
        start, found = _longest(parts, start)
        codes += found
    return tuple(dict.fromkeys(codes))


def country(code: str) -> Country | None:
    """The country with this code."""
    return countries().get(code)


@cache
def countries() -> Mapping[str, Country]:
    """The countries by code; those that are no more come last."""
    official: dict[str, str] = {}
    for info in _country_infos():
        forms = [form for form in info.altSpellings if _is_official(form)]
        official |= {info.ISO.alpha2: forms[0]} if forms else {}
    former = {row["code"]: row for row in read_rows("former_countries", ("code", "name", "capital", "continent"))}
    known = {
        code: Country(
            code=code,
            name=name,
            official=official.get(code, ""),
            capital=capital,
            continent=continent,
            population=int(population),
        )
        for code, name, capital, continent, population in read_extract("geonames_countries", COLUMNS)
        if code not in former
    }
    gone = {
        code: Country(code=code, name=row["name"], capital=row["capital"], continent=row["continent"])
        for code, row in former.items()
    }
    return MappingProxyType(known | gone)


@lru_cache(maxsize=ASKED)
def capital_country(name: str) -> str | None:
    """The code of the country with this capital.

    >>> capital_country("Kabul"), capital_country("Kandahar")
    ('AF', None)
    """
    return _named(_capitals(), name)


@lru_cache(maxsize=ASKED)
def region(name: str) -> Region | None:
    """The continent, region, sea, river or province (also: state of the United States) with this name.

    >>> region("the Middle East").kind, region("Kandahar").country, region("Texas").country
    ('region', 'AF', 'US')
    """
    if not starts_large(name):
        return None
    key = name_key(name)
    return _regions().get(key) or _regions().get(key.lower())


@lru_cache(maxsize=ASKED)
def place_country(name: str) -> str | None:
    """The code of the country that a place name is or lies in: country, region, capital, then the greatest city.

    >>> place_country("Kabul"), place_country("Helmand"), place_country("the Republic of Azerbaijan")
    ('AF', 'AF', 'AZ')
    """
    found = region(name)
    return country_of(name) or (found.country if found else None) or capital_country(name) or city_country(name)


def may_begin_place(word: str) -> bool:
    """Whether a country, its people, a capital or a region can begin with this word; False is sure, True is not.

    >>> may_begin_place("Saudi"), may_begin_place("Afghans"), may_begin_place("Yesterday")
    (True, True, False)
    """
    if not (word.isalpha() and word.isascii()):
        return True
    small = word.lower()
    return small in _first_words() or small.removesuffix("s") in _first_words()


@cache
def us_states() -> Mapping[str, str]:
    """The names of the states of the United States by their postal code."""
    return MappingProxyType({row[0]: row[1] for row in read_extract("geonames_states", ("code", "name"))})


@cache
def _first_words() -> frozenset[str]:
    names = (*_country_names(), *_demonyms(), *_capitals(), *_regions())
    return frozenset(word.lower() for name in names for word in ("the", *name.split()[:1]))


def _named(names: Mapping[str, str], name: str) -> str | None:
    if not starts_large(name):
        return None
    key = name_key(name)
    return names.get(key) or names.get(key.lower())


def _longest(parts: list[str], start: int) -> tuple[int, list[str]]:
    """Where the longest country or demonym that begins here ends, and its code; of hyphened words one word further
    with those of its parts."""
    for end in range(min(len(parts), start + LONGEST), start, -1):
        words = " ".join(parts[start:end])
        if code := country_of(words) or demonym_country(words):
            return end, [code]
    pieces = [demonym_country(piece) or country_of(piece) for piece in parts[start].split("-")[:-1]]
    last = country_of(parts[start].rpartition("-")[2]) if any(pieces) else None
    return start + 1, [code for code in (*pieces, last) if code]


LONGEST = 6  # words of the longest country name that is looked for within a longer one


class _Iso(msgspec.Struct, frozen=True):
    alpha2: str = ""


class _CountryInfo(msgspec.Struct, frozen=True):
    """What is read of a file of countryinfo; outlines and translations are passed over."""

    name: str = ""
    ISO: _Iso = _Iso()
    altSpellings: tuple[str, ...] = ()  # noqa: N815 - the key in the file
    demonym: str | None = None


@cache
def _country_infos() -> tuple[_CountryInfo, ...]:
    folder = files("countryinfo") / "data"
    found = sorted((file.name, file) for file in folder.iterdir() if file.name.endswith(".json"))
    read = (msgspec.json.decode(file.read_bytes(), type=_CountryInfo) for _, file in found)
    former = {row["code"] for row in read_rows("former_countries", ("code", "name", "capital", "continent"))}
    return tuple(info for info in read if info.ISO.alpha2 and info.ISO.alpha2 not in former)


def _is_official(form: str) -> bool:
    return bool(OFFICIAL.search(form)) and "," not in form and not form.startswith(("the ", "Antilles"))


@cache
def _country_names() -> Mapping[str, str]:
    """Code by name; our own lexicon comes first, names before official forms."""
    own = [(row["name"], row["code"]) for row in read_rows("country_names", ("code", "name"))]
    common = [(one.name, one.code) for one in countries().values()]
    other = [(info.name, info.ISO.alpha2) for info in _country_infos() if "," not in info.name]
    official = [(f, info.ISO.alpha2) for info in _country_infos() for f in info.altSpellings if _is_official(f)]
    return _byname_key([*own, *common, *other, *official])


@cache
def _demonyms() -> Mapping[str, str]:
    own = [(row["word"], row["code"]) for row in read_rows("demonyms", ("word", "code"))]
    known = countries()
    found = [(word.strip(), i.ISO.alpha2) for i in _country_infos() for word in (i.demonym or "").split(",")]
    crowded = sorted(found, key=lambda pair: -known[pair[1]].population if pair[1] in known else 0)
    return _byname_key([*own, *((word, code) for word, code in crowded if word and country_of(word) is None)])


@cache
def _capitals() -> Mapping[str, str]:
    aliases = list(CAPITAL_FORMS.items())
    return _byname_key([*aliases, *((one.capital, one.code) for one in countries().values() if one.capital)])


CAPITAL_FORMS = {"Astana": "KZ", "Kiev": "UA", "Sana'a": "YE", "Washington, D.C.": "US", "Washington DC": "US"}


def _byname_key(pairs: list[tuple[str, str]]) -> Mapping[str, str]:
    """Code by the key of the name; the first of a name counts."""
    found: dict[str, str] = {}
    for name, code in pairs:
        found.setdefault(name_key(name), code)
    return MappingProxyType(found)


@cache
def _regions() -> Mapping[str, Region]:
    rows = read_rows("regions", ("name", "kind", "code"), optional=("code",))
    own = [Region(row["name"], row["kind"], row["code"] or None) for row in rows]
    states = [Region(name, "province", "US") for name in us_states().values()]
    return MappingProxyType({name_key(one.name): one for one in reversed([*own, *states])})
