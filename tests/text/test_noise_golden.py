"""Golden cases of furniture: paragraphs that speak to the reader of a page, and prose that only sounds like it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.text.blocks import find_blocks

GOLDEN = Path(__file__).parents[1] / "golden" / "noise.jsonl"
CASES = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]
BEFORE, AFTER = "Miners reopened the Ostrel pit on Monday.", "The mayor thanked the crews for their work."


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_a_paragraph_between_two_others_is_of_this_kind(case: dict[str, Any]) -> None:
    blocks = find_blocks(f"{BEFORE}\n\n{case['text']}\n\n{AFTER}")

    assert " ".join(block.kind for block in blocks[1:-1]) == case["kind"]
