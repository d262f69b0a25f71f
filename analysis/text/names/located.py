"""Located names: the country or state that a place lies in, where words in the report say so (`Paris, Texas`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from analysis.lexicons.cities import cities_named
from analysis.lexicons.gazetteer import country_of, demonym_country, region
from analysis.lexicons.keys import name_key
from analysis.lexicons.parts import is_city_of, lies_in, readings, shared_with_state, state_words
from analysis.text.names.name import PLACES, Name
from analysis.text.names.token_lists import Words

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
LONGEST = 3  # words of a state: District of Columbia
POSSESSIVE = frozenset({"'s", "’s"})
JOINED = frozenset({(",",), ("and",), (",", "and"), ("or",), (",", "or"), ("&",)})
KINDS_OF_PLACE = frozenset({"city", "town", "village", "port", "capital", "suburb", "district", "resort"})


def located(words: Words, names: Sequence[Name]) -> list[str]:
    """The place that each name lies in (see `lexicons.parts`), empty where nothing says so.

    A name alone lies where the same name lay before it in the report, else where it does further on. Of a name that a
    state and a country share it says which is meant: the place of the state, or nothing for the country.
    """
    told = [_told(words, names, n) for n in range(len(names))]
    own = _shared(words, names, told)
    found = _spread([_spread_by(words, name) for name in names], own)
    pairs = zip(names, found, strict=True)
    return ["" if len(place) == 2 and _is_country(words, name) else place for name, place in pairs]


def _is_country(words: Words, name: Name) -> bool:
    return _shared_word(words, name) is not None or country_of(words.phrase(name.start, name.end)) is not None


def _told(words: Words, names: Sequence[Name], n: int) -> str:
    """The place that the words right behind or before a place name say that it lies in."""
    name = names[n]
    if name.label not in PLACES:
        return ""
    text = words.phrase(name.start, name.end)
    if country_of(text) or region(text):
        return ""
    return next(chain(_behind(words, name, text), _before(words, name, text)), "")


def _behind(words: Words, name: Name, text: str) -> Iterator[str]:
    """The place behind a comma or `in` that a city of this name lies in; behind a comma also one that is the only
    reading, where the place closes there."""
    comma = words.after(name.end) == ","
    start = name.end + comma
    start += words.after(start) == "in"
    start += start > name.end and words.after(start).endswith("ern")  # in northern Lebanon
    if start == name.end:
        return
    for end in range(min(start + LONGEST, len(words.text)), start, -1):
        is_possessive = words.text[end - 1] in POSSESSIVE
        places = readings(words.phrase(start, end)) if words.sentence[end - 1] == words.sentence[name.start] else ()
        if places and not is_possessive:
            closes = _closes(words, end)
            is_told = closes or not comma or words.after(end) in POSSESSIVE
            yield from (place for place in places if is_told and is_city_of(text, place))
            if closes and comma and len(places) == 1 and not cities_named(text) and not _is_listed(words, end):
                yield places[0]
            return


def _closes(words: Words, end: int) -> bool:
    """Whether no clause or longer name begins with the words before `end`: `in Tripoli, Lebanon said`."""
    is_over = not words.after(end)
    return is_over or not (words.tag[end] in FINITE or words.large[end] or words.text[end] in POSSESSIVE)


def _is_listed(words: Words, end: int) -> bool:
    return words.after(end) in ("and", "or") or (
        words.after(end) == "," and words.large[min(end + 1, len(words.text) - 1)]
    )


def _before(words: Words, name: Name, text: str) -> Iterator[str]:
    """The country whose city it is said to be: the Lebanese city of Tripoli."""
    if words.before(name.start) == "of" and words.before(name.start, 2) in KINDS_OF_PLACE:
        people = name.start - 3
        for i in (people, people - 1):  # the Lebanese port city of
            if i >= 0 and words.large[i] and words.sentence[i] == words.sentence[name.start]:
                code = demonym_country(words.text[i]) or country_of(words.text[i])
                yield from ((code,) if code and is_city_of(text, code) else ())


def _shared(words: Words, names: Sequence[Name], told: Sequence[str]) -> list[str]:
    """What is told of each name; of a name that a state and a country share, which of them it is."""
    found = list(told)
    places = {n: i for n, name in enumerate(names) if (i := _shared_word(words, name)) is not None}
    for n, i in places.items():
        found[n] = _which(words, names, told, n, i)
    if places and not any(found[n] for n in places):
        shared = {words.text[i] for i in places.values()}
        by_cities = {word: _by_cities(words, names, word) for word in shared}
        return [by_cities[words.text[places[n]]] if n in places else place for n, place in enumerate(found)]
    return found


def _shared_word(words: Words, name: Name) -> int | None:
    """Where a place, or a word in the name of a body, stands that a state and a country share; None without one."""
    places = range(name.start, name.end) if name.label == "ORG" else [name.start] if name.end - name.start == 1 else []
    is_looked_at = name.label in PLACES or name.label == "ORG"
    return next((i for i in places if is_looked_at and shared_with_state(words.text[i])), None)


def _spread_by(words: Words, name: Name) -> str:
    """The form by which a name takes its place from others in the report."""
    shared = _shared_word(words, name)
    if shared is None and name.label not in PLACES:
        return ""
    return name_key(words.phrase(name.start, name.end) if shared is None else words.text[shared])


def _which(words: Words, names: Sequence[Name], told: Sequence[str], n: int, i: int) -> str:
    """The state or the country that a shared word at i, in the name n, stands for; empty where nothing tells."""
    state, code = readings(words.text[i])
    city = told[n - 1] if n and names[n - 1].end in (i - 1, i - 2) else ""
    if city in (state, code):
        return city
    after = words.after(i + 1, words.after(i + 1) in POSSESSIVE)
    before = words.before(i, 2) if words.before(i) == "of" else ""
    reading = state_words("after").get(after) or state_words("before").get(before)
    return {"state": state, "country": code}[reading] if reading else _by_list(words, names, n, state, code)


def _by_list(words: Words, names: Sequence[Name], n: int, state: str, code: str) -> str:
    """What the names that a shared name is joined with tell: a state of the same country, or another country."""
    for left, right, other in ((n - 1, n, n - 1), (n, n + 1, n + 1)):
        if left >= 0 and right < len(names) and words.text[names[left].end : names[right].start] in JOINED:
            places = readings(words.phrase(names[other].start, names[other].end))
            if any(place[:3] == state[:3] for place in places):
                return state
            if any(len(place) == 2 for place in places):
                return code
    return ""


def _by_cities(words: Words, names: Sequence[Name], shared: str) -> str:
    """The state or the country, where the report names the great cities of only one of them."""
    cities = [cities_named(words.phrase(name.start, name.end))[:1] for name in names if name.label in PLACES]
    told = {place for found in cities for city in found for place in readings(shared) if lies_in(city, place)}
    return told.pop() if len(told) == 1 else ""


def _spread(keys: Sequence[str], told: Sequence[str]) -> list[str]:
    """The place told for each name; else the one told last before it for an equal name, else the next one."""
    found = list(told)
    for order in (range(len(keys)), range(len(keys) - 1, -1, -1)):
        last: dict[str, str] = {}
        for n in order:
            found[n] = found[n] or last.get(keys[n], "")
            if found[n] and keys[n]:
                last[keys[n]] = found[n]
    return found
