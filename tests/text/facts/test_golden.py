"""Golden cases of facts: who acts, what is done, on whom, where, when and who says so."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analysis.text.attributions import find_attributions
from analysis.text.facts import find_facts
from analysis.text.facts.lexicon import rule_scores
from analysis.text.names import find_mentions
from analysis.text.parse import Parse
from analysis.text.references import find_references
from analysis.text.timexes import find_timexes

GOLDEN = sorted((Path(__file__).parents[2] / "golden").glob("facts*.jsonl"))
CASES = [json.loads(line) for path in GOLDEN for line in path.read_text(encoding="utf-8").splitlines()]


def rows(parsed: Parse) -> list[dict[str, Any]]:
    """The facts of a text by the names of the columns, with the words of the day and of who says so."""
    mentions = find_mentions(parsed)
    references = find_references(parsed, mentions)
    timexes, attributions = find_timexes(parsed), find_attributions(parsed, mentions)
    facts = find_facts(parsed, None, mentions, references, timexes, attributions)
    found = []
    for fact in facts:
        said = None if fact.attribution is None else attributions[fact.attribution]
        row: dict[str, Any] = {name: getattr(fact, name) for name in fact.__struct_fields__}
        row["when"] = None if fact.timex is None else timexes[fact.timex].text
        row["said"] = said and parsed.text[said.source_start_char : said.source_end_char]
        found.append(row)
    return found


def marked(case: dict[str, Any]) -> Any:
    fails = pytest.mark.xfail(reason=case["why"]) if case["expect"] == "fail" else ()
    return pytest.param(case, id=case["label"], marks=fails)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_a_text_reports_these_facts_and_not_those(parse: Callable[[str], Parse], case: dict[str, Any]) -> None:
    found = rows(parse(case["text"]))

    for fact in case["facts"]:
        same = [{name: row[name] for name in fact} for row in found if row["action"] == fact["action"]]
        assert fact in same, [row["action"] for row in found]
    assert {row["action"] for row in found}.isdisjoint(case.get("absent", ()))


def test_every_rule_has_a_golden_case(parse: Callable[[str], Parse]) -> None:
    seen = {row["rule"] for case in CASES for row in rows(parse(case["text"]))}

    assert seen == set(rule_scores())
