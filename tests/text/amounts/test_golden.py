"""Golden cases of amounts: which numbers of a text are one, of what, and to which fact they belong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analysis.text.amounts import find_amounts
from analysis.text.attributions import find_attributions
from analysis.text.facts import find_facts
from analysis.text.names import find_mentions
from analysis.text.parse import Parse
from analysis.text.references import find_references
from analysis.text.timexes import find_timexes

GOLDEN = Path(__file__).parents[2] / "golden" / "amounts.jsonl"
CASES = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]


def rows(parsed: Parse) -> list[dict[str, Any]]:
    """The amounts of a text by the names of the columns, with the action of their fact."""
    mentions, timexes = find_mentions(parsed), find_timexes(parsed)
    references, attributions = find_references(parsed, mentions), find_attributions(parsed, mentions)
    facts = find_facts(parsed, None, mentions, references, timexes, attributions)
    found = find_amounts(parsed, mentions, timexes, facts)
    columns = ("text", "value", "unit", "kind", "bound", "of")
    return [{name: getattr(one, name) for name in columns} | {"action": facts[one.fact].action} for one in found]


def marked(case: dict[str, Any]) -> Any:
    fails = pytest.mark.xfail(reason=case["why"], strict=True) if case["expect"] == "known failure" else ()
    return pytest.param(case, id=case["label"], marks=fails)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_a_text_has_these_amounts_and_no_others(parse: Callable[[str], Parse], case: dict[str, Any]) -> None:
    assert rows(parse(case["text"])) == case["amounts"]
