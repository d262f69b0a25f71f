"""Numbers in words and digits."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.text.timexes.words import meanings

VAGUE = "X"  # TIMEX3 writes an amount that the text leaves open as X: `several days` is PXD
IGNORED = ("a", "an", "and", "of", "-", "–", "the")


def number(words: Sequence[str]) -> float | str | None:
    """The number that these words say, VAGUE for `several`, None where they are no number.

    >>> number(["twenty", "-", "five"]), number(["a", "couple", "of"]), number(["1,500"]), number(["few"])
    (25.0, 2.0, 1500.0, 'X')
    """
    values = [_value(word.lower()) for word in words if word.lower() not in IGNORED]
    if not values:
        return 1.0 if any(word.lower() in ("a", "an") for word in words) else None
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
    """The number of an ordinal; -1 for the last one.

    >>> ordinal(["21st"]), ordinal(["twenty", "-", "first"]), ordinal(["final"])
    (21, 21, -1)
    """
    *tens, last = (word.lower() for word in words if word not in ("-", "–"))
    digits = last.rstrip("stndrh")
    if digits.isdigit():
        return int(digits)
    named = meanings().get((last, "ORDINAL")) or meanings().get((last, "LASTONE"))
    return int(named) + sum(int(meanings()[ten, "NUMBER"]) for ten in tens) if named else None


def _value(word: str) -> float | str:
    if word[0].isdigit():
        return float(word.replace(",", ""))
    value = meanings().get((word, "NUMBER")) or meanings()[word, "VAGUE"]
    return VAGUE if value == VAGUE else float(value)


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
