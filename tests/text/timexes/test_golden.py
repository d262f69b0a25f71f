"""The golden cases of temporal expressions: sentences as data, words in place of offsets."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from analysis.text.parse import Parse
from analysis.text.timexes import find_timexes, resolve_timexes

GOLDEN = sorted((Path(__file__).parents[2] / "golden").glob("timexes*.jsonl"))
KNOWN_FAILURE = pytest.mark.xfail(reason="known failure", strict=True)

Case = dict[str, Any]


def cases() -> list[Any]:
    """The golden cases as parameters; known failures must fail."""
    return [pytest.param(c, id=c["label"], marks=() if c["expect"] == "pass" else KNOWN_FAILURE) for c in read_cases()]


def read_cases() -> list[Case]:
    """The golden cases of all files."""
    return [json.loads(line) for path in GOLDEN for line in path.read_text(encoding="utf-8").splitlines()]


def spans(sentence: str, words: list[str]) -> list[tuple[int, int]]:
    """Where the words stand in the sentence, each after the one before."""
    found, start = [], 0
    for word in words:
        start = sentence.index(word, start)
        found.append((start, start + len(word)))
        start += len(word)
    return found


@pytest.mark.parametrize("case", cases())
def test_a_golden_sentence_gives_its_expressions_and_days(case: Case, parse: Callable[[str], Parse]) -> None:
    published = date.fromisoformat(case["published"]) if case["published"] else None
    expected = case["timexes"]

    found = find_timexes(parse(case["sentence"]))
    resolved = resolve_timexes(found, published)

    assert [e.text for e in found] == [t["text"] for t in expected]
    assert [(e.start_char, e.end_char) for e in found] == spans(case["sentence"], [t["text"] for t in expected])
    assert [(t.type, t.value) for t in resolved] == [(t["type"], t["value"]) for t in expected]
    for timex, wanted in zip(resolved, expected, strict=True):
        days = {"first_day": timex.first_day, "end_day": timex.end_day}
        assert {name: day and day.isoformat() for name, day in days.items() if name in wanted} == {
            name: wanted[name] for name in days if name in wanted
        }


def test_labels_are_unique() -> None:
    labels = [case["label"] for case in read_cases()]

    assert len(labels) == len(set(labels))
