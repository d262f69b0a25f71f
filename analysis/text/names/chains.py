"""Chains: which names of a report stand for the same person, body or place, and the fullest form of each.

Names join by what they are: a country by its code, a person by the surname, a body by its well-known forms, its
acronym in brackets, its name without the company's form or the country before it, and `the Ministry` for the one
ministry that was named. Two people with one surname stay apart; a surname alone goes to the one named most before it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from analysis.lexicons import gazetteer
from analysis.lexicons.keys import fold, name_key
from analysis.lexicons.name_words import canonical_names, head_words, name_parts
from analysis.text.names.acronyms import acronym_pairs
from analysis.text.names.compare.forms import person_form
from analysis.text.names.name import PLACES, Name
from analysis.text.names.token_lists import Words

Keys = list[str]


def chain_keys(words: Words, names: Sequence[Name], places: Sequence[str]) -> Keys:
    """The key of each name's chain: names with the same key stand for the same. `places` is where each of them lies."""
    keys = [
        f"PLACE {_plain(spelled(words, name))} in {place}" if place and name.label in PLACES else _own_key(words, name)
        for name, place in zip(names, places, strict=True)
    ]
    keys = _with_people(words, names, keys)
    keys = _with_acronyms(words, names, keys)
    keys = _with_first_words(words, names, keys)
    return _with_short_bodies(words, names, keys)


def country_key(code: str) -> str:
    """The key of the chain of a country."""
    return f"country {code}"


def fullest(words: Words, names: Sequence[Name], keys: Keys) -> dict[str, str]:
    """The fullest form of each chain: of a person or body the longest, of a place or people the commonest."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    labels: dict[str, str] = {}
    for name, key in zip(names, keys, strict=True):
        forms[key][spelled(words, name)] += 1
        labels.setdefault(key, name.label)
    return {key: _common_name(key, counts) or _best(counts, labels[key]) for key, counts in forms.items()}


def _common_name(key: str, counts: Counter[str]) -> str:
    """The common name of a country, when the report has it; else empty."""
    found = gazetteer.country(key.removeprefix("country ")) if key.startswith("country ") else None
    return found.name if found is not None and found.name in counts else ""


def spelled(words: Words, name: Name) -> str:
    """The name as it stands, white space as one blank."""
    return words.phrase(name.start, name.end)


def _best(counts: Counter[str], label: str) -> str:
    if label in PLACES or label == "NORP":
        return min(counts, key=lambda text: (is_acronym(text), -counts[text], -len(text), text))
    return min(counts, key=lambda text: (is_acronym(text), text.isupper(), -len(text.split()), -len(text), text))


def is_acronym(text: str) -> bool:
    """Whether a form is capitals alone (`IMF`, `U.S.`)."""
    letters = text.replace(".", "")
    return letters.isupper() and letters.isalpha() and len(letters) <= 6


def _own_key(words: Words, name: Name) -> str:
    text = spelled(words, name)
    kind = "PLACE" if name.label in PLACES else name.label
    if name.label in PLACES and (code := gazetteer.country_of(text)):
        return country_key(code)
    if name.label == "NORP" and (code := gazetteer.demonym_country(text)):
        return f"people {code}"
    canonical = canonical_names().get(" ".join(words.text[name.start : name.end]))
    if canonical is not None:
        return f"{kind} {name_key(canonical)}"
    if name.label == "ORG":
        return f"ORG {_bare_body(words, name)}"
    return f"{kind} {_plain(text)}"


def _plain(text: str) -> str:
    """The form compared: without case, diacritics and full stops."""
    return fold(text).replace(".", "").replace("’", "'").lower()


def _bare_body(words: Words, name: Name) -> str:
    """A body's form without the company form at its end and the country or people at its front."""
    start, end = name.start, name.end
    while end - start > 1 and any(h.position == "suffix" for h in head_words().get((words.text[end - 1],), ())):
        end -= 1
    is_owned = end - start > 2 and (
        gazetteer.country_of(words.text[start]) or gazetteer.demonym_country(words.text[start])
    )
    return _plain(words.phrase(start + bool(is_owned), end))


def _with_people(words: Words, names: Sequence[Name], keys: Keys) -> Keys:
    """Keys where a part of a person's name has the key of the full name.

    That of the person most named in full before it, of equals the one named last; before any of them the next one.
    """
    people = [i for i, name in enumerate(names) if name.label == "PERSON"]
    parts = {i: _parts(words, names[i]) for i in people if names[i].end - names[i].start > 1}
    next_one: dict[str, str] = {part: keys[i] for i in reversed(people) for part in parts.get(i, ())}
    heard: dict[str, dict[str, tuple[int, int]]] = {}
    found = list(keys)
    for i in people:
        for part in parts.get(i, ()):
            owners = heard.setdefault(part, {})
            owners[keys[i]] = (owners.get(keys[i], (0, 0))[0] + 1, i)
        alone = _plain(spelled(words, names[i]))
        if i not in parts and alone in next_one:
            owners = heard.get(alone, {})
            found[i] = max(owners, key=owners.__getitem__) if owners else next_one[alone]
    return _with_longer_people(words, names, found)


