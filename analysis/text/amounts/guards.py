"""Guards: numbers that are no amount: dates, parts of names, ages, scores, telephone numbers."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from analysis.text.amounts.lexicon import guards, person_nouns
from analysis.text.amounts.numbers import DASHES
from analysis.text.amounts.pieces import Piece, is_joined, word_at
from analysis.text.amounts.ranges import link
from analysis.text.amounts.readings import Reading
from analysis.text.facts.lexicon import function_words

OLDEST = 120  # years: a larger number behind a name is no age


def without_series(found: Sequence[Piece], read: Sequence[Reading]) -> list[Reading]:
    """The readings without scores, `3-2`, and numbers of telephones and parts, `555-1234`, `020 7946 0000`."""
    series = [False] * len(read)
    for at in range(len(read) - 1):
        if _is_series(found, read[at], read[at + 1]):
            series[at] = series[at + 1] = True
    return [one for one, is_part in zip(read, series, strict=True) if not is_part]


def _is_series(found: Sequence[Piece], one: Reading, other: Reading) -> bool:
    if one.has_sign or other.has_sign or one.unit is not None or one.number.is_word:
        return False
    if other.unit is not None:
        return False
    if link(found, one, other) in DASHES:
        after = word_at(found, other.end)
        is_counted = one.value < other.value and after.isalpha() and after not in function_words()
        return not is_counted or after in guards("after")
    return one.end == other.first and word_at(found, other.end) not in ("and", "to")


def is_age(found: Sequence[Piece], reading: Reading, number: Token) -> bool:
    """Whether a number is how old somebody is: `aged 40`, `40-year-old`, `He was 40`, `Berg, 40,`."""
    before = word_at(found, reading.first - 1)
    if before in ("aged", "age", "ages") or (before == "of" and word_at(found, reading.first - 2) == "age"):
        return True
    if reading.unit is None:
        return _is_beside_name(found, reading) or _is_of_person(reading, number)
    after = reading.end + 1 if word_at(found, reading.end) in DASHES else reading.end
    return word_at(found, after) in ("old", "olds") or (
        word_at(found, after) == "of" and word_at(found, after + 1) == "age"
    )


def _is_of_person(reading: Reading, number: Token) -> bool:
    is_said = number.dep_ in ("attr", "acomp") and number.head.lemma_ == "be" and reading.value < OLDEST
    return is_said and any(one.dep_ == "nsubj" and _is_person(one) for one in number.head.lefts)


def _is_person(subject: Token) -> bool:
    is_named = subject.ent_type_ == "PERSON" or subject.lemma_.lower() in person_nouns()
    return is_named or subject.lower_ in ("he", "she", "who", "i")


def _is_beside_name(found: Sequence[Piece], reading: Reading) -> bool:
    is_between = word_at(found, reading.first - 1) == "," and word_at(found, reading.end) in (",", ".", ";", ")")
    return is_between and reading.value < OLDEST and not reading.number.is_word and reading.bound == "exact"


def is_in_name(number: Token, reading: Reading, found: Sequence[Piece]) -> bool:
    """Whether a bare number goes on a name: `Windows 10`, `Kandahar 3`, `<123>`."""
    if reading.unit is not None or reading.number.is_word or number.i == number.sent.start:
        return False
    before = number.nbor(-1)
    is_glued = is_joined(found, reading.first) and before.text in ("<", "#", "@")
    return is_glued or (before.pos_ == "PROPN" and before.i > number.sent.start and number.head.i <= number.i)
