"""Two reports tell the same event, or do not; the cases are data."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analysis.read.article import Article
from analysis.tables.dating import dated_entries
from analysis.tables.event_keys import owners
from analysis.tables.facts import facts
from analysis.tables.linking import link_entities
from analysis.tables.linking.describe import country_id
from analysis.text.parse import Parse
from analysis.text.report import read_report

GOLDEN = Path(__file__).parents[1] / "golden" / "event_keys.jsonl"
CASES = [json.loads(line) for line in GOLDEN.open(encoding="utf-8")]

ParseText = Callable[[str], Parse]


def case(one: dict[str, Any]) -> object:
    """The case as a parameter; a known failure has to fail."""
    marks = [pytest.mark.xfail(reason=one["why"], strict=True)] if one["expect"] == "fail" else []
    return pytest.param(one, id=one["label"], marks=marks)


def keys(texts: list[str], parse: ParseText) -> list[set[str]]:
    """The event keys of each text."""
    articles = [Article(f"{number}.txt", text) for number, text in enumerate(texts)]
    entries = dated_entries([(one, read_report(one, parse(one.text))) for one in articles])
    linking = link_entities(entries)
    found = facts(entries, linking.ids, owners(linking)).dropna(subset=["event_key"])
    return [
        set(found.loc[found["doc_id"] == entry.doc_id, "event_key"])
        for entry in sorted(entries, key=lambda entry: entry.article.source_id)
    ]


@pytest.mark.parametrize("one", [case(one) for one in CASES])
def test_reports_of_one_event_share_its_key(one: dict[str, Any], parse: ParseText) -> None:
    left, right = keys(one["texts"], parse)

    assert bool(left & right) == one["same"], f"{one['why']}: {left}, {right}"


def test_the_key_of_a_country_is_the_same_whether_or_not_a_report_names_it(parse: ParseText) -> None:
    (found,) = keys(["Peruvian officials rejected the offer."], parse)

    assert found == {f"{country_id('PE')} reject ~offer"}
