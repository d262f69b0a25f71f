"""What people write into Dossier: kept apart from the snapshots, so that a rebuild loses none of it.

SQLite in a file beside the snapshots, or any database that SQLAlchemy has an address for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Boolean, Column, DateTime, MetaData, String, Table, Text, create_engine, delete, insert, select

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


@dataclass(frozen=True)
class Judgement:
    """A person's word on one field of a fact. `value` is what the field said; `judged_at` is UTC."""

    fact_id: str
    field: str
    value: str
    is_right: bool
    judged_at: datetime


class Written:
    """The store of what people write; safe to share between threads."""

    def __init__(self, address: str) -> None:
        """Open the store at an address of SQLAlchemy, made if it is new. Raises SQLAlchemyError."""
        self._engine = create_engine(address)
        METADATA.create_all(self._engine)

    def judge(self, judgements: Sequence[Judgement]) -> None:
        """Keep these judgements; the latest on a field of a fact counts."""
        rows = [vars(judgement) for judgement in judgements]
        with self._engine.begin() as connection:
            for row in rows:
                same = (JUDGEMENTS.c.fact_id == row["fact_id"]) & (JUDGEMENTS.c.field == row["field"])
                connection.execute(delete(JUDGEMENTS).where(same))
                connection.execute(insert(JUDGEMENTS).values(**row))

    def judgements(self) -> list[Judgement]:
        """Every judgement, by fact and field."""
        order = select(JUDGEMENTS).order_by(JUDGEMENTS.c.fact_id, JUDGEMENTS.c.field)
        with self._engine.connect() as connection:
            return [Judgement(**row) for row in connection.execute(order).mappings()]


def beside(folder: Path) -> str:
    """The address of the store in a file beside the snapshots of the folder."""
    return f"sqlite:///{(folder / 'written.sqlite').resolve()}"
