"""People: names after a title or office, names that begin with a given name, and names of a person's build."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from analysis.lexicons.keys import fold
from analysis.lexicons.name_words import (
    given_names,
    head_words,
    name_parts,
    not_names,
    role_heads,
    role_modifiers,
    titles,
)
from analysis.text.names.chunks import Chunk, is_patronymic
from analysis.text.names.compare.order import PATRONYMIC, SLAVIC_OR_CAUCASIAN
from analysis.text.names.known import is_known
from analysis.text.names.name import MODEL_RANK, PATTERN_RANK, Name
from analysis.text.names.places import is_place
from analysis.text.names.token_lists import NAME_TAGS, Words

TITLED, TITLED_WEAKLY, GIVEN, ROLE_BEFORE, BUILT = 4.0, 1.5, 2.5, 2.0, 2.0
WEAK_TITLES = frozenset(
    {"General", "Major", "Judge", "Justice", "Premier", "Speaker", "Count", "Baron", "Chair", "Coach"}
)
INITIAL = re.compile(r"[A-Z]\.")
MOST_TOKENS = 8  # of a personal name, hyphens and particles among them
ARTICLES = frozenset({"the", "a", "an"})
PARTICLES_OF_DESCENT = frozenset({"bin", "ibn", "bint"})


def find_people(words: Words, found_chunks: Iterable[Chunk]) -> list[Name]:
    """The names of people in a text that a title, an office or a given name gives away."""
    return [name for chunk in found_chunks for name in _in_chunk(words, *chunk)]


def title_end(words: Words, i: int, end: int) -> int:
    """Where the title or office that begins at i ends; i where none does."""
    for length in range(min(_longest_title(), end - i), 0, -1):
        if words.text[i : i + length] in titles():
            return i + length
    if i == len(words.text):
        return i
    word = words.text[i]
    is_shouted = word.isupper() and len(word) > 1 and (word.title(),) in titles()
    return i + 1 if is_shouted or (words.large[i] and word.lower() in role_heads()) else i


def _in_chunk(words: Words, start: int, end: int) -> Iterator[Name]:
    title, after_title = _after_titles(words, start, end)
    if words.in_headline[words.sentence[start]]:
        return
    if title < end:
        if after_title < end and is_personal(words, after_title, end):
            is_mere_role = title_end(words, title, after_title) > title and (words.text[title],) not in titles()
            is_weak_title = is_mere_role or words.text[title] in WEAK_TITLES
            weak = title == after_title - 1 and is_weak_title and end - after_title == 1
            yield _person(after_title, end, "title before it", TITLED_WEAKLY if weak else TITLED)._replace(
                rank=MODEL_RANK if weak else PATTERN_RANK
            )
        return
    i = _given_start(words, start, end)
    if i is not None and is_personal(words, i, end):
        yield _person(i, end, "begins with a given name", GIVEN)
    elif is_personal(words, start, end) and end - start > 1:
        if words.before(start) in role_heads() and words.tag[start - 1].startswith("NN"):
            yield _person(start, end, "office before it", ROLE_BEFORE)
        elif _is_built_like_one(words, start, end):
            yield _person(start, end, "built like a person's name", BUILT)


def _person(start: int, end: int, rule: str, weight: float) -> Name:
    return Name(start=start, end=end, label="PERSON", rule=rule, weight=weight, rank=PATTERN_RANK)


def _after_titles(words: Words, start: int, end: int) -> tuple[int, int]:
    """Where the last title of a chunk begins that has words after it, and where those begin; twice the end without one.

    In `Secretary of Defense Jane Doe` the field of the office is part of the title.
    """
    found = (end, end)
    i = start
    if words.before(start) in ("of", "for") and words.before(start, 2) in role_heads():
        while i < end and words.text[i].lower() in role_modifiers() | {"affairs"}:
            i += 1
        if i > start:
            found = (start, i)
    while i < end:
        after = title_end(words, i, end)
        if end > after > i:
            found = (i, after)
        i = max(after, i + 1)
    return found


def _given_start(words: Words, start: int, end: int) -> int | None:
    """Where a given name with a further name begins: at the front of the chunk, or after a place or people there.

    After an office and `of`, `to` or `for`, anywhere in the chunk (`envoy for Peaceful Settlement Jane Doe`).
    """
    of_office = words.before(start) in ("of", "to", "for") and words.before(start, 2) in role_heads()
    for i in range(start, end - 1):
        follows_hyphen = i > start and words.is_hyphen(i - 1)
        is_whole = not any(words.spaced[i : end - 1])  # Marks-Spencer: one word with a hyphen is no name and surname
        if follows_hyphen or is_whole or given_gender(words.text[i]) is None:
            continue
        if i == start or of_office or _is_other_name(words, start, i):
            return i
    return None


def given_gender(word: str) -> str | None:
    """The gender of a given name, empty for one of both; None for a word that is no given name.

    >>> given_gender("Fatima"), given_gender("Kabul")
    ('f', None)
    """
    return given_names().get(fold(word))


def _is_other_name(words: Words, start: int, end: int) -> bool:
    is_name = is_known(words, start, end) or is_place(words.phrase(start, end)) or _is_headed(words.text[end - 1])
    return is_name or words.text[end - 1].lower() in role_modifiers()


def is_personal(words: Words, start: int, end: int) -> bool:
    """Whether words can be a person's name: not too many, no known name or place, no head word or office at the end."""
    if end - start > MOST_TOKENS or not (words.large[start] or words.text[start] in name_parts("particle")):
        return False
    last = words.text[end - 1]
    if _is_headed(last) and not is_surname_too(words, start, end):
        return False
    if end - start == 1 and (last in not_names() or last.lower() in role_modifiers() or words.after(end)[:1].isdigit()):
        return False
    is_other = is_known(words, start, end) or is_place(words.phrase(start, end), 4)
    return not is_other and title_end(words, end - 1, end) < end


