"""The attributions of a text."""

from __future__ import annotations

from analysis.text.parse import Parse
from analysis.text.records import Attribution, Mention


def find_attributions(parse: Parse, mentions: tuple[Mention, ...]) -> tuple[Attribution, ...]:
    """The attributions of a text, in the order of their contents."""
    return ()
