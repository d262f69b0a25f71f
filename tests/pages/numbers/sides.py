"""What the sentences of two sides that are compared count."""

from __future__ import annotations

import re

from analysis.queries.engine.conditions import facts_where, sentences_where
from analysis.queries.engine.selection import Selection
from analysis.queries.rows import n_facts
from tests.pages.numbers.counted import Page
from tests.pages.numbers.saying import CLAIMS, N, Saying

BEST = 3  # claims that are shown of each side


def _events(page: Page, side: Selection) -> dict[int, int | None]:
    """The claims of a side with their events."""
    where = facts_where(side)
    return dict(page.database.rows(f"SELECT fact_row, event_number FROM facts f WHERE {where.sql}", where.params))


def _alone(page: Page) -> list[int]:
    """How many claims each side has that are not on the other, and of no event that another claim there tells."""
    left, right = (_events(page, side) for side in page.sides)
    found = []
    for own, other in ((left, right), (right, left)):
        shared = _shared(own, other)
        found.append(sum(row not in other and event not in shared for row, event in own.items()))
    return found


def _shared(own: dict[int, int | None], other: dict[int, int | None]) -> set[int]:
    """The events of which each side has a claim of its own."""
    return {
        event
        for row, event in own.items()
        if event is not None and any(one == event and there != row for there, one in other.items())
    }


def _of_alone(page: Page, said: re.Match[str]) -> tuple[int, ...]:
    """As many as are said, if a side has them alone, and how many of them are shown."""
    number = int(said[1].replace(",", ""))
    assert number in _alone(page), f"{number} of {_alone(page)}"
    return (number, BEST)[: len([one for one in said.groups() if one])]


def _both(page: Page) -> int:
    return len(_shared(*(_events(page, side) for side in page.sides)))


def _sizes(page: Page) -> tuple[int, ...]:
    """The sentences of each side and the reports that they stand in."""
    found: list[int] = []
    for side in page.sides:
        where = sentences_where(side)
        sql = f"SELECT count(*), count(DISTINCT s.doc_id) FROM sentences s WHERE {where.sql}"
        found += page.database.rows(sql, where.params)[0]
    return tuple(found)


def _on_both(page: Page) -> int:
    left, right = (sentences_where(side) for side in page.sides)
    rows = [
        {row for (row,) in page.database.rows(f"SELECT sentence_id FROM sentences s WHERE {one.sql}", one.params)}
        for one in (left, right)
    ]
    return len(rows[0] & rows[1])


def _without_link(page: Page, said: re.Match[str]) -> tuple[int, ...]:
    """As many as are said, if that is nothing, all of a side, or what a filter of it lets through: such cells open
    nothing more."""
    number = int(said[1].replace(",", ""))
    every = {0, *(len(_events(page, side)) for side in page.sides)}
    for side in page.sides:
        every |= {n_facts(page.database, side, (cut,)) for cut in side.only}
    assert number in every, f"{number} of {every}"
    return (number,)


OF_SIDES = (
    Saying(rf"^{N} sentences? of {N} reports? in .*, {N} sentences? of {N} reports? in ", lambda page, _: _sizes(page)),
    Saying(rf"{N} sentences? on both sides counts? on each", lambda page, _: (_on_both(page),)),
    Saying(rf"^{N} {CLAIMS} that the other side does not tell(?:, the best {N})?$", _of_alone),
    Saying(rf"^Both tell of {N} events?(?:; the 3 of most worth)?:$", lambda page, _: (_both(page),)),
    Saying(rf"^{N} \d+%$", _without_link),
    Saying(rf"^.* {N} {CLAIMS}$", _without_link),
)
