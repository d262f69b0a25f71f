"""What is kept in the user store of reports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from analysis.queries.documents import whole_ids
from analysis.queries.engine.database import Database
from analysis.user_store.records import Removed


def removals(database: Database, doc_ids: Sequence[str], replaced_by: str = "") -> list[Removed]:
    """The entries that take these reports out."""
    places, at = whole_ids(database, doc_ids), now()
    titles = dict(
        database.rows(
            "SELECT doc_id, coalesce(title, source_id) FROM documents WHERE list_contains($ids, doc_id)",
            {"ids": list(doc_ids)},
        )
    )
    return [Removed(doc_id, places[doc_id], titles[doc_id], replaced_by, at) for doc_id in doc_ids]


def now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
