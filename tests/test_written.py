"""What people write is kept, and the latest word counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from analysis.written import Judgement, Written, beside

ONE = Judgement("f1", "actor", "the mayor", True, datetime(2024, 5, 1, 12))


def test_what_is_written_is_there_for_the_next_to_open_it(tmp_path: Path) -> None:
    Written(beside(tmp_path)).judge([ONE])

    assert Written(beside(tmp_path)).judgements() == [ONE]


def test_the_latest_judgement_of_a_field_counts(tmp_path: Path) -> None:
    written = Written(beside(tmp_path))
    written.judge([ONE, replace(ONE, field="place")])

    written.judge([replace(ONE, is_right=False)])

    assert [(one.field, one.is_right) for one in written.judgements()] == [("actor", False), ("place", True)]
