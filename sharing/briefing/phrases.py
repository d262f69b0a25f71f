"""The words of a briefing that are no claims: its title, its footnotes, and what it says of itself."""

from __future__ import annotations

from analysis.queries.engine.database import Row
from analysis.shown import cut, visible
from display import day_words, words
from display.safe import is_empty, web_address
from sharing.briefing.choose import Point
from sharing.claims import evidence_of, title_of
from sharing.shared import Shared

ABOUT = (
    "Each sentence is a claim that Dossier found in the reports, with the words of the report as a footnote. Claims "
    "are what reports say, not what is true. They were found by program and can be wrong: the footnote decides."
)
DISAGREE = "Where reports disagree"
SOURCES = "Sources"
NOTHING = "No claim of this view is worth a briefing."
LONGEST_TITLE = 200  # characters


def heading(shared: Shared) -> str:
    """The title.

    The filters are part of it, so that a briefing of one theme is not taken for one of everything.
    """
    return f"Briefing: {'; '.join(shared.filters) or 'all claims'}"


def about_lines(shared: Shared) -> list[str]:
    """What a briefing says of itself: what it is of, when, and how far to trust it."""
    said = shared.about.items()
    texts = "" if shared.has_texts else " Without the texts of the reports: quotations are of at most 25 words."
    return [f"Filters: {said['filters']}. Snapshot {said['snapshot']}, {day_words.day(shared.at)}.{texts}", ABOUT]


def remark(point: Point) -> str:
    """Who says so, and how many other reports tell it; empty where there is nothing to say."""
    told = f"also told by {words.count(point.told, 'other report')}" if point.told else ""
    return "; ".join(part for part in (f"according to {point.speaker}" if point.speaker else "", told) if part)


def differ_words(shown: int, total: int) -> str:
    """How many pairs there are, and how they were found."""
    some = f"{words.count(total, 'pair')} of claims" + (f", of which {shown} stand here," if shown < total else "")
    return f"{some} may contradict each other. They were found by rule: read both."


def source_line(row: Row) -> str:
    """Author, headline, publisher and day of the report of a row, in one line.

    >>> import pandas as pd
    >>> day = {"published": pd.Timestamp("2024-03-04"), "published_from": "metadata"}
    >>> source_line({"title": "Ice broke.", "publisher": "The Post", "source_id": "a.txt"} | day)
    'Ice broke. The Post. 4 March 2024.'
    """
    day = words.published(row["published"], row["published_from"])
    parts = (title_of(row), row["publisher"], day)
    return " ".join(f"{_line(part).rstrip('.')}." for part in parts if not is_empty(part))


def quotation(row: Row, has_texts: bool) -> str:
    """The sentence of a row in quotation marks."""
    return f"“{_line(evidence_of(row, has_texts).words)}”"


def address(row: Row) -> str:
    """The web address of the report of a row; empty where it has none."""
    return web_address(row["url"]) or ""


def _line(words_of_text: object) -> str:
    line = visible(" ".join(str(words_of_text).split()))
    return cut(line, LONGEST_TITLE) if len(line) > 10 * LONGEST_TITLE else line
