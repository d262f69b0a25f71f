"""The tables of the user store, and a record for a row of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Boolean, Column, Date, DateTime, Integer, MetaData, String, Table, Text

METADATA = MetaData()
JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("fact_id", String(80), primary_key=True),
    Column("field", String(40), primary_key=True),
    Column("value", Text, nullable=False),
    Column("is_right", Boolean, nullable=False),
    Column("judged_at", DateTime, nullable=False),
)

LONGEST_NAME = 120
VIEWS = Table(
    "views",
    METADATA,
    Column("name", String(LONGEST_NAME), primary_key=True),
    Column("address", Text, nullable=False),
    Column("saved_at", DateTime, nullable=False),
    Column("n_facts", Integer, nullable=False),
)

LISTS = Table(
    "lists",
    METADATA,
    Column("list_id", String(40), primary_key=True),
    Column("queries", Text, nullable=False),
)
# Apart from the lists, which older versions kept without names.
LIST_NAMES = Table(
    "list_names",
    METADATA,
    Column("list_id", String(40), primary_key=True),
    Column("name", String(LONGEST_NAME), nullable=False),
)
# Who kept what, and when; apart from the views and lists, which older versions kept without it.
KEPT_BY = Table(
    "kept_by",
    METADATA,
    Column("kind", String(10), primary_key=True),
    Column("key", String(LONGEST_NAME), primary_key=True),
    Column("person", String(254), nullable=False),
    Column("kept_at", DateTime, nullable=False),
)
# A login by a digest of who it was and when; `ended_at` is UTC.
SIGNED_OUT = Table(
    "signed_out",
    METADATA,
    Column("login", String(64), primary_key=True),
    Column("ended_at", DateTime, nullable=False),
)
REPORT_DAYS = Table(
    "report_days",
    METADATA,
    Column("doc_id", String(40), primary_key=True),
    Column("source_id", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("set_at", DateTime, nullable=False),
)
REMOVED = Table(
    "removed_reports",
    METADATA,
    Column("doc_id", String(40), primary_key=True),
    Column("source_id", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("replaced_by", Text, nullable=False),
    Column("removed_at", DateTime, nullable=False),
)


@dataclass(frozen=True)
class Judgement:
    """A person's word on one field of a fact. `value` is what the field said; `judged_at` is UTC."""

    fact_id: str
    field: str
    value: str
    is_right: bool
    judged_at: datetime


@dataclass(frozen=True)
class View:
    """A view that somebody named: a page with its filters and settings, as the part of its address after the server.

    `n_facts` is how many facts it showed when it was saved; `saved_at` is UTC; `person` is the e-mail address of who
    saved it, empty where nobody signed in.
    """

    name: str
    address: str
    saved_at: datetime
    n_facts: int
    person: str = ""


@dataclass(frozen=True)
class KeptList:
    """A list of queries that is kept: its id, which is in links to it, its name, and who kept it when (UTC)."""

    list_id: str
    name: str
    person: str = ""
    kept_at: datetime | None = None


@dataclass(frozen=True)
class DeletedList:
    """A list of queries that was deleted, to bring it back."""

    kept: KeptList
    queries: str


@dataclass(frozen=True)
class ReportDay:
    """The day of publication that a person set for a report: the one with this doc_id, or where its text has changed
    those with its source_id. `set_at` is UTC."""

    doc_id: str
    source_id: str
    day: date
    set_at: datetime


@dataclass(frozen=True)
class Removed:
    """A report that a person took out; its file stays where it is. It is known again as that of ReportDay is.

    `replaced_by` is the source_id of the file that stands in its place, empty where none does; `removed_at` is UTC.
    """

    doc_id: str
    source_id: str
    title: str
    replaced_by: str
    removed_at: datetime
