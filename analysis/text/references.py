"""Pronouns and descriptions, and whom they stand for where that is clear."""

from __future__ import annotations

from analysis.text.parse import Parse
from analysis.text.records import Mention, Reference


def find_references(parse: Parse, mentions: tuple[Mention, ...]) -> tuple[Reference, ...]:
    """The references of a text, in order. One whose antecedent is not clear is left out."""
    return ()
