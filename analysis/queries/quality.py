"""How right are the facts? A sample to check, and what the checks add up to."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.queries.engine.conditions import facts_where
from analysis.queries.engine.database import Database, Row, records
from analysis.queries.engine.selection import Selection
from analysis.queries.export import guarded
from analysis.queries.rows import facts_at, rows_called
from analysis.schema import Column, Table
from analysis.user_store.records import Judgement

SAMPLE = 20
Z_95 = 1.959964  # the normal quantile of a two-sided 95 % interval

# The fields of a fact that a person can judge, and what each says of a row of FACT_ROWS.
FIELDS: dict[str, Callable[[Row], str]] = {
    "actor": lambda row: _words(row["actor"]),
    "action": lambda row: _words(row["action"]),
    "target": lambda row: _words(row["target"]),
    "place": lambda row: _words(row["place"]),
    "when": lambda row: (
        f"{row['first_day']:%Y-%m-%d}/{row['end_day']:%Y-%m-%d}" if not pd.isna(row["first_day"]) else ""
    ),
    "status": lambda row: _words(row["status"]),
    "source": lambda row: _words(row["source"]),
    "theme": lambda row: _words(row["theme"]),
}

PRECISION = Table(
    name="precision",
    row="what is judged: a field of facts, or the facts of a theme",
    columns=(
        Column("name", "str", "the field or the theme", nullable=False),
        Column("n_right", "int64", "judged right", unit="judgements", nullable=False),
        Column("n_judged", "int64", "judged", unit="judgements", nullable=False),
        Column("precision", "float64", "share that is right", nullable=False),
        Column("low", "float64", "lower end of the 95 % interval (Wilson 1927)", nullable=False),
        Column("high", "float64", "upper end of the 95 % interval", nullable=False),
    ),
    key=("name",),
)


@dataclass(frozen=True)
class Checked:
    """A judgement that still holds: the fact is in the snapshot and its field says what it said then."""

    judgement: Judgement
    row: Row


def sample(database: Database, selection: Selection, number: int) -> dict[str, int]:
    """The sample with this number: the rows of SAMPLE random facts of the selection by fact_id, the same at every call.

    They are drawn by a hash of the row, which takes a tenth of the time of a hash of the id.
    """
    condition = facts_where(selection)
    sql = f"""
SELECT f.fact_id, f.fact_row FROM facts f WHERE {condition.sql} ORDER BY hash(f.fact_row, $number), f.fact_row
LIMIT {SAMPLE}"""
    return dict(database.rows(sql, condition.params | {"number": number}))


def fact_at(database: Database, row: int) -> Row:
    """The row of FACT_ROWS that stands in this row of the table of facts."""
    return records(facts_at(database, [row]))[0]


def facts_called(database: Database, fact_ids: Iterable[str]) -> dict[str, Row]:
    """The rows of FACT_ROWS with these ids, by id; those that are no more are left out."""
    rows = facts_at(database, rows_called(database, fact_ids))
    return {str(row["fact_id"]): row for row in records(rows)}


def still_holding(database: Database, judgements: Sequence[Judgement]) -> list[Checked]:
    """The judgements on facts of the snapshot whose field says what was judged."""
    rows = facts_called(database, (judgement.fact_id for judgement in judgements))
    return [
        Checked(judgement, rows[judgement.fact_id])
        for judgement in judgements
        if judgement.fact_id in rows and FIELDS[judgement.field](rows[judgement.fact_id]) == judgement.value
    ]


def precision_by_field(checked: Sequence[Checked]) -> pd.DataFrame:
    """PRECISION of each field that was judged, in the order of FIELDS."""
    return _precision([(c.judgement.field, c.judgement.is_right) for c in checked], list(FIELDS))


def precision_by_theme(checked: Sequence[Checked]) -> pd.DataFrame:
    """PRECISION of the fields of each theme's facts, by name; `` for facts without a theme."""
    pairs = [(_words(c.row["theme"]), c.judgement.is_right) for c in checked]
    return _precision(pairs, sorted({theme for theme, _ in pairs}))


def _precision(pairs: Sequence[tuple[str, bool]], names: Sequence[str]) -> pd.DataFrame:
    rows = []
    for name in names:
        judged = [is_right for of, is_right in pairs if of == name]
        if judged:
            low, high = wilson(sum(judged), len(judged))
            share = sum(judged) / len(judged)
            counts = {"name": name, "n_right": sum(judged), "n_judged": len(judged)}
            rows.append(counts | {"precision": share, "low": low, "high": high})
    return PRECISION.from_rows(rows)


def wilson(n_right: int, n_judged: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927), which holds for few judgements as well.

    >>> [round(end, 3) for end in wilson(18, 20)]
    [0.699, 0.972]
    >>> [round(end, 3) for end in wilson(0, 0)]
    [0.0, 1.0]
    """
    if not n_judged:
        return 0.0, 1.0
    share, z2 = n_right / n_judged, Z_95**2 / n_judged
    centre = (share + z2 / 2) / (1 + z2)
    reach = math.sqrt(share * (1 - share) * z2 + z2**2 / 4) / (1 + z2)
    return max(0.0, centre - reach), min(1.0, centre + reach)


def judgements_csv(checked: Sequence[Checked]) -> str:
    """The judgements with their facts as CSV; no cell can be taken for a formula."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["fact_id", "field", "value", "is_right", "judged_at", "theme", "sentence", "publisher"])
    for one in checked:
        judgement, row = one.judgement, one.row
        day = judgement.judged_at.isoformat(timespec="seconds")
        cells = [judgement.fact_id, judgement.field, judgement.value, judgement.is_right, day]
        writer.writerow([_safe(cell) for cell in (*cells, row["theme"], row["sentence"], row["publisher"])])
    return file.getvalue()


def _safe(cell: object) -> str:
    return guarded(_words(cell))


def _words(cell: object) -> str:
    return "" if cell is None or cell is pd.NA or cell != cell else str(cell)
