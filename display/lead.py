"""A selection in a sentence."""

from __future__ import annotations

from typing import Any

import pandas as pd

from display import day_words, words
from display.view import CLAIMS


def lead_words(counts: pd.Series[Any], unit: str = CLAIMS) -> str:
    """The words of the first sentence, from a row of COUNTS."""
    start = words.count(int(counts["n_reports"]), "report")
    if copies := int(counts["n_copies"]):
        n_independent = int(counts["n_reports"]) - copies
        start += f", {n_independent:,} independent and {copies:,} {'a copy' if copies == 1 else 'copies'},"
    if counts["n_publishers"]:
        start += f" from {words.count(int(counts['n_publishers']), 'publisher')}"
    if not pd.isna(counts["first_published"]):
        start = f"{start.removesuffix(',')}, published {_between(counts['first_published'], counts['last_published'])},"
    n_reports, holds = int(counts["n_reports"]), "holds" if counts["n_reports"] == 1 else "hold"
    held = words.number_of(int(counts["n_facts"]), unit)
    sentence = f"{start} {holds} {held}{_in_some(n_reports, int(counts['n_with_facts']))}."
    if not pd.isna(counts["first_day"]):
        sentence += f" The days that they tell of lie {_between(counts['first_day'], counts['last_day'])}."
    return sentence


def _in_some(n_reports: int, n_with_facts: int) -> str:
    """In how many of the reports the claims stand, where not in all.

    >>> _in_some(800, 721), _in_some(1, 1), _in_some(3, 0)
    (', in 721 of them', '', '')
    """
    return f", in {n_with_facts:,} of them" if 0 < n_with_facts < n_reports else ""


def _between(first: pd.Timestamp, last: pd.Timestamp) -> str:
    return (
        f"on {day_words.day(first)}" if first == last else f"between {day_words.day(first)} and {day_words.day(last)}"
    )
