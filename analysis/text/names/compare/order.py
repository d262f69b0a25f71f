"""The order of a personal name: given names, father's name, family name, however the name is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.lexicons.name_forms import is_given_name, person_words

PATRONYMIC = re.compile(r"\w{3,}(?:[oe]v[iy]?ch|[oe]vna|ichna|ivna)")
FAMILY = re.compile(r"\w{3,}(?:[oei]va?|[iy]eva?|zadeh?|enko|shvili|adze|sk(?:i|y|iy|yi|aya|aia)|[iy]an)")
SLAVIC_OR_CAUCASIAN = re.compile(r"\w{3,}(?:[oei]va?|[iy]eva?|zadeh?|enko|shvili|adze|[vnl]sk(?:i|y|iy|yi|aya|aia))")
DESCENT = frozenset(("bin", "ibn", "ben", "bn", "bint", "binti", "bte"))
PARTICLES = DESCENT | {"al", "el"}


class Ordered(NamedTuple):
    """The words of a name in order, and the places of those that are a father's name."""

    words: tuple[str, ...]
    fathers: frozenset[int]


def in_order(words: Sequence[str]) -> Ordered:
    """The small words of a name, the family name last; oglu, qizi and the like are left out.

    The family name stands first in official lists of Azerbaijan and Russia, where a father's name follows (Rashidov
    Elman Kamil oglu; Orlov Dmitri Pavlovich), or where the words tell (Rashidov Elman).

    >>> in_order(["rashidov", "elman", "kamil", "oglu"])
    Ordered(words=('elman', 'kamil', 'rashidov'), fathers=frozenset({1}))
    >>> in_order(["orlov", "dmitri", "pavlovich"]).words, in_order(["milan", "petrovich"]).words
    (('dmitri', 'pavlovich', 'orlov'), ('milan', 'petrovich'))
    """
    descent = next((n for n, word in enumerate(words) if n > 1 and person_words().get(word) == "patronymic"), 0)
    if descent:
        return _with_father(words, descent)
    if _is_family_first(words):
        words = [*words[1:], words[0]]
    return Ordered(tuple(words), frozenset(_after_bin(words)))


def _with_father(words: Sequence[str], descent: int) -> Ordered:
    """The name with a word like oglu at `descent`, behind the father's name."""
    given, father, behind = list(words[: descent - 1]), words[descent - 1], list(words[descent + 1 :])
    if not behind and len(given) > 1:
        is_given_first = bool(FAMILY.fullmatch(given[-1])) and not FAMILY.fullmatch(given[0])
        behind = [given.pop(-1 if is_given_first else 0)]
    return Ordered((*given, father, *behind), frozenset((len(given),)))


def _is_family_first(words: Sequence[str]) -> bool:
    """Whether the family name stands before a given name, and a patronymic if there are three words."""
    if len(words) == 3:
        return bool(PATRONYMIC.fullmatch(words[2])) and not is_given_name(words[0])
    return len(words) == 2 and _is_family(words[0]) and is_given_name(words[1]) and not _is_family(words[1])


def _is_family(word: str) -> bool:
    return bool(FAMILY.fullmatch(word)) and not is_given_name(word)


def _after_bin(words: Sequence[str]) -> Iterator[int]:
    """The places of fathers' names after bin and the like, where a family name follows."""
    for n in range(2, len(words) - 1):
        if words[n - 1] in DESCENT and words[n] not in PARTICLES:
            yield from _until_particle(words, n)


def _until_particle(words: Sequence[str], first: int) -> range:
    """The place of a father's name, or those of its words up to the next particle: bin Abdul Aziz al-."""
    last = next((n for n in range(first + 1, len(words)) if words[n] in PARTICLES), first + 1)
    return range(first, last)
