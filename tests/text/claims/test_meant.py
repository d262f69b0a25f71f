"""Whom pronouns and descriptions mean, and for whom a person speaks, as cases of data."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analysis.text.claims.employer import employer
from analysis.text.claims.meant import in_full, meant
from analysis.text.facts.naming import Names
from analysis.text.names import find_mentions
from analysis.text.parse import Parse
from analysis.text.references import find_references

GOLDEN = Path(__file__).parents[2] / "golden"


def cases(name: str) -> list[Any]:
    lines = (GOLDEN / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [pytest.param(json.loads(line), id=json.loads(line)["label"]) for line in lines]


def names_of(parsed: Parse) -> Names:
    mentions = find_mentions(parsed)
    return Names(parsed, mentions, find_references(parsed, mentions))


@pytest.mark.parametrize("case", cases("meant"))
def test_a_pronoun_or_description_means(parse: Callable[[str], Parse], case: dict[str, Any]) -> None:
    names = names_of(parse(case["text"]))
    start = case["text"].rindex(case["words"])
    words = names.parse.doc.char_span(start, start + len(case["words"]))

    found = None if words is None else meant(words.root, names)

    assert (None if found is None else names.mentions[found].name) == case["is"]


@pytest.mark.parametrize("case", cases("employers"))
def test_a_person_speaks_for(parse: Callable[[str], Parse], case: dict[str, Any]) -> None:
    names = names_of(parse(case["text"]))
    start = case["text"].rindex(case["person"])
    person = next(n for n, one in enumerate(names.mentions) if one.start_char <= start < one.end_char)

    found = employer(person, names)

    assert (None if found is None else names.mentions[found].name) == case["is"]


def test_a_description_is_written_in_full(parse: Callable[[str], Parse]) -> None:
    names = names_of(parse("Acme Ltd sold the mine. The company left its port."))
    company = next(one for one in names.parse.doc if one.text == "company")

    assert in_full(company, 0, names) == {company.i - 1: "", company.i: "Acme Ltd"}
    assert in_full(company.nbor(2), 0, names) == {company.i + 2: "Acme Ltd's"}
