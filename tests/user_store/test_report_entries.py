"""What people say of reports is kept, the latest counts, and it can be taken back."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from analysis.user_store.records import Removed, ReportDay
from analysis.user_store.store import UserStore
from tests.user_store.stores import beside

NOON = datetime(2024, 5, 1, 12)


def test_the_latest_day_of_a_report_counts(tmp_path: Path) -> None:
    store = UserStore(beside(tmp_path))
    store.set_days([ReportDay("d1", "a.txt", date(2024, 1, 1), NOON), ReportDay("d2", "b.txt", date(2024, 1, 2), NOON)])
    store.set_days([ReportDay("d1", "a.txt", date(2024, 2, 1), NOON)])

    assert [(one.doc_id, one.day) for one in UserStore(beside(tmp_path)).report_days()] == [
        ("d1", date(2024, 2, 1)),
        ("d2", date(2024, 1, 2)),
    ]

    store.forget_days(["d1", "nobody"])

    assert [one.doc_id for one in store.report_days()] == ["d2"]


def test_a_report_is_taken_out_and_brought_back(tmp_path: Path) -> None:
    store, out = UserStore(beside(tmp_path)), Removed("d1", "a.txt", "A fair", "added/b.txt", NOON)
    store.remove_reports([out])

    assert store.removed() == [out]

    store.bring_back(["d1"])

    assert store.removed() == []
