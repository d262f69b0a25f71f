"""What the value of a record's field says, in the shapes in which scrapers and databases write it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from analysis.read.dates import parse_date
from analysis.read.decode import storable

MOST_AUTHORS, LONGEST_LIST = 50, 10_000  # authors, and characters of a list that is written as text
# Where an object stands for its words: WordPress, NewsAPI and schema.org, XML turned into JSON, MongoDB.
WORDS_IN_OBJECTS = ("rendered", "name", "#text", "@value", "value", "$oid")
DAYS_IN_OBJECTS = ("$date", "$numberLong", "@value", "value")
EPOCH = datetime(1970, 1, 1)
EPOCH_SECONDS = range(631_152_000, 4_102_444_800)  # 1990 to 2099
DIGITS = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")
LONGEST_DAY = 200  # characters
DEEPEST = 3  # objects in objects


def said(value: object, deepest: int = DEEPEST) -> str | None:
    """The words of a value as they stand, those of a list as paragraphs; None where it has none.

    >>> said({"rendered": "Rain"}), said(["It rained.", "It snowed."]), said(5)
    ('Rain', 'It rained.\\n\\nIt snowed.', None)
    """
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list) and deepest:
        return "\n\n".join(words for one in value if (words := said(one, deepest - 1))) or None
    if isinstance(value, dict) and deepest:
        found = (said(value[name], deepest - 1) for name in WORDS_IN_OBJECTS if name in value)
        return next((words for words in found if words and words.strip()), None)
    return None


def line_of(value: object) -> str | None:
    """The words of a value on one line, None where it has none."""
    return " ".join((said(value) or "").split()) or None


def authors_of(value: object) -> str | None:
    """The authors that a value names, joined by commas, none twice.

    >>> authors_of(["Jane Doe", {"name": "John Roe"}, "Jane Doe", None])
    'Jane Doe, John Roe'
    """
    names = [name for one in _listed(value)[:MOST_AUTHORS] if (name := line_of(one))]
    return ", ".join(dict.fromkeys(names)) or None


def _listed(value: object) -> list[object]:
    """The values of a list, also of one that a spreadsheet or pandas wrote as text: `['Jane Doe', 'John Roe']`."""
    if isinstance(value, list):
        return value
    if isinstance(value, str) and len(value) <= LONGEST_LIST and value.strip()[:1] == "[" and value.strip()[-1:] == "]":
        return list(_written(value.strip()[1:-1]))
    return [value]


def _written(inside: str) -> Iterator[str]:
    return (match[1] or match[2] or match[3] for match in re.finditer(r"""'([^']+)'|"([^"]+)"|([^\s,][^,]*)""", inside))


def day_of(value: object, deepest: int = DEEPEST, order: str = "") -> datetime | None:
    """The day, and the time where it is there, that a value says: words, seconds or milliseconds since 1970.

    `order` is that of `parse_date`.

    >>> day_of(1715767200), day_of({"$date": "2024-05-15T10:00:00Z"}), day_of(20240515), day_of(2024)
    (datetime.datetime(2024, 5, 15, 10, 0), datetime.datetime(2024, 5, 15, 10, 0), \
datetime.datetime(2024, 5, 15, 0, 0), None)
    """
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        return datetime.combine(value, time())
    if isinstance(value, dict) and deepest:
        found = (day_of(value[name], deepest - 1, order) for name in DAYS_IN_OBJECTS if name in value)
        return next((day for day in found if day), None)
    if isinstance(value, list) and value and deepest:
        return day_of(value[0], deepest - 1, order)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _since_epoch(value) or parse_date(str(value))
    if not isinstance(value, str):
        return None
    return _since_epoch(float(value)) if DIGITS.fullmatch(value.strip()) else parse_date(value, order)


def words_of_days(values: Iterable[object], deepest: int = DEEPEST) -> Iterator[str]:
    """The words among the values of a field for a day, also those in objects and lists."""
    for value in values:
        if isinstance(value, str):
            yield value[:LONGEST_DAY]
        elif isinstance(value, dict) and deepest:
            yield from words_of_days((value[name] for name in DAYS_IN_OBJECTS if name in value), deepest - 1)
        elif isinstance(value, list) and deepest:
            yield from words_of_days(value[:1], deepest - 1)


def _since_epoch(number: float) -> datetime | None:
    """The time so many seconds or milliseconds after 1970, UTC, None where it would be far from today."""
    for seconds in (number, number / 1000):
        if EPOCH_SECONDS.start <= seconds < EPOCH_SECONDS.stop:
            return (EPOCH + timedelta(seconds=seconds)).replace(microsecond=0)
    return None
