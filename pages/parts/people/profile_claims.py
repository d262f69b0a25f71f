"""What somebody does and says, what is done to it and what happens there: the best claims of each, with their days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analysis.fields.cut import Cut
from analysis.queries.engine.database import Row, records
from analysis.queries.rows import fact_rows, n_facts
from display import day_words, words
from display.claims.claim_sentence import claim_words
from display.safe import is_empty, text
from pages.parts.claims.claim import LIST, Around, around, claim_html
from pages.parts.claims.ways import known_people
from pages.parts.drawing.once import once_with_links
from pages.parts.filtered_links import FACTS, address_with, anchor
from pages.parts.filters.selected import query_of
from pages.parts.view import View, noun

# The field of each list and its title; of those without a claim nothing is shown.
LISTS = {"actor": "Does", "said_by": "Says", "target": "Is done to it", "site": "Happens there"}
MOST = 5  # claims of a list: those of most worth, the latest first
LOOK = LIST._replace(is_brief=True)


@once_with_links
def profile_claims(view: View, entity_id: str, name: str) -> str:
    """The lists of an entity as HTML; empty where no claim of the selection has a part for it."""
    lists = [_list(view, Cut(field, entity_id), title) for field, title in LISTS.items()]
    shown = "".join(lists)
    return f'<section class="d-profile" aria-label="What {text(name)} does and says">{shown}</section>' if shown else ""


def _list(view: View, cut: Cut, title: str) -> str:
    """A list with the way to all its claims."""
    database, _, themes = view
    selection = view.selection.narrowed((cut,))
    rows = unlike(records(fact_rows(database, selection, (), (0, 3 * MOST), "-worth")))[:MOST]
    if not rows:
        return ""
    known_people(database, rows)
    n = n_facts(database, selection)
    every = anchor(address_with(FACTS, query_of(database, selection)), f"{title} <strong>{n:,}</strong>")
    beside = around(view, rows)
    items = "".join(_dated(row, themes, beside) for row in by_day(rows))
    return f'<div class="d-does"><h3>{every}</h3><ol>{items}</ol></div>'


def unlike(rows: Sequence[Row]) -> list[Row]:
    """The rows, without those that say what one before them says."""
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(claim_words(row), row)
    return list(first.values())


def by_day(rows: Sequence[Row]) -> list[Row]:
    """Rows of FACT_ROWS, the latest first by the day of the event, else of the report; those without a day last."""
    dated = [row for row in rows if not is_empty(_day(row))]
    return [*sorted(dated, key=_day, reverse=True), *(row for row in rows if is_empty(_day(row)))]


def _day(row: Row) -> Any:
    return row["published"] if is_empty(row["first_day"]) else row["first_day"]


def _dated(row: Row, themes: Sequence[str], beside: Around) -> str:
    """A claim beside its day; that of the report is grey."""
    is_own = not is_empty(row["first_day"]) and row["precision"] != "report"
    day = day_words.days(row["first_day"], row["end_day"]) or words.published(row["published"], row["published_from"])
    look = "d-day" if is_own else "d-day d-grey"
    title = "" if is_own else ' title="The day of the report"'
    card = claim_html(row, themes, beside, look=LOOK)
    return f'<li><p class="{look}"{title}>{text(day)}</p>{card}</li>'


def nothing_of(name: str) -> str:
    """What to say of somebody who is in no claim."""
    return f"No {noun(1)} of the selection has {name} in it."