def _parts(words: Words, name: Name) -> set[str]:
    """The parts that may stand for a whole personal name: the surname, with its particles, and the first name; of a
    name with a patronymic its family name and given name, in whatever order."""
    full = person_form(spelled(words, name))
    if any(word.kind == "patronymic" for word in full.words):
        return {full.words[0].text, full.words[-1].text}
    last = _last(words, name)
    start = last
    while start > name.start + 1 and (words.text[start - 1] in name_parts("particle") or words.is_hyphen(start - 1)):
        start -= 1
    return {_plain(words.text[last]), _plain(words.phrase(start, last + 1)), _plain(words.text[name.start])}


def _last(words: Words, name: Name) -> int:
    """Where the last word of a personal name stands, before `Jr.` and the like."""
    is_suffixed = name.end - name.start > 1 and words.text[name.end - 1] in name_parts("suffix")
    return name.end - 2 if is_suffixed else name.end - 1


def _with_longer_people(words: Words, names: Sequence[Name], keys: Keys) -> Keys:
    """Keys where names of people with the same given and family name are one (`Jane Doe`, `Jane Q. Doe`), unless they
    have two fathers' names."""
    ends: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    found = list(keys)
    for i, name in enumerate(names):
        if name.label == "PERSON" and name.end - name.start > 1:
            given, father, family = _given_father_family(words, name)
            known = ends[given, family]
            same = known.get(father) or (next(iter(known.values()), None) if not father or set(known) == {""} else None)
            found[i] = known[father] = same or keys[i]
    renamed = {old: new for old, new in zip(keys, found, strict=True) if old != new}
    return [renamed.get(key, key) for key in found]


def _given_father_family(words: Words, name: Name) -> tuple[str, str, str]:
    """The given name, the father's name (empty without one) and the family name of a person."""
    full = person_form(spelled(words, name))
    father = " ".join(word.text for word in full.words if word.kind == "patronymic")
    if father or (full.words and full.words[-1].text == _plain(words.text[name.start])):  # the family name stands first
        return full.words[0].text, father, full.words[-1].text
    return _plain(words.text[name.start]), "", _plain(words.text[_last(words, name)])


def _with_acronyms(words: Words, names: Sequence[Name], keys: Keys) -> Keys:
    """Keys where an acronym has the key of the name that it stands in brackets after, or whose first letters it is."""
    renamed = {keys[short]: keys[long] for short, long in acronym_pairs(words, names)}
    return [renamed.get(key, key) for key in keys]


def _with_first_words(words: Words, names: Sequence[Name], keys: Keys) -> Keys:
    """Keys where the first word of a company has the key of the only one whose name begins with it (`Borax said`).

    Not where a longer name is no more than that word and a form: `Borax` is `Borax Ltd`, not `Borax Mining Ltd`.
    """
    full: dict[str, set[str]] = defaultdict(set)
    bodies = [(name, key) for name, key in zip(names, keys, strict=True) if name.label == "ORG"]
    for name, key in bodies:
        if name.end - name.start > 1 and _has_form(words, name):
            full[_plain(words.text[name.start])].add(key)
    found = list(keys)
    for i, name in enumerate(names):
        if name.label == "ORG" and name.end - name.start == 1:
            owners = full.get(_plain(words.text[name.start]), set())
            found[i] = next(iter(owners)) if len(owners) == 1 else keys[i]
    return found


def _has_form(words: Words, name: Name) -> bool:
    """Whether a name has the form of a company (`Borax Inc`, `Borax Inc of Ruritania`)."""
    heads = (head for word in words.text[name.start + 1 : name.end] for head in head_words().get((word,), ()))
    return any(head.position == "suffix" for head in heads)


def _with_short_bodies(words: Words, names: Sequence[Name], keys: Keys) -> Keys:
    """Keys where `the Ministry` has the key of the body named last before it that has this word."""
    named: dict[str, str] = {}
    found = list(keys)
    for i, name in enumerate(names):
        if name.label != "ORG":
            continue
        if name.end - name.start == 1 and (words.text[name.start],) in head_words():
            found[i] = named.get(words.text[name.start], keys[i])
        else:
            for word in _heads(words, name):
                named[word] = found[i]
    return found


def _heads(words: Words, name: Name) -> Iterable[str]:
    return (word for word in words.text[name.start : name.end] if (word,) in head_words())
