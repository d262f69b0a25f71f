"""Roles: what the title or office beside a name says of the person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from analysis.lexicons.gazetteer import countries_in

PLACE = re.compile(r"\s+(?:to|in|at)\s+(?=(?:the\s+)?[A-Z])")
OF = re.compile(r"\s+(?:of|for)\s+|\s*[,;]\s*")
WORD = re.compile(r"[A-Za-z][\w'’-]*")


class Office(NamedTuple):
    """The noun of an office, and the country whose office it is, None where the words name none or several."""

    head: str
    country: str | None


@lru_cache(maxsize=16384)
def office(role: str, country: str | None = None) -> Office:
    """The office that a role names; the place where it is held doesn't count. `country` is of the words before it.

    >>> office("Azerbaijani Ambassador to Afghanistan"), office("ambassador of the Republic of Azerbaijan")
    (Office(head='ambassador', country='AZ'), Office(head='ambassador', country='AZ'))
    >>> office("Acting Minister of Interior Affairs"), office("")
    (Office(head='minister', country=None), Office(head='', country=None))
    """
    own = PLACE.split(role)[0]
    words = WORD.findall(OF.split(own.strip())[0])
    codes = countries_in(own)
    return Office(_head(words), codes[0] if len(codes) == 1 else country)


def _head(words: list[str]) -> str:
    """The last word; of an attorney general or the like both."""
    small = [word.lower() for word in words]
    if small[-1:] == ["general"] and small[-2:-1] not in ([], *([rank] for rank in RANKS)):
        return " ".join(small[-2:])
    return small[-1] if small else ""


RANKS = ("lieutenant", "major", "brigadier", "colonel", "lt", "maj", "acting", "retired", "former")


def shared_office(left: Iterable[Office], right: Iterable[Office]) -> str:
    """The noun of an office that both have, of the same country where both name one; empty without one."""
    mine, theirs = set(left), set(right)
    return min(
        (one.head for one in mine for other in theirs if one.head == other.head and _agree(one, other)), default=""
    )


def offices_conflict(left: Iterable[Office], right: Iterable[Office]) -> bool:
    """Whether both have an office of one noun for two countries, and none that agrees."""
    same = [(one, other) for one in set(left) for other in set(right) if one.head == other.head]
    return bool(same) and not any(_agree(one, other) for one, other in same)


def _agree(one: Office, other: Office) -> bool:
    return one.country is None or other.country is None or one.country == other.country
