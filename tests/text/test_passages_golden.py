"""Golden cases of passages that stand in a text twice: each of their facts counts once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.read.article import Article
from analysis.text.report import read_reports

GOLDEN = Path(__file__).parents[1] / "golden" / "passages.jsonl"
CASES = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_a_text_has_these_facts_each_once(case: dict[str, Any]) -> None:
    (report,) = read_reports([Article(source_id="a", text=case["text"])])

    actions = [fact.action for fact in report.facts]

    assert [action for action in actions if action in case["actions"]] == case["actions"]
