"""Bylines: `By Jane Doe in Baku and John Roe, Trend`, who wrote a report, and what stands beside the names."""

from __future__ import annotations

import re
from datetime import datetime

import msgspec

from analysis.read.dateline import agencies
from analysis.read.dates import MONTH, leading_date, parse_date

NAME = r"[A-Z][\w.'’-]*"
MORE = rf"(?:\s+(?:{NAME}|de|van|von|der|al|bin))"
BY = r"(?:(?:Written|Reported|Story|Report|Words)\s+by|By|BY|by)"
PERSON = rf"(?!{MONTH.format('no_month')}\s+\d){NAME}{MORE}{{1,5}}"
PLACE = rf"(?:\s+in\s+{NAME}{MORE}{{0,3}})?"
NEXT = PERSON.replace("no_month", "nor_month")
LAST = PERSON.replace("no_month", "last_month")
# Commas part persons only where `and` comes before the last: `By Jane Doe, Baku` names one.
BYLINE = re.compile(
    rf"{BY}:?\s+(?P<names>{PERSON}{PLACE}(?:(?:\s*,\s*{NEXT}{PLACE})*,?\s+(?:and|&)\s+{LAST}{PLACE})?)"
    rf"(?:\s*[,|–—-]\s*(?P<rest>\S.*))?$"
)
BY_ALONE = re.compile(rf"{BY}:?\s+")
BETWEEN = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+")
IN_PLACE = re.compile(rf"\s+in\s+{NAME}{MORE}{{0,3}}")
LONGEST = 400  # characters


class Byline(msgspec.Struct, frozen=True):
    """What a byline says: the authors joined by commas, the publisher and the day, None where it says none."""

    author: str | None = None
    publisher: str | None = None
    published: datetime | None = None


def read_byline(line: str) -> Byline | None:
    """What a line says that is a byline.

    >>> read_byline("By JANE DOE, Ali Aliyev in Baku and John Roe").author
    'JANE DOE, Ali Aliyev, John Roe'
    >>> read_byline("By May 15, 2024").published, read_byline("By Monday, the rain had stopped.")
    (datetime.datetime(2024, 5, 15, 0, 0), None)
    """
    if len(line) > LONGEST:
        return None
    match = BYLINE.match(line)
    if not match:
        return _day_alone(line)
    if match["names"].endswith("."):
        return None
    rest = (match["rest"] or "").strip()
    names = BETWEEN.split(IN_PLACE.sub("", match["names"]))
    return Byline(", ".join(dict.fromkeys(names)), agencies().get(rest), parse_date(rest))


def _day_alone(line: str) -> Byline | None:
    """A byline that lost its name: `By May 15, 2024`."""
    by = BY_ALONE.match(line)
    dated = leading_date(line, by.end()) if by else None
    return Byline(published=dated[0]) if dated and not line[dated[1] :].strip(" .") else None
