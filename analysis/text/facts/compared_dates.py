"""Dates of what something is compared with: `up from 3 mln a year before`, `against 40 pct in May`."""

from __future__ import annotations

from spacy.tokens import Token

COMPARING = frozenset({"against", "than", "versus", "vs", "with"})
FROM = "from"  # compares before `a year earlier` alone: `fled from 20 villages in March` does not
WITHIN = frozenset({"in", "for", "at", "of"})  # between a figure and its date
FIGURES = frozenset({"NUM", "SYM"})
LONGEST = 8  # words of a figure with its unit


def is_compared(first: Token, is_counted_back: bool) -> bool:
    """Whether a figure that something is compared with stands before a date, of which `first` is the first word.

    `is_counted_back` tells `a year before` from `in May`.
    """
    has_figure = False
    one = first
    for _ in range(LONGEST):
        if one.i == one.sent.start:
            return False
        one = one.nbor(-1)
        if has_figure and (one.lower_ in COMPARING or (is_counted_back and one.lower_ == FROM)):
            return True
        if one.pos_ in FIGURES:
            has_figure = True
        elif one.pos_ not in ("NOUN", "PROPN", "DET", "ADJ") and not (one.lower_ in WITHIN and not has_figure):
            return False
    return False
