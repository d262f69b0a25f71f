"""Namesakes: surnames that are places or months as well (Milan Jordan, Colonel March), told apart where each stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from analysis.lexicons.cues import load_cues
from analysis.lexicons.name_words import name_parts, namesake_words, not_names, titles
from analysis.text.names.name import Name
from analysis.text.names.people import WEAK_TITLES
from analysis.text.names.places import place_entry
from analysis.text.names.token_lists import NAME_TAGS, Words

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "iobj", "dative"})
BESIDE_NOUN = frozenset({"compound", "amod", "nmod"})
PAGEANT = frozenset({"Miss", "Mister"})  # Miss America


class Bearer(NamedTuple):
    """The first place in a report where a namesake stands as a person's name, and in what words."""

    start: int
    full: str


def with_namesakes(words: Words, doc: Doc, names: Sequence[Name]) -> list[Name]:
    """The names, where a surname that a place or month has as well is the person's; months are added.

    A word is looked at once a title or given name before it has shown it as a surname in this report. It is the person
    after a title, as the subject of a verb of saying, and after the full name wherever no preposition of place or time
    stands before it; where the report has the place as well, only as the subject of what people do.
    """
    bearers = dict(_bearers(words, names))
    if not bearers:
        return list(names)
    single = {name.start: name for name in names if name.end - name.start == 1}
    inside = {i for name in names if name.end - name.start > 1 for i in range(name.start, name.end)}
    places = {i for i, word in enumerate(words.text) if word in bearers and i not in inside and words.sentence[i] >= 0}
    located = {words.text[i] for i in places if _is_located(words, i)}
    people = {i for i in places if _is_person(words, doc, i, bearers[words.text[i]], words.text[i] in located)}
    surnames = [
        Name(start=i, end=i + 1, label="PERSON", rule=f"surname of {bearers[words.text[i]].full}", weight=1.0)
        for i in people
    ]
    return sorted([name for start, name in single.items() if start not in people] + surnames + _longer(names))


def _longer(names: Sequence[Name]) -> list[Name]:
    return [name for name in names if name.end - name.start > 1]


def _bearers(words: Words, names: Sequence[Name]) -> Iterator[tuple[str, Bearer]]:
    """Each namesake with its first bearer: the end of a personal name, or a word right after a title."""
    found = [(name.start, *_surname(words, name)) for name in names if name.label == "PERSON"]
    found += [(i, words.text[i], words.phrase(i - 1, i + 1)) for i in range(1, len(words.text)) if _is_titled(words, i)]
    for start, word, full in sorted(found, reverse=True):  # the first comes last and stays
        if is_namesake(word):
            yield word, Bearer(start, full)


def _surname(words: Words, name: Name) -> tuple[str, str]:
    last = name.end - 1 - (words.text[name.end - 1] in name_parts("suffix"))
    return (words.text[last] if last > name.start else "", words.phrase(name.start, name.end))


def is_namesake(word: str) -> bool:
    """Whether a place, a people or a month has the name.

    >>> is_namesake("Jordan"), is_namesake("March"), is_namesake("Rustamli")
    (True, True, False)
    """
    return bool(word) and (not_names().get(word) == "calendar" or place_entry(word) is not None)


def _is_titled(words: Words, i: int) -> bool:
    """Whether a word with a capital stands between a title and what is neither a number nor a noun."""
    is_large = words.large[i] and words.large[i - 1]
    if not is_large or words.sentence[i] < 0 or words.sentence[i] != words.sentence[i - 1]:
        return False
    before = words.text[i - 1]
    is_title = (before,) in titles() and before not in PAGEANT and not (before in WEAK_TITLES and words.opening[i - 1])
    return is_title and not _goes_on(words, i) and not words.in_headline[words.sentence[i]]


def _goes_on(words: Words, i: int) -> bool:
    """Whether the words after a name belong to it or count it: a noun, a number, a hyphen, a further name."""
    follows = i + 1 < len(words.text) and words.sentence[i + 1] == words.sentence[i]
    if not follows:
        return False
    return words.tag[i + 1] in NAME_TAGS | {"NN", "NNS", "CD", "HYPH"} or words.text[i + 1][:1].isdigit()


def _is_located(words: Words, i: int) -> bool:
    return words.before(i) in namesake_words("place") or (words.before(i) == "," and words.large[i - 2])


def _is_person(words: Words, doc: Doc, i: int, bearer: Bearer, is_located: bool) -> bool:
    """Whether the namesake at i stands for its bearer."""
    if not words.large[i] or _goes_on(words, i) or words.in_headline[words.sentence[i]]:
        return False
    if _is_titled(words, i):
        return True
    if _is_located(words, i) or doc[i].dep_ in BESIDE_NOUN:
        return False
    if i < bearer.start or is_located or not_names().get(words.text[i]) == "calendar":
        return _speaks_or_hears(doc, i) or (i > bearer.start and not is_located and _acts(doc, i))
    return True


def _speaks_or_hears(doc: Doc, i: int) -> bool:
    """Whether the token is the subject of a verb of saying, or the object of telling, asking, meeting."""
    token, verb = doc[i], doc[i].head.lemma_.lower()
    if token.dep_ in SUBJECTS:
        return (verb, "verb") in load_cues()
    return token.dep_ in OBJECTS and verb in namesake_words("hearer")


def _acts(doc: Doc, i: int) -> bool:
    """Whether the token is the subject of a verb that no month is the subject of."""
    token = doc[i]
    is_verb = token.head.pos_ == "VERB" and token.head.lemma_.lower() not in namesake_words("time")
    return token.dep_ in SUBJECTS and is_verb
