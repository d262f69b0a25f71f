"""What a report says of one event in several places: the day and the place that a later sentence adds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import msgspec

from analysis.text.facts.lexicon import function_words
from analysis.text.records import Fact, TimexExpression

STEM = 5  # letters in which words of one family agree: election, elected
ENDINGS = re.compile(r"(?<=...)(?:ing|ed|es|s|e)$")
DOUBLED = re.compile(r"([^\W\daeiou])\1$")  # ban, banned
WORD = re.compile(r"[^\W_]+")
DAY_PARTS = frozenset({"weekday", "day", "part", "clock"})  # what tells a day: Monday, 3 May, this morning, at noon
OTHER = frozenset({"other", "others", "another", "further", "more", "second", "third", "additional"})  # not the same


def completed(main: Fact, facts: Sequence[Fact], timexes: Sequence[TimexExpression]) -> Fact:
    """A fact with the day and the place that later facts give it which tell the same event again."""
    again = [one for one in facts if main.sentence < one.sentence and is_same(main, one)]
    dated = next((one for one in again if one.timex is not None and tells_day(timexes[one.timex])), None)
    placed = next((one for one in again if one.place is not None), None)
    if main.timex is None and dated is not None:
        main = changed(main, "when: where it is told again", timex=dated.timex, day_from="passage")
    if main.place is None and placed is not None:
        fields = ("place", "place_start_char", "place_end_char", "place_mention")
        main = changed(main, "place: where it is told again", **{name: getattr(placed, name) for name in fields})
    return main


def is_same(one: Fact, other: Fact) -> bool:
    """Whether two facts tell one event: an action of the same words, and one of the same who take part in it.

    `three more victims were named` is another event than `the victims were named`.
    """
    if stems(one.action).isdisjoint(stems(other.action)) or one.status != other.status:
        return False
    parties = [" ".join(part for part in (fact.actor, fact.target) if part) for fact in (one, other)]
    first, second = (OTHER.intersection(WORD.findall(words.lower())) for words in parties)
    return first == second and not stems(parties[0]).isdisjoint(stems(parties[1]))


def tells_day(timex: TimexExpression) -> bool:
    """Whether an expression tells a day as news does, `Monday`, `3 May`, `last night`: no year, no month, no `now`."""
    if timex.type not in ("DATE", "TIME") or timex.rule != "date":
        return False
    return timex.parts.get("unit") == "day" or not DAY_PARTS.isdisjoint(timex.parts)


def changed(fact: Fact, how: str, **changes: Any) -> Fact:
    """A fact with other values in some fields, and how they were found."""
    return msgspec.structs.replace(fact, how="; ".join(part for part in (fact.how, how) if part), **changes)


def stems(words: str) -> frozenset[str]:
    """The first letters of the words that say something.

    >>> sorted(stems("bans")), sorted(stems("banned"))
    (['ban'], ['ban'])
    >>> sorted(stems("The shaming of a minister")), sorted(stems("Ministers shamed"))
    (['minis', 'sham'], ['minis', 'sham'])
    """
    found = map(_stem, WORD.findall(words.lower()))
    return frozenset(stem for stem in found if stem)


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    """The stem of a word in small letters, empty for one that says nothing."""
    return "" if word in function_words() else DOUBLED.sub(r"\1", ENDINGS.sub("", word))[:STEM]
