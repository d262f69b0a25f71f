"""Golden cases of the days of facts: the text's, where the clause of the fact tells none."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from analysis.read.article import Article
from analysis.tables.dating import dated_entries
from analysis.tables.facts import days
from analysis.text.parse import Parse
from analysis.text.report import read_report

GOLDEN = Path(__file__).parents[2] / "golden" / "story_days.jsonl"
CASES = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]
NAMES = ("first_day", "day_from", "said_first_day")


def days_of_facts(parse: Parse, published: str) -> list[dict[str, Any]]:
    """The action of each fact of a text, its first day, where that is from, and the first day of its saying."""
    article = Article("id", parse.text, published=datetime.fromisoformat(published), published_from="metadata")
    (entry,) = dated_entries([(article, read_report(article, parse))])
    found = ((fact, days(entry, fact)) for fact in entry.report.facts)
    return [{"action": fact.action, **{name: _words(row.get(name)) for name in NAMES}} for fact, row in found]


def _words(value: Any) -> str | None:
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in CASES])
def test_a_fact_has_the_day_that_its_text_gives(parse: Callable[[str], Parse], case: dict[str, Any]) -> None:
    found = days_of_facts(parse(case["text"]), case["published"])

    assert [fact for fact in case["facts"] if fact not in found] == [], found
