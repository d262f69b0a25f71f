"""How sure a row is right: what reads plainly above what names nobody, breaks off, or was not understood."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.text.attributions import find_attributions
from analysis.text.claims import find_claims
from analysis.text.facts import find_told
from analysis.text.names import find_mentions
from analysis.text.parse import Parse
from analysis.text.records import Fact
from analysis.text.references import find_references
from analysis.text.timexes import find_timexes

PATH = Path(__file__).parents[2] / "golden" / "scores.jsonl"
CASES = [json.loads(line) for line in PATH.read_text(encoding="utf-8").splitlines()]
EVEN = 0.6  # between the two kinds


def facts(parsed: Parse) -> tuple[Fact, ...]:
    mentions = find_mentions(parsed)
    references, attributions = find_references(parsed, mentions), find_attributions(parsed, mentions)
    return find_claims(find_told(parsed, None, mentions, references, find_timexes(parsed), attributions))


def score(parsed: Parse, action: str) -> float:
    return next(fact.score for fact in facts(parsed) if fact.action == action)


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case['action']} in {case['text'][:20]}") for case in CASES])
def test_a_plain_row_scores_high_and_a_doubtful_one_low(
    parse: Callable[[str], Parse], case: dict[str, str | bool]
) -> None:
    found = score(parse(str(case["text"])), str(case["action"]))

    assert (found >= EVEN) == case["plain"], found


def test_a_named_actor_scores_above_an_unresolved_pronoun(parse: Callable[[str], Parse]) -> None:
    named = score(parse("Norway reopened the border on Tuesday."), "reopened")
    unknown = score(parse("They reopened the border on Tuesday."), "reopened")

    assert named > unknown + 0.2


def test_every_score_is_a_probability(parse: Callable[[str], Parse]) -> None:
    found = facts(parse("He said it. That is it! (The mine [was] “closed” – they say; we don’t, Anna Berg said."))

    assert all(0 <= fact.score <= 1 for fact in found)
