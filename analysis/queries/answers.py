"""What answers questions such as "Who pledges what?": how many facts do, and the best of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import merge
from itertools import islice
from typing import NamedTuple

from analysis.queries.engine.conditions import facts_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.facets import SINGLE

AS_MANY = 3  # times the answers are asked for: some say the same words
NAMED = 0.2  # of worth: how much better an answer is where whoever acts is known by name
FIELDS = ("status", "plan", "event_class")
SLOTS = ("actor", "target")
SAID = "lower(coalesce(f.claim, concat_ws(' ', f.actor, f.action, f.target)))"


class Asked(NamedTuple):
    """A question: facts with any of these values of a field of FIELDS answer it, best those that fill the slots."""

    field: str
    values: tuple[str, ...]
    slots: tuple[str, ...] = ()


class Answers(NamedTuple):
    """How many facts answer a question, and the rows of the best."""

    n_facts: int
    best: list[int]


class _Alike(NamedTuple):
    """Facts with the same values of FIELDS and the same slots filled: the best, each with its rank, and how many."""

    values: dict[str, str | None]
    filled: dict[str, bool]
    best: list[tuple[float, int]]
    n_facts: int


def answers(database: Database, selection: Selection, asked: Sequence[Asked], most: int = 4) -> list[Answers]:
    """For each question how many facts answer it, and the rows of those of most worth, the best first, `most` at most,
    of the same sentence one."""
    alike = _alike(database, selection, AS_MANY * most)
    found = [[one for one in alike if one.values[question.field] in question.values] for question in asked]
    best = [_best(of, question.slots, AS_MANY * most) for of, question in zip(found, asked, strict=True)]
    said = _said(database, {row for rows in best for row in rows})
    return [
        Answers(sum(one.n_facts for one in of), _unlike(rows, said)[:most])
        for of, rows in zip(found, best, strict=True)
    ]


def _alike(database: Database, selection: Selection, most: int) -> list[_Alike]:
    """The facts of the selection by what the questions ask for: one pass over them answers all questions."""
    condition = facts_where(selection)
    values = ", ".join(SINGLE[field] for field in FIELDS)
    filled = ", ".join(f"f.{slot} IS NOT NULL" for slot in SLOTS)
    rank = f"f.worth + {NAMED} * (f.actor_entity_id IS NOT NULL)::INT - 1e-12 * f.fact_row"
    sql = f"""
SELECT {values}, {filled}, max({rank}, $most), arg_max(f.fact_row, {rank}, $most), count(*)
FROM facts f WHERE {condition.sql} GROUP BY ALL"""
    found = []
    for *key, ranks, rows, n_facts in database.rows(sql, condition.params | {"most": most}):
        has = dict(zip(SLOTS, key[len(FIELDS) :], strict=True))
        best = list(zip(ranks or [], rows or [], strict=True))
        found.append(_Alike(dict(zip(FIELDS, key, strict=False)), has, best, int(n_facts)))
    return found


def _best(found: Iterable[_Alike], slots: Sequence[str], most: int) -> list[int]:
    """The rows of the best of these facts, those first that fill all slots."""
    ranked = ([(rank + all(one.filled[slot] for slot in slots), row) for rank, row in one.best] for one in found)
    return [row for _, row in islice(merge(*ranked, reverse=True), most)]


def _said(database: Database, rows: Iterable[int]) -> dict[int, str]:
    """What these facts say, in small letters."""
    wanted = {"rows": sorted(rows)}
    sql = f"SELECT f.fact_row, {SAID} FROM facts f WHERE f.fact_row IN (SELECT unnest($rows::INTEGER[]))"
    return dict(database.rows(sql, wanted)) if wanted["rows"] else {}


def _unlike(rows: Iterable[int], said: dict[int, str]) -> list[int]:
    """The rows, without those that say what one before them says."""
    first: dict[str, int] = {}
    for row in rows:
        first.setdefault(said[row], row)
    return list(first.values())
