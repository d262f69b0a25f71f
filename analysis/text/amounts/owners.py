"""The fact that an amount belongs to: the innermost one whose clause holds it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import chain

from spacy.tokens import Span, Token

from analysis.text.records import Fact

Owners = Mapping[int, int]


def owners(span: Span, facts: Iterable[tuple[int, Fact]]) -> Owners:
    """The fact of each token of the sentence that stands in an action; the shortest of several actions."""
    found: dict[int, int] = {}
    widths: dict[int, int] = {}
    starts = [token.idx for token in span]
    for number, fact in facts:
        width = fact.action_end_char - fact.action_start_char
        inside = range(bisect_left(starts, fact.action_start_char), bisect_left(starts, fact.action_end_char))
        for place in (span.start + order for order in inside):
            if width < widths.get(place, width + 1):
                found[place], widths[place] = number, width
    return found


def owner(number: Token, found: Owners) -> int | None:
    """The fact in whose clause a number stands: that of the first action above it in the tree."""
    above = chain((number,), number.ancestors)
    return next((found[one.i] for one in above if one.i in found), None)
