"""What is kept in the user store of reports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from analysis.queries.documents import whole_ids
from analysis.queries.engine.database import Database
from analysis.user_store.records import Removed
from analysis.user_store.store import UserStore

BY_USER = "user"  # where the day of a report is from that somebody set


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


def n_not_shown(database: Database, store: UserStore) -> int:
    """How many of the days that were set, and of the reports taken out, this snapshot does not have. Raises NoStore.

    A day that is to be read from the file again counts as well; a report that was brought back does not, since the
    snapshot does not know it.
    """
    days = {one.doc_id: one.day for one in store.report_days()}
    out = {one.doc_id for one in store.removed()}
    rows = database.rows(
        "SELECT doc_id, published, published_from FROM documents "
        "WHERE published_from = 'user' OR list_contains($ids, doc_id)",
        {"ids": [*days, *out]},
    )
    there = {doc_id: published.date() for doc_id, published, by in rows if by == BY_USER}
    n_days = sum(there.get(doc_id) != days.get(doc_id) for doc_id, *_ in rows if doc_id not in out)
    return int(n_days) + sum(doc_id in out for doc_id, *_ in rows)


def now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
