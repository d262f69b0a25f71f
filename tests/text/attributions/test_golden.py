"""Attributions: the golden cases, each a text and who says what in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analysis.text.attributions import find_attributions
from analysis.text.names import find_mentions
from analysis.text.parse import Parse

GOLDEN = Path(__file__).parents[2] / "golden"


def cases(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLDEN / name).read_text(encoding="utf-8").splitlines()]


CASES, SPEAKERS = cases("attributions.jsonl"), cases("speakers.jsonl")

Words = tuple[str | None, str | None, str]


def words(text: str, start_char: int | None, end_char: int | None) -> str | None:
    return None if start_char is None or end_char is None else text[start_char:end_char]


def found_in(parse: Parse) -> list[Words]:
    """Source, cue and content of each attribution, as words."""
    return [
        (
            words(parse.text, one.source_start_char, one.source_end_char),
            words(parse.text, one.cue_start_char, one.cue_end_char),
            parse.text[one.content_start_char : one.content_end_char],
        )
        for one in find_attributions(parse, find_mentions(parse))
    ]


def marks(case: dict[str, Any]) -> list[pytest.MarkDecorator]:
    return [] if case["expect"] == "pass" else [pytest.mark.xfail(reason=case["why"])]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"], marks=marks(case)) for case in CASES])
def test_who_says_what(case: dict[str, Any], parse: Callable[[str], Parse]) -> None:
    expected = [(one["source"], one["cue"], one["content"]) for one in case["attributions"]]

    assert found_in(parse(case["text"])) == expected


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"], marks=marks(case)) for case in SPEAKERS])
def test_who_speaks_or_is_spoken_for(case: dict[str, Any], parse: Callable[[str], Parse]) -> None:
    parsed = parse(case["text"])
    mentions = find_mentions(parsed)

    found = find_attributions(parsed, mentions)[-1 if case.get("last") else 0]

    speaker = None if found.source_mention is None else mentions[found.source_mention].name
    assert speaker == case["speaker"]
