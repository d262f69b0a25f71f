"""Datelines: `KABUL, March 3 (Reuters) -`, the place, day and agency before the first words of a report."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from analysis.lexicons.rows import read_rows
from analysis.read.dates import MONTH

LONGEST = 150  # characters
MARK = r"(?:--+|[-–—])"
WORD = rf"(?!(?i:{MONTH.format('no_month')})\b)[A-Z][\w.'’-]*"
PLACE = rf"{WORD}(?:(?:,\s|/|\s)(?:{WORD.replace('no_month', 'nor_month')}|of|de|al|el)){{0,5}}"
DAY = rf"(?:{MONTH.format('month')}\.?\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH.format('month_after')}\.?)(?:,?\s+\d{{4}})?"
# Parts in the order in which agencies put them; at least an agency in brackets, or a place in capitals and a dash.
DATELINE = re.compile(
    rf"""(?:(?P<place>{PLACE})(?:[,.:]?\s+)?)?
         (?:,?\s*(?P<day>(?i:{DAY}))[.,]?\s*)?
         (?:(?:\((?P<round>[A-Z][\w./ -]{{1,28}})\)|/(?P<slashed>[A-Z][\w. -]{{1,28}})/)[.:]?\s*)?
         (?P<mark>{MARK}\s+|[:]\s+)?(?=["“‘'(]?[A-Z0-9])""",
    re.VERBOSE,
)


class Dateline(msgspec.Struct, frozen=True):
    """A dateline: its span, and the publisher that its agency stands for, None where it names none that is known."""

    start_char: int
    end_char: int
    publisher: str | None


@cache
def agencies() -> dict[str, str]:
    """The publisher of each agency, by the name that datelines use."""
    return {row["dateline"]: row["publisher"] for row in read_rows("agencies", ("dateline", "publisher"))}


def find_dateline(text: str, start_char: int = 0) -> Dateline | None:
    """The dateline that begins at a place of the text.

    >>> find_dateline("BAKU, March 3 (Reuters) - It rained.")
    Dateline(start_char=0, end_char=25, publisher='Reuters')
    >>> find_dateline("Rain fell on BAKU (Azerbaijan) - again.") is None
    True
    """
    match = DATELINE.match(text, start_char, start_char + LONGEST)
    if not match or match.end() == start_char:
        return None
    publisher = agencies().get((match["round"] or match["slashed"] or "").strip())
    place = (match["place"] or "").split(",")[0]
    in_capitals = bool(place) and place.upper() == place and len(place) > 3
    if not (publisher or (in_capitals and match["mark"] and match["mark"].strip() != ":")):
        return None
    return Dateline(start_char, start_char + len(text[start_char : match.end()].rstrip()), publisher)
