"""The report that a fact stands in: itself, its publisher, its day, its topic."""

from __future__ import annotations

from analysis.fields.cut import NONE
from analysis.queries import known_values
from analysis.queries.engine.database import Database
from analysis.queries.topics.found import label_of_topic, topic_of_label
from display import words
from display.fields.cells import days, plain, shown, whole
from display.fields.days import find_day, show_day
from display.fields.entry import Charted, Entry, Grouping, LedgerColumn, Section
from display.fields.period import find_period, show_period

NO_TOPIC = "No topic"


def _find_publisher(database: Database, said: str) -> str | None:
    value = NONE if said == words.NO_PUBLISHER else said
    return value if known_values.has_publisher(database, value) else None


def _show_report(database: Database, value: str) -> str:
    return known_values.title_of(database, value) or value


def _find_report(database: Database, said: str) -> str | None:
    return said if known_values.title_of(database, said) else None


def _show_topic(database: Database, value: str) -> str:
    return NO_TOPIC if value == NONE else label_of_topic(database, value) or value


def _find_topic(database: Database, said: str) -> str | None:
    return NONE if said == NO_TOPIC else topic_of_label(database, said)


DOCUMENT = Entry(
    field="document",
    title="Report",
    icon="article",
    show=_show_report,
    find=_find_report,
    chip="Report: {}",
    is_plain=True,
    grouping=Grouping(title="Report", rank=14),
    column=LedgerColumn(
        key="report",
        title="Report",
        values=plain("title"),
        cuts=whole("doc_id", "document"),
        width=240,
        help="The headline",
        rank=13,
    ),
)
PUBLISHED = Entry(
    field="published",
    title="Published",
    icon="newspaper",
    show=show_day,
    find=find_day,
    chip="Published {}",
    is_plain=True,
    column=LedgerColumn(
        key="published",
        title="Published",
        values=plain("published"),
        cuts=days("published", "published"),
        width=110,
        kind="day",
        rank=14,
        order="days",
        is_downwards=True,
    ),
    charted=Charted(one="time of publication", many="times of publication"),
)
PUBLISHED_IN = Entry(
    field="reported",
    title="When it was published",
    icon="newspaper",
    show=show_period,
    find=find_period,
    chip="Published: {}",
    is_plain=True,
)
PUBLISHER = Entry(
    field="publisher",
    title="Publisher",
    icon="newsstand",
    show=lambda _, value: words.publisher(value),
    find=_find_publisher,
    chip="Publisher: {}",
    section=Section(title="Publisher", rank=11),
    grouping=Grouping(title="Publisher", rank=9),
    column=LedgerColumn(
        key="publisher",
        title="Publisher",
        values=shown("publisher", words.publisher),
        cuts=whole("publisher", "publisher"),
        width=140,
        rank=16,
    ),
    label=words.publisher,
    charted=Charted(one="publisher", many="publishers", by="{} by publisher", strips="Publishers over time"),
)
TOPIC = Entry(field="topic", title="Topic", icon="topic", show=_show_topic, find=_find_topic, chip="Topic: {}")
