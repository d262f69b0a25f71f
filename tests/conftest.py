"""What tests share: the language model, loaded once, and a parse of a few words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analysis.text.blocks import find_blocks
from analysis.text.language import load_language
from analysis.text.parse import Parse, parses


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Parse]:
    """A function from a text to its parse."""
    language = load_language()

    def parse_text(text: str) -> Parse:
        return next(parses(language, [(text, find_blocks(text))]))

    return parse_text
