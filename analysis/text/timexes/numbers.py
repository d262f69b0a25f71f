"""Numbers in words and digits."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.text.timexes.lexicon import meanings

VAGUE = "X"  # TIMEX3 writes an amount that the text leaves open as X: `several days` is PXD
JOINING = ("-", "–")  # numbers in words alone: `September 20 - two days later` has two; a long dash parts clauses
IGNORED = ("a", "an", "and", "of", *JOINING, "the")


def number(words: Sequence[str]) -> float | str | None:
    """The number that these words say, VAGUE for `several`, None where they are no number.

    >>> number(["twenty", "-", "five"]), number(["a", "couple", "of"]), number(["1,500"]), number(["few"])
    (25.0, 2.0, 1500.0, 'X')
    >>> number(["13", "—", "two"]), number(["20", "-", "two"]), number(["twelfthly"])
    (None, None, None)
    """
    values = [_value(word.lower()) for word in words if word.lower() not in IGNORED]
    if not values:
        return 1.0 if any(word.lower() in ("a", "an") for word in words) else None
    if None in values or (words[0][0].isdigit() and not {*JOINING}.isdisjoint(words)):
        return None
    if VAGUE in values:
        return VAGUE
    return _composed([value for value in values if isinstance(value, float)])


def plain(value: float) -> int | float:
    """A whole number as int.

    >>> plain(2.0), plain(2.5)
    (2, 2.5)
    """
    return int(value) if value == int(value) else value


def ordinal(words: Sequence[str]) -> int | None:
    """The number of an ordinal; -1 for the last one, None where the words are no ordinal.

    >>> ordinal(["21st"]), ordinal(["twenty", "-", "first"]), ordinal(["final"]), ordinal(["twenty", "—", "first"])
    (21, 21, -1, None)
    """
    *tens, last = (word.lower() for word in words if word not in JOINING)
    digits = last.rstrip("stndrh")
    if digits.isdigit():
        return int(digits)
    named = meanings().get((last, "ORDINAL")) or meanings().get((last, "LASTONE"))
    before = [meanings().get((ten, "NUMBER")) for ten in tens]
    return int(named) + sum(int(ten) for ten in before if ten) if named and all(before) else None


def _value(word: str) -> float | str | None:
    """The number of a word, VAGUE where it leaves it open, None where it is no number."""
    if word[0].isdigit():
        return float(word.replace(",", ""))
    value = meanings().get((word, "NUMBER")) or meanings().get((word, "VAGUE"))
    return VAGUE if value == VAGUE else value and float(value)


def _composed(values: Sequence[float]) -> float | None:
    """Tens before ones, ones before hundreds: as numbers are said; None for `two three`."""
    total = current = 0.0
    for place, value in enumerate(values):
        if value >= 1000 and place:
            total, current = total + (current or 1) * value, 0.0
        elif value >= 100 and place:
            current = (current or 1) * value
        elif place and not _may_follow(values[place - 1], value):
            return None
        else:
            current += value
    return total + current


def _may_follow(before: float, value: float) -> bool:
    return before >= 100 or (before in range(20, 100, 10) and value < 10)
