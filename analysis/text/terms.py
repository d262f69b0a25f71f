"""Terms: the words and phrases of a sentence that TF-IDF counts."""

from __future__ import annotations

from analysis.text.parse import Parse
from analysis.text.records import Mention


def find_terms(parse: Parse, mentions: tuple[Mention, ...]) -> tuple[tuple[str, ...], ...]:
    """The terms of each sentence, one tuple a sentence."""
    return tuple(() for _ in parse.sentences)
