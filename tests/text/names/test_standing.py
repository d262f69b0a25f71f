"""Peoples and capitals that stand for a country, and those that don't; the cases are data."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analysis.text.names import find_mentions
from analysis.text.parse import Parse

GOLDEN = Path(__file__).parents[2] / "golden" / "countries.jsonl"
CASES = [json.loads(line) for line in GOLDEN.open(encoding="utf-8")]


def case(one: dict[str, Any]) -> object:
    """The case as a parameter; a known failure has to fail."""
    marks = [pytest.mark.xfail(reason=one["why"], strict=True)] if one["expect"] == "fail" else []
    return pytest.param(one, id=one["label"], marks=marks)


@pytest.mark.parametrize("one", [case(one) for one in CASES])
def test_a_people_or_a_capital_stands_for_its_country_where_it_acts(
    one: dict[str, Any], parse: Callable[[str], Parse]
) -> None:
    found = {mention.text: mention.stands_for for mention in find_mentions(parse(one["text"]))}

    assert {text: found.get(text, "") for text in one["stands_for"]} == one["stands_for"], one["why"]


def test_what_stands_for_a_country_is_in_its_chain_and_keeps_its_own_form(parse: Callable[[str], Parse]) -> None:
    text = "Azerbaijan paid. Azerbaijani officials agreed. Azerbaijani carpets sold well."

    found = find_mentions(parse(text))

    assert [mention.name for mention in found] == ["Azerbaijan", "Azerbaijani", "Azerbaijani"]
    assert [mention.chain for mention in found] == [0, 0, 1]
