"""Parts of countries: what the words behind a place name may say of where it lies (`Paris, Texas`; `Athens, Ga.`).

A place that something lies in is written as its country's code, or as that and the part of it (ISO 3166-2 for states of
the United States): `LB`, `US-TX`, `CA-ontario`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from analysis.lexicons.cities import City, cities_named
from analysis.lexicons.gazetteer import country, country_of, region, us_states
from analysis.lexicons.keys import name_key
from analysis.lexicons.rows import LexiconError, read_rows

US = "US"
SIDES, READINGS = ("before", "after"), ("state", "country")


@lru_cache(maxsize=16384)
def readings(name: str) -> tuple[str, ...]:
    """What a name says as the place that another lies in, a part of a country first; empty for any other name.

    >>> readings("Texas"), readings("Ga."), readings("Georgia"), readings("Ontario"), readings("Lebanon")
    (('US-TX',), ('US-GA',), ('US-GA', 'GE'), ('CA-ontario',), ('LB',))
    >>> readings("Paris"), readings("Asia")
    ((), ())
    """
    if name in _short_forms():
        return (f"{US}-{_short_forms()[name]}",)
    found, code = region(name), country_of(name)
    parts = (_part(found.name, found.country),) if found and found.kind == "province" and found.country else ()
    return (*parts, *((code,) if code else ()))


def _part(name: str, code: str) -> str:
    state = _states().get(name_key(name)) if code == US else None
    return f"{code}-{state or name_key(name)}"


def shared_with_state(name: str) -> str:
    """The state that has the name of a country; empty for any other name.

    >>> shared_with_state("Georgia"), shared_with_state("Texas"), shared_with_state("Peru")
    ('US-GA', '', '')
    """
    found = readings(name)
    return found[0] if len(found) > 1 and found[0][:2] != found[1] else ""


def lies_in(city: City, place: str) -> bool:
    """Whether a city lies in a country, or in a state of the United States; of other parts the country has to do."""
    code, _, part = place.partition("-")
    return city.country == code and (code != US or not part or city.part == part)


def is_city_of(name: str, place: str) -> bool:
    """Whether the gazetteer has a city of this name there.

    >>> is_city_of("Paris", "US-TX"), is_city_of("Paris", "US-GA"), is_city_of("Tripoli", "LB")
    (True, False, True)
    """
    return any(lies_in(city, place) for city in cities_named(name))


def place_name(place: str) -> str:
    """The name of a place that something lies in.

    >>> place_name("US-TX"), place_name("LB"), place_name("CA-ontario")
    ('Texas', 'Lebanon', 'Ontario')
    """
    code, _, part = place.partition("-")
    if code == US and part in us_states():
        return us_states()[part]
    found, known = region(part.title()) if part else None, country(code)
    return found.name if found else known.name if known else place


@cache
def state_words(side: str) -> Mapping[str, str]:
    """What a word on this side of a name that a state and a country share tells: state or country."""
    rows = read_rows("state_words", ("word", "side", "reading"))
    if any(row["side"] not in SIDES or row["reading"] not in READINGS for row in rows):
        raise LexiconError(f"state_words.csv: side is one of {SIDES}, reading one of {READINGS}")
    return MappingProxyType({row["word"]: row["reading"] for row in rows if row["side"] == side})


@cache
def _states() -> Mapping[str, str]:
    """The codes of the states by the key of their name."""
    return MappingProxyType({name_key(name): code for code, name in us_states().items()})


@cache
def _short_forms() -> Mapping[str, str]:
    """The codes of the states by short form and by themselves."""
    rows = read_rows("us_states", ("code", "forms"))
    return MappingProxyType({form: row["code"] for row in rows for form in (*row["forms"].split(), row["code"])})
