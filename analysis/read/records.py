"""Files of records: what their fields are taken for, and how their dates are written, is told from all of a file.

`03/04/2024` is the third of April or the fourth of March. Where one date of a file has a day over 12, all its dates are
read so; else somebody has to say it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from analysis.read.article import Article, Taken, Unreadable
from analysis.read.dates import DAY_FIRST, MONTH_FIRST, orders_of
from analysis.read.formats import File
from analysis.read.record import record_article, taken_for, web_address
from analysis.read.values import day_of, line_of, words_of_days

LOOKED_AT = 20_000  # records from which it is told, and which are counted before the first report is given
MOST_EXAMPLES = 5
MOST_COLUMNS = 60
LONGEST_NAME, LONGEST_EXAMPLE = 100, 40  # characters
EMPTY: tuple[object, ...] = ("", None, [], {})
UNCLEAR, MIXED = "unclear", "mixed"


class Record(NamedTuple):
    """A record and its place in the inputs."""

    place: str
    values: Mapping[str, object]


Parts = Callable[[], Iterator[Record | Unreadable]]


def read_records(file: File, parts: Parts) -> Iterator[Article | Unreadable | Taken]:
    """The reports of a file of records, after what is known of its first ones; of a longer file at the end of all.

    `parts` gives the records, and the places where there is none, from the beginning each time.
    """
    first = list(_days_of_first(parts, survey := Survey(file)))
    survey.order = order_of(first)
    if survey.order in (UNCLEAR, MIXED):
        survey.order = file.hint.dates or survey.order
    for days in first:
        survey.add_days(days)
    n_first = survey.n_records
    if n_first:
        yield survey.taken()
    number = 0
    for part in parts():
        if isinstance(part, Unreadable):
            yield part
            continue
        number += 1
        if number > n_first:
            survey.add_days(survey.add(part))
        yield record_article(part.place, part.values, file.hint.text, known_order(survey.order))
    if number > n_first:
        yield survey.taken()


def _days_of_first(parts: Parts, survey: Survey) -> Iterator[list[object]]:
    """What each of the first records says of its day; the records are counted."""
    for part in islice(parts(), LOOKED_AT):
        if isinstance(part, Record):
            yield survey.add(part)


def known_order(order: str) -> str:
    """The order by which dates are read, empty where none is known."""
    return order if order in (DAY_FIRST, MONTH_FIRST) else ""


def order_of(days: Iterable[Iterable[object]]) -> str:
    """How dates are written, given what each record says: DAY_FIRST, MONTH_FIRST, UNCLEAR where both may be, MIXED
    where both are; empty where no date is written in such a way.

    >>> order_of([["03/04/2024"], ["13/04/2024"]]), order_of([["03/04/2024"]]), order_of([["2024-04-03"]])
    ('day-first', 'unclear', '')
    """
    found = Counter(order for said in days for words in words_of_days(said) for order in orders_of(words))
    certain = [order for order in (DAY_FIRST, MONTH_FIRST) if found[order]]
    if len(certain) == 2:
        return MIXED
    return certain[0] if certain else UNCLEAR if found[UNCLEAR] else ""


class Survey:
    """What the records of a file are taken for, and which of their dates can't be read, in this `order`."""

    def __init__(self, file: File) -> None:
        self.file, self.order, self.n_records, self.n_unread = file, "", 0, 0
        self.columns: dict[str, None] = {}
        self.fields: dict[str, Counter[str]] = {}
        self.examples: dict[str, None] = {}

    def add(self, record: Record) -> list[object]:
        """Count a record; what it says of its day."""
        self.n_records += 1
        taken = taken_for(record.values, self.file.hint.text)
        for field, named in taken.items():
            if name := next((name for name, value in named.items() if _gives(field, value)), None):
                self.fields.setdefault(field, Counter())[name] += 1
        if len(self.columns) < MOST_COLUMNS:
            self.columns |= dict.fromkeys(str(name)[:LONGEST_NAME] for name in islice(record.values, MOST_COLUMNS))
        return [value for value in taken["published"].values() if value not in EMPTY]

    def add_days(self, said: Sequence[object]) -> None:
        """Count a record whose day can't be read, though it says one."""
        if said and not any(day_of(value, order=known_order(self.order)) for value in said):
            self.n_unread += 1
            if len(self.examples) < MOST_EXAMPLES:
                self.examples[" ".join(str(said[0]).split())[:LONGEST_EXAMPLE]] = None

    def taken(self) -> Taken:
        """What was found."""
        fields = {field: names.most_common(1)[0][0][:LONGEST_NAME] for field, names in self.fields.items()}
        used = {name for names in self.fields.values() for name in names}
        return Taken(
            source_id=self.file.source_id,
            n_records=self.n_records,
            fields=fields,
            unused=tuple(name for name in self.columns if name not in used)[:MOST_COLUMNS],
            dates=self.order,
            n_unread_dates=self.n_unread,
            unread_dates=tuple(self.examples),
        )


def _gives(field: str, value: object) -> bool:
    """Whether a value gives a field; what is called `source` may be an address or a name."""
    if value in EMPTY:
        return False
    if field in ("publisher", "url"):
        return bool(web_address(line_of(value))) is (field == "url")
    return True


def no_text(file: File, columns: Iterable[str], reason: str) -> Iterator[Taken | Unreadable]:
    """What is said of a table in which no column of texts was found: its columns, from which one can be chosen."""
    named = tuple(dict.fromkeys(name for column in columns if (name := " ".join(column.split())[:LONGEST_NAME])))
    if named:
        yield Taken(source_id=file.source_id, n_records=0, fields={}, unused=named[:MOST_COLUMNS])
    yield Unreadable(file.source_id, reason)