def _is_headed(last: str) -> bool:
    return any(head.position != "first" for head in head_words().get((last,), ()))


def is_surname_too(words: Words, start: int, end: int) -> bool:
    """Whether a head word may be the surname of a person whose given name stands before it (`Bill Gates`)."""
    follows = words.before(start) in ("the", "in", "at", "near", "of")
    is_short = 2 <= end - start <= 3 and not follows
    return is_short and words.text[end - 1] in name_parts("surname") and given_gender(words.text[start]) is not None


def _is_built_like_one(words: Words, start: int, end: int) -> bool:
    """A middle initial (`J. Doe`, `Jane Q. Doe`), a closing `Jr.`, `bin` and the like inside, a father's name, or two
    words of which the last ends as family names do (`Elman Rashidov`)."""
    has_initial = any(INITIAL.fullmatch(word) for word in words.text[start : end - 1])
    has_suffix = end - start > 2 and words.text[end - 1] in name_parts("suffix")
    has_descent = not PARTICLES_OF_DESCENT.isdisjoint(words.text[start + 1 : end - 1])
    is_of_father = any(map(_is_of_father, words.text[start + 1 : end]))
    return has_initial or has_suffix or has_descent or is_of_father or _has_family_ending(words, start, end)


def _has_family_ending(words: Words, start: int, end: int) -> bool:
    """Whether a chunk is two plain names, the last with an ending of Slavic or Caucasian family names."""
    if end - start != 2 or words.in_heading[words.sentence[start]] or words.before(start) in ARTICLES:
        return False
    first, last = words.text[start:end]
    is_name = first.isalpha() and not first.isupper() and words.tag[start] in NAME_TAGS
    is_plain = is_name and first not in not_names() and not is_place(first)
    return is_plain and SLAVIC_OR_CAUCASIAN.fullmatch(fold(last).lower()) is not None


def _is_of_father(word: str) -> bool:
    """Whether a word is a patronymic (Petrovich) or follows the father's name (oglu)."""
    return is_patronymic(word) or PATRONYMIC.fullmatch(fold(word).lower()) is not None


@cache
def _longest_title() -> int:
    return max(map(len, titles()))
