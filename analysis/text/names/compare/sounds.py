"""How alike two words of names are: the same sound in another spelling, an initial, a short form, a slip."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from analysis.lexicons.name_forms import close_letters, full_names, genders, sound_rules, variants

VOWELS = frozenset("aeiou")
SUFFIXES = {
    "ov": ("ov", "ev", "yev", "iev", "off", "eff", "ow", "ew"),
    "ova": ("ova", "eva", "yeva", "ieva"),
    "zada": ("zada", "zade", "zadeh", "zoda"),
    "li": ("li", "ly", "lu"),
    "i": ("i", "y"),
    "oglu": ("oglu", "oghlu", "ogly"),
    "yan": ("yan", "ian"),
    "pur": ("pur", "pour", "poor"),
    "khan": ("khan",),
    "jan": ("jan",),
    "ullah": ("ullah", "ollah", "allah"),
}
SUFFIX_OF = {form: suffix for suffix, forms in SUFFIXES.items() for form in forms}


class Likeness(NamedTuple):
    """How alike two words are, 0 to 1, and how: same, spelling, initial, short, language, gender, or other."""

    score: float
    how: str


@lru_cache(maxsize=65536)
def likeness(left: str, right: str) -> Likeness:
    """How alike two words in plain small letters are.

    >>> likeness("mohammadov", "mammadov"), likeness("j", "john"), likeness("bill", "william")
    (Likeness(score=0.96, how='spelling'), Likeness(score=0.85, how='initial'), Likeness(score=0.9, how='short'))
    >>> likeness("mario", "maria").how, likeness("baku", "kabul").score < 0.6
    ('gender', True)
    """
    if left == right:
        return Likeness(1.0, "same")
    if len(left) == 1 or len(right) == 1:
        return Likeness(0.85, "initial") if _initial(left, right) else Likeness(0.0, "other")
    if left.isdigit() or right.isdigit():
        return Likeness(0.0, "other")
    if plain_spelling(left) == plain_spelling(right):
        return Likeness(0.96, "spelling")
    if _opposite_genders(left, right):
        return Likeness(0.3, "gender")
    if _derived(left, right) or _derived(right, left):
        return Likeness(0.5, "other")
    if _short_of(left, right) or _short_of(right, left):
        return Likeness(0.9, "short")
    near = nearness(sound(left), sound(right))
    if near < SAME_NAME_NEARNESS and language_form(left) == language_form(right):
        return Likeness(0.62, "language")
    return Likeness(near, "spelling" if near >= SIMILAR else "other")


SIMILAR = 0.6  # below, words are taken for two names: Karzai, Karimi; above, for one: Schmidt, Schmitt
SAME_NAME_NEARNESS = 0.85
STEEPNESS = 1.25  # of nearness over the share of letters that differ; so that two letters of six are too many


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The word in one spelling for each sound, not exactly phonetic.

    >>> sound("nouruzi"), sound("tchaikovsky"), sound("chaikovskii"), sound("orloff")
    ('nuruzi', 'Caikovski', 'Caikovski', 'orlov')
    """
    for pattern, replacement in sound_rules():
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=65536)
def plain_spelling(word: str) -> str:
    """The sound of a word, of the several spellings of a known name or its stem the one that stands for all.

    >>> plain_spelling("mammadov") == plain_spelling("magomedov") == plain_spelling("mohammadov")
    True
    """
    known = variants("spelling")
    if word in known:
        return sound(known[word])
    for end in range(len(word) - 1, 2, -1):
        suffix = SUFFIX_OF.get(word[end:])
        if suffix and word[:end] in known:
            return f"{sound(known[word[:end]])}-{suffix}"
    return sound(word)


def language_form(word: str) -> str:
    """The form of a given name that stands for it in all languages.

    >>> language_form("aleksandr"), language_form("pyotr"), language_form("kabul")
    ('alexander', 'peter', 'kabul')
    """
    return variants("language").get(word, word)


@lru_cache(maxsize=65536)
def nearness(left: str, right: str) -> float:
    """From 0 to 1, how near two sounds are: 1 less the cost of changing one into the other, by length."""
    longest, shortest = max(len(left), len(right)), min(len(left), len(right))
    if not shortest or OSA.normalized_similarity(left, right, score_cutoff=0.2) == 0:
        return 0.0
    return max(0.0, 1 - STEEPNESS * _cost(left, right) / max(longest, 4))


def _cost(left: str, right: str) -> float:
    """Weighted edit distance (Damerau's, of adjacent letters): close letters, vowels and h cost less."""
    close = close_letters()
    before: list[float] = []
    row = [0.0]
    for j, letter in enumerate(right):
        row.append(row[-1] + _single(letter, j))
    for i, one in enumerate(left):
        older, before = before, row
        row = [before[0] + _single(one, i)]
        for j, other in enumerate(right):
            change = 0.0 if one == other else close.get((one, other), 1.0)
            cost = min(before[j] + change, before[j + 1] + _single(one, i), row[j] + _single(other, j))
            if i and j and one == right[j - 1] and other == left[i - 1]:
                cost = min(cost, older[j - 1] + 0.7)
            row.append(cost)
    return row[-1]


def _single(letter: str, place: int) -> float:
    """What it costs to add or leave out a letter."""
    if place == 0:
        return 1.0
    return 0.5 if letter in VOWELS or letter == "h" else 0.9


def _initial(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    return short.isalpha() and (long.startswith(short) or sound(long).startswith(sound(short) or short))


def _derived(stem: str, word: str) -> bool:
    """Whether a word is a family name made of the other: Ali and Aliyev, Hussein and Huseynov."""
    ends = (n for n in range(3, len(word)) if word[n:] in SUFFIX_OF)
    return len(word) > len(stem) and any(plain_spelling(word[:n]) == plain_spelling(stem) for n in ends)


def _short_of(short: str, full: str) -> bool:
    return any(nearness(sound(full), sound(one)) >= NEAR_SHORT for one in full_names().get(short, ()))


NEAR_SHORT = 0.9  # of the full name and the one in the list: Aleksandr, Alexander


def _opposite_genders(left: str, right: str) -> bool:
    """Whether two words are a man's and a woman's: Mario and Maria, Petrov and Petrova, known given names."""
    known = genders()
    if {known.get(left), known.get(right)} == {"m", "f"}:
        return True
    short, long = sorted((left, right), key=len)
    if long == short + "a" and (known.get(short) == "m" or short.endswith(("ov", "ev", "in", "sky", "ski"))):
        return True
    return len(left) == len(right) > 3 and left[:-1] == right[:-1] and {left[-1], right[-1]} == {"o", "a"}
