"""Who and whom of claims as cases of data."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from analysis.text.attributions import find_attributions
from analysis.text.claims import find_claims
from analysis.text.claims.find import rows
from analysis.text.claims.merge import merged
from analysis.text.claims.roles import with_roles
from analysis.text.claims.salient import with_salient
from analysis.text.facts import Found, find_told
from analysis.text.names import find_mentions
from analysis.text.parse import Parse
from analysis.text.records import Fact
from analysis.text.references import find_references
from analysis.text.timexes import find_timexes

PATH = Path(__file__).parents[2] / "golden" / "claim_roles.jsonl"
CASES = [json.loads(line) for line in PATH.read_text(encoding="utf-8").splitlines()]


def told(parsed: Parse) -> Found:
    mentions = find_mentions(parsed)
    references, attributions = find_references(parsed, mentions), find_attributions(parsed, mentions)
    return find_told(parsed, None, mentions, references, find_timexes(parsed), attributions)


def read(parsed: Parse) -> list[Fact]:
    """Every row read as a claim, whatever it is worth."""
    found = told(parsed)
    made = rows(found)
    marked = [_as_claim(row.fact) for row in made]
    read_so = [with_roles(row, one, found.sources) for row, one in zip(made, marked, strict=True)]
    return with_salient(made, read_so, found.sources)


def _as_claim(fact: Fact) -> Fact:
    return msgspec.structs.replace(fact, is_claim=True)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in CASES])
def test_a_claim_has_this_actor_and_target(parse: Callable[[str], Parse], case: dict[str, Any]) -> None:
    found = [one for one in read(parse(case["text"])) if one.action.startswith(case["claim"])]

    assert found
    assert {name: getattr(found[0], name) for name in case.get("is", {})} == case.get("is", {})
    assert all(getattr(found[0], name) != words for name, words in case.get("is_not", {}).items())


def test_a_claim_of_a_text_has_its_roles(parse: Callable[[str], Parse]) -> None:
    found = find_claims(told(parse("The ban is aimed at smugglers. Ruritania agreed to support the plans.")))

    assert {(one.actor, one.target) for one in found if one.is_claim} >= {("Ruritania", "the plans")}


def test_a_sentence_has_the_name_of_whom_a_description_stands_for(parse: Callable[[str], Parse]) -> None:
    found = told(parse("Anna Berg spoke on Monday. The chancellor opened a school."))
    made = rows(found)
    marked = [
        msgspec.structs.replace(row.fact, is_claim=True, claim=row.wording.text, claim_spans=row.wording.spans)
        for row in made
    ]

    assert "Anna Berg opened a school." in {one.claim for one in with_salient(made, marked, found.sources)}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        pytest.param(
            "Ruritania reopened its embassy. The opening of the embassy pleased Velmont.", "Ruritania", id="same"
        ),
        pytest.param(
            "Ruritania reopened its port. The opening of the embassy pleased Velmont.", None, id="another thing"
        ),
        pytest.param(
            "Ruritania closed its embassy. The opening of the embassy pleased Velmont.", None, id="another act"
        ),
    ],
)
def test_an_act_in_a_noun_has_who_does_it_elsewhere(
    parse: Callable[[str], Parse], text: str, actor: str | None
) -> None:
    found = told(parse(text))
    made = rows(found)
    facts = merged(made, [_as_claim(row.fact) for row in made])

    assert [one.actor for one in facts if one.action == "opening"] == [actor]
