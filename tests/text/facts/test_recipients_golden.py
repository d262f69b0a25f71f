"""Golden cases of recipients: who gets what is given, paid, sold, sent or told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.read.article import Article
from analysis.text.report import read_reports

GOLDEN = Path(__file__).parents[2] / "golden" / "recipients.jsonl"
CASES = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_a_fact_has_this_recipient(case: dict[str, Any]) -> None:
    (report,) = read_reports([Article(source_id="a", text=case["text"])])

    (fact,) = (fact for fact in report.facts if fact.action == case["action"])

    assert fact.recipient == case["recipient"]
    assert "target" not in case or fact.target == case["target"]
    if fact.recipient_start_char is not None:
        words = case["text"][fact.recipient_start_char : fact.recipient_end_char]
        assert words == fact.recipient or fact.recipient_mention is not None
