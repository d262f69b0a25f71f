"""What answers questions such as "Who pledges what?": the best facts that have one of some values of a field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from analysis.queries.engine.conditions import facts_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.facets import SINGLE

AS_MANY = 3  # times the answers are asked for: some say the same words
NAMED = 0.2  # of worth: how much better an answer is where whoever acts is known by name


class Asked(NamedTuple):
    """A question: facts with any of these values of a field of SINGLE answer it, best those that fill the slots."""

    field: str
    values: tuple[str, ...]
    slots: tuple[str, ...] = ()


def answers(database: Database, selection: Selection, asked: Sequence[Asked], most: int = 4) -> list[list[int]]:
    """For each question the rows of the facts that answer it, those of most worth first, `most` at most, of the same
    sentence one."""
    if not asked:
        return []
    condition = facts_where(selection)
    best = ", ".join(f"{_best(place, one)}" for place, one in enumerate(asked))
    params = {f"wanted{place}": list(one.values) for place, one in enumerate(asked)} | {"most": AS_MANY * most}
    ((*found,),) = database.rows(f"SELECT {best} FROM facts f WHERE {condition.sql}", condition.params | params)
    return [_unlike(rows or [])[:most] for rows in found]


def _best(place: int, asked: Asked) -> str:
    """SQL for the rows of the best answers, and what each says."""
    filled = " AND ".join(f"f.{slot} IS NOT NULL" for slot in asked.slots) or "true"
    rank = f"f.worth + ({filled})::INT + {NAMED} * (f.actor_entity_id IS NOT NULL)::INT - 1e-12 * f.fact_row"
    has_one = f"list_contains($wanted{place}::VARCHAR[], {SINGLE[asked.field]})"
    said = "lower(coalesce(f.claim, concat_ws(' ', f.actor, f.action, f.target)))"
    return f"arg_max((f.fact_row, {said}), {rank}, $most) FILTER ({has_one})"


def _unlike(found: Sequence[tuple[int, str]]) -> list[int]:
    """The rows, without those that say what one before them says."""
    first: dict[str, int] = {}
    for row, said in found:
        first.setdefault(said, int(row))
    return list(first.values())
