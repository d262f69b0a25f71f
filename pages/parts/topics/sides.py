"""Two sides beside each other: what each claims alone, what both claim, and their shares by status, theme and time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from analysis.fields.cut import Cut
from analysis.queries import overview
from analysis.queries.engine.database import records
from analysis.queries.engine.selection import Selection
from analysis.queries.rows import facts_at, n_facts
from analysis.queries.topics.sides import claims_of_sides, times_of_sides
from display import words
from display.fields import ENTRIES
from display.safe import text
from pages.parts.claims.claim import LIST, claim_html
from pages.parts.claims.ways import known_people
from pages.parts.drawing.once import once_with_links
from pages.parts.filtered_links import FACTS, address_with
from pages.parts.filters.selected import query_of
from pages.parts.view import View, counted, noun

LOOK = LIST._replace(is_brief=True)


class Side(NamedTuple):
    """What one side is called, and what is on it."""

    name: str
    selection: Selection


class Shares(NamedTuple):
    """A field, and the numbers of its values on each side, in their order."""

    title: str
    field: str
    values: Sequence[str]
    numbers: tuple[dict[str, int], dict[str, int]]


@once_with_links
def sides_html(view: View, left: Side, right: Side) -> str:
    """Both sides as HTML."""
    return claims_of_both(view, left, right) + shares_of_both(view, left, right)


def claims_of_both(view: View, left: Side, right: Side) -> str:
    """What each side claims alone, side by side, and what both claim."""
    found = claims_of_sides(view.database, left.selection, right.selection)
    every = list(dict.fromkeys((*found.left, *found.right, *(row for pair in found.both for row in pair))))
    known = dict(zip(every, records(facts_at(view.database, every)), strict=True))
    known_people(view.database, list(known.values()))
    cards = {row: claim_html(one, view.themes, look=LOOK) for row, one in known.items()}
    alone = "".join(
        _alone(side, n, [cards[row] for row in rows])
        for side, n, rows in ((left, found.n_left, found.left), (right, found.n_right, found.right))
    )
    pairs = "".join(f'<div class="d-sides">{cards[here]}{cards[there]}</div>' for here, there in found.both)
    both = f"Both tell of {words.count(found.n_both, 'event')}" if found.n_both else "No event is told on both sides."
    most = f"; the {len(found.both)} of most worth:" if found.n_both > len(found.both) else ":" if found.n_both else ""
    return f'<div class="d-profile">{alone}</div><h3 class="d-title">{both}{most}</h3>{pairs}'


def _alone(side: Side, n: int, cards: Sequence[str]) -> str:
    """The claims of one side, the best of them."""
    best = f", the best {len(cards)}" if n > len(cards) else ""
    said = f'<span class="d-note">{counted(n)} that the other side does not tell{best}</span>'
    shown = f'<div class="d-claims">{"".join(cards)}</div>'
    return f'<div class="d-does"><h3>Only in {text(side.name)}</h3>{said}{shown}</div>'


def shares_of_both(view: View, left: Side, right: Side) -> str:
    """How the claims of both sides are shared out, as a table with bars; each number opens what it counts."""
    sides = (left, right)
    totals = [n_facts(view.database, side.selection) for side in sides]
    head = "".join(
        f'<th scope="col" dir="auto">{text(side.name)} <small>{counted(n)}</small></th>'
        for side, n in zip(sides, totals, strict=True)
    )
    body = "".join(_shares(view, one, sides, totals) for one in _fields(view, left, right))
    title = f"Shares of the {noun()}"
    return (
        f'<h3 class="d-title">{title}</h3><table class="d-shares"><thead><tr><th scope="col"></th>{head}</tr></thead>'
        f"{body}</table>"
    )


def _fields(view: View, left: Side, right: Side) -> list[Shares]:
    """Status, theme and time of publication of both sides."""
    database, one, other = view.database, left.selection, right.selection
    bucket, times = times_of_sides(database, one, other)
    return [
        _of("status", [overview.facts_by_status(database, side) for side in (one, other)]),
        _of("theme", [overview.facts_by_theme(database, side) for side in (one, other)]),
        _of("published", times, f"{ENTRIES['published'].title}, by {bucket}"),
    ]


def _of(field: str, counts: Sequence[pd.DataFrame], title: str = "") -> Shares:
    """The counts of a field on both sides, the largest first; with a title of its own in the order of the values."""
    numbers = [{str(row[field]): int(row["n_facts"]) for row in records(one)} for one in counts]
    every = sorted({*numbers[0], *numbers[1]})
    if not title:
        every.sort(key=lambda value: -max(one.get(value, 0) for one in numbers))
    return Shares(title or ENTRIES[field].title, field, every, (numbers[0], numbers[1]))


def _shares(view: View, shares: Shares, sides: Sequence[Side], totals: Sequence[int]) -> str:
    """The rows of one field."""
    rows = [f'<tr class="d-part"><th scope="rowgroup" colspan="3">{text(shares.title)}</th></tr>']
    for value in shares.values:
        name = text(ENTRIES[shares.field].show(view.database, value))
        cells = "".join(
            _cell(view, side, Cut(shares.field, value), numbers.get(value, 0), total)
            for side, numbers, total in zip(sides, shares.numbers, totals, strict=True)
        )
        rows.append(f'<tr><th scope="row" dir="auto">{name}</th>{cells}</tr>')
    return f"<tbody>{''.join(rows)}</tbody>"


def _cell(view: View, side: Side, cut: Cut, number: int, total: int) -> str:
    """A number with its share as a bar; it opens its claims, unless the side is of this field already."""
    share = number / total if total else 0.0
    bar = f'<span class="d-bar" style="width:{share:.1%}"></span>'
    said = f"{number:,} <small>{share:.0%}</small>"
    if number and cut.field not in side.selection.fields():
        href = address_with(FACTS, query_of(view.database, side.selection.narrowed((cut,))))
        said = f'<a class="d-number" href="{text(href)}">{said}</a>'
    return f"<td>{bar}<span>{said}</span></td>"
