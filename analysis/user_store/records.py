"""The tables of the user store, and a record for a row of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Boolean, Column, DateTime, Integer, MetaData, String, Table, Text

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

    `n_facts` is how many facts it showed when it was saved; `saved_at` is UTC.
    """

    name: str
    address: str
    saved_at: datetime
    n_facts: int


@dataclass(frozen=True)
class KeptList:
    """A list of queries that is kept: its id, which is in links to it, and its name."""

    list_id: str
    name: str
