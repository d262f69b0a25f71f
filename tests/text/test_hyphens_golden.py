"""Golden cases of words with hyphens, which are one term and one act, and of nouns that are no act."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.read.article import Article
from analysis.text.report import read_reports

GOLDEN = Path(__file__).parents[1] / "golden" / "hyphens.jsonl"
CASES = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_a_text_has_these_acts_and_terms_and_not_those(case: dict[str, Any]) -> None:
    (report,) = read_reports([Article(source_id="a", text=case["text"])])

    actions, terms = {fact.action for fact in report.facts}, {term.term for term in report.terms}

    assert set(case["actions"]) <= actions
    assert actions.isdisjoint(case["absent"])
    assert set(case["terms"]) <= terms
    assert terms.isdisjoint(case["no_terms"])
