"""The words of temporal expressions and what they mean, by kind."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from analysis.lexicons.rows import LexiconError, read_rows

FORMS = ("capital", "")
MAX_YEAR = 2199
MIN_YEAR = 1000
SHAPES = (
    ("ISO", re.compile(r"\d{4}-\d\d?-\d\d?(?:T[\d:]+Z?)?")),
    ("SLASHED", re.compile(r"\d+/\d+/\d+")),
    ("DOTTED", re.compile(r"\d+\.\d+\.\d+")),
    ("CLOCK", re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")),
    ("CLOCKDOT", re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")),
    ("DECADE", re.compile(r"(?:1\d|20)?\d0'?s")),
    ("NTH", re.compile(r"\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)")),
    ("DAYNTH", re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|ST|ND|RD|TH)")),
    ("DAY", re.compile(r"0?[1-9]|[12]\d|3[01]")),
    ("HOUR", re.compile(r"[01]?\d|2[0-4]")),
    ("HHMM", re.compile(r"(?:[01]\d|2[0-4])[0-5]\d")),
    ("YEAR", re.compile(r"1\d{3}|2[01]\d\d")),
    ("YY", re.compile(r"\d\d")),
    ("DIGITS", re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d+(?:\.\d+)?")),
    ("QUARTERCODE", re.compile(r"[Qq][1-4]|[1-4]Q")),
    ("HALFCODE", re.compile(r"[Hh][12]|[12]H")),
    ("FYCODE", re.compile(r"FY(?:\d\d){1,2}")),
    ("MERIDIEM", re.compile(r"[AaPp](?:\.\s?[Mm]\.?|[Mm])")),
)


@cache
def time_words() -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    """The (kind, value, form) entries of each word, in small letters. Raises LexiconError for an unknown form."""
    entries: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row in read_rows("time_words", ("word", "kinds", "value", "form"), optional=("value", "form")):
        if row["form"] not in FORMS:
            raise LexiconError(f"time_words.csv: {row['word']} has the form {row['form']!r}")
        entries[row["word"]] += [(kind, row["value"], row["form"]) for kind in row["kinds"].split()]
    return MappingProxyType({word: tuple(found) for word, found in entries.items()})


def kinds(token: str) -> frozenset[str]:
    """What patterns may call a token: by its entries where it has some, by its shape; nothing for the empty token.

    >>> sorted(kinds("March")), sorted(kinds("march")), sorted(kinds("7")), sorted(kinds("1430"))
    (['MONTH'], [], ['DAY', 'DIGITS', 'HOUR'], ['DIGITS', 'HHMM', 'YEAR'])
    """
    if not token:
        return frozenset()
    entries = time_words().get(token.lower())
    is_capital = token[0].isupper()
    named = {kind for kind, _, form in entries or () if is_capital or form != "capital"}
    if token[0].isdigit() or token[0] in "QqHhFAaPp":
        named.update(name for name, shape in SHAPES if shape.fullmatch(token))
    return frozenset(named)


@cache
def meanings() -> Mapping[tuple[str, str], str]:
    """The value of a word, in small letters, as a kind."""
    return MappingProxyType({(word, kind): v for word, found in time_words().items() for kind, v, _ in found})


def meaning(word: str, *kinds: str) -> str:
    """The value of a word as the first of these kinds that it has. Raises KeyError where it has none.

    >>> meaning("Second", "UNIT"), meaning("second", "ORDINAL")
    ('second', '2')
    """
    found = meanings()
    return next(found[word.lower(), kind] for kind in (*kinds, kinds[-1]) if (word.lower(), kind) in found)


@cache
def modifiers() -> Mapping[str, str]:
    """The `mod` of each phrase that stands before an amount; empty where TIMEX3 has none for it."""
    return MappingProxyType(
        {row["phrase"]: row["mod"] for row in read_rows("time_modifiers", ("phrase", "mod"), ("mod",))}
    )


@cache
def references() -> Mapping[str, str]:
    """PAST_REF, PRESENT_REF or FUTURE_REF of each phrase that points there."""
    return MappingProxyType({row["phrase"]: row["value"] for row in read_rows("time_references", ("phrase", "value"))})


@cache
def holidays() -> Mapping[str, str]:
    """The rule of each day that has a name, its tokens parted by blanks.

    `12-25` is a day of each year, `11-3-4` the fourth Thursday of November, `easter-2` the second day before Easter.
    """
    return MappingProxyType({spaced(row["name"]): row["day"] for row in read_rows("time_holidays", ("name", "day"))})


def spaced(phrase: str) -> str:
    """A phrase with its signs parted from its words, as tokens are.

    >>> spaced("new year's day")
    "new year ' s day"
    """
    return " ".join(phrase.replace("'", " ' ").replace(".", " . ").split())


@cache
def events() -> Mapping[tuple[str, str], int]:
    """The year of events that are called by their month and day: by `09-11` and a word that follows."""
    rows = read_rows("time_events", ("date", "word", "year"))
    return MappingProxyType({(row["date"], row["word"]): int(row["year"]) for row in rows})


@cache
def name_words(side: str) -> frozenset[str]:
    """The words that make a name of the time word beside them; they stand `before` or `after` it."""
    return frozenset(row["word"] for row in read_rows("time_names", ("word", "side")) if row["side"] == side)


@cache
def context_words(role: str) -> frozenset[str]:
    """The words that say this much of a time word beside them."""
    return frozenset(row["word"] for row in read_rows("time_contexts", ("word", "role")) if row["role"] == role)


@cache
def governors() -> Mapping[str, str]:
    """What each lemma says of the time of what it governs: `future` or `same`."""
    return MappingProxyType({row["lemma"]: row["effect"] for row in read_rows("time_governors", ("lemma", "effect"))})
