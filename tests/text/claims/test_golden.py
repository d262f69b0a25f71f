"""Sentences of claims as cases of data: what each text gives, alone readable, and what is no claim of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analysis.text.attributions import find_attributions
from analysis.text.claims import find_claims
from analysis.text.facts import find_told
from analysis.text.names import find_mentions
from analysis.text.parse import Parse
from analysis.text.records import Fact
from analysis.text.references import find_references
from analysis.text.timexes import find_timexes

PATH = Path(__file__).parents[2] / "golden" / "claims.jsonl"
CASES = [json.loads(line) for line in PATH.read_text(encoding="utf-8").splitlines()]


def facts(parsed: Parse, title: str | None = None) -> tuple[Fact, ...]:
    mentions = find_mentions(parsed)
    references, attributions = find_references(parsed, mentions), find_attributions(parsed, mentions)
    return find_claims(find_told(parsed, title, mentions, references, find_timexes(parsed), attributions))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in CASES])
def test_a_text_gives_these_claims_and_not_those(parse: Callable[[str], Parse], case: dict[str, Any]) -> None:
    found = facts(parse(case["text"]), case.get("title"))

    shown = [fact.claim for fact in found if fact.is_claim]
    assert set(case["claims"]) <= set(shown), shown
    assert {fact.action for fact in found if fact.is_claim}.isdisjoint(case.get("details", ()))


def test_a_claim_belongs_to_itself_and_a_detail_to_a_claim(parse: Callable[[str], Parse]) -> None:
    found = facts(parse("The ministry said on Monday that it wants to reopen the port. The reopening is a milestone."))

    assert all((fact.claim_of == number) == fact.is_claim for number, fact in enumerate(found))
    assert all(found[fact.claim_of].is_claim for fact in found if fact.claim_of is not None)


def test_the_pieces_of_a_sentence_stand_in_the_text(parse: Callable[[str], Parse]) -> None:
    text = "Anna Berg, who was born in Olten, opened the school on Tuesday."

    claim = next(fact for fact in facts(parse(text)) if fact.action == "opened")

    assert [text[start:end] for start, end in claim.claim_spans] == ["Anna Berg", "opened the school"]


def test_what_was_put_into_a_sentence_is_said(parse: Callable[[str], Parse]) -> None:
    text = "Acme Ltd opened talks on the border dispute. The talks ended in May. Acme Ltd said its board resigned."

    found = {fact.action: fact for fact in facts(parse(text)) if fact.is_claim}

    assert "talks = talks on the border dispute" in found["ended"].how
    assert "sentence: its = Acme Ltd" in found["resigned"].how
    assert [text[start:end] for start, end in found["resigned"].claim_spans] == ["its board", "resigned"]
