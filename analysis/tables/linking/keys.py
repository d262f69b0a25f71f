"""Keys: what is the same name at once, before names are compared."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from analysis.lexicons.cities import cities_named
from analysis.lexicons.gazetteer import capital_country, country_of, demonym_country, region
from analysis.lexicons.keys import fold, name_key
from analysis.lexicons.parts import lies_in
from analysis.tables.linking.chains import Chain
from analysis.text.names.compare.forms import person_form
from analysis.text.names.compare.latin import to_latin

PERSON = "PERSON"
PLACES = frozenset(("GPE", "LOC"))
LARGE_CITY = 500_000  # cities of this size are known under several names: Kyiv and Kiev
FAR_LARGER = 10  # times as many people as the next city of the name, so that no other is meant
BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")


class Key(NamedTuple):
    """What a name form is looked up under: names with one key are of one entity.

    `kind` is person, country, demonym, city, language or thing. `apart` parts what one text would not: two people of
    one name in a sentence, family names alone with different offices, the ministries of two countries, two cities.
    """

    kind: str
    text: str
    apart: str = ""


def chain_key(chain: Chain) -> Key:
    """The key of a chain, by its label and name."""
    if chain.stands_for:
        return Key("country", chain.stands_for)
    if chain.label == PERSON:
        return Key("person", person_key(chain.name))
    if chain.label == "LANGUAGE":
        return Key("language", name_key(chain.name))
    return _place_key(chain.name, chain.lies_in) or _thing_key(chain.name, chain.label, chain.country or "")


@lru_cache(maxsize=65536)
def person_key(name: str) -> str:
    """The words of a person's name in plain small letters, without titles.

    >>> person_key("Dr. MAMMADOV, İlham"), person_key("Abdul-Qahar Balkhi")
    ('ilham mammadov', 'abd qahar balkhi')
    """
    form = person_form(BRACKETS.sub("", name))
    return " ".join([word.text for word in form.words] + [form.mark] * bool(form.mark))


@lru_cache(maxsize=65536)
def _place_key(name: str, place: str) -> Key | None:
    """The key of a place of which a report says where it lies; None where its name alone says the same.

    >>> _place_key("Paris", "US-TX"), _place_key("Paris", "FR"), _place_key("Paris", "")
    (Key(kind='thing', text='paris', apart='US-TX'), None, None)
    """
    bare = BRACKETS.sub("", name).strip() or name
    cities = cities_named(bare)
    is_usual = bool(cities) and lies_in(cities[0], place) and bool(_large_city(bare))
    if not place or is_usual or capital_country(bare) == place[:2]:
        return None
    return Key("thing", name_key(bare), place)


@lru_cache(maxsize=65536)
def _thing_key(name: str, label: str, country: str) -> Key:
    bare = BRACKETS.sub("", name).strip() or name
    if label != "NORP" and (code := country_of(bare)):
        return Key("country", code)
    if label in ("NORP", "GPE", "LOC") and (code := demonym_country(bare)):
        return Key("demonym", code)
    if label in PLACES and (city := _large_city(bare)):
        return Key("city", city)
    return Key("thing", name_key(" ".join(to_latin(bare).split())) or fold(bare), country)


def _large_city(name: str) -> str:
    """The name under which all spellings of a large city go, empty when others of the name are large as well.

    >>> _large_city("Kiev") == _large_city("Kyiv"), _large_city("Baku"), _large_city("Birmingham")
    (True, 'Baku AZ', '')
    """
    cities = cities_named(name)
    if not cities or cities[0].population < LARGE_CITY or region(name):
        return ""
    others = [city for city in cities[1:] if city.country != cities[0].country]
    if any(city.population * FAR_LARGER > cities[0].population for city in others):
        return ""
    return f"{cities[0].name} {cities[0].country}"
