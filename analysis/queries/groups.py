"""The facts by one of their values: how many, in how many reports, and what became of them."""

from __future__ import annotations

import pandas as pd

from analysis.fields import FIELDS
from analysis.fields.cut import Cut, Cuts
from analysis.fields.sql import joins_of, values_in
from analysis.fields.status import STATUSES
from analysis.queries.engine.conditions import facts_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.schema import Column, Table

GROUPED = tuple(name for name, field in FIELDS.items() if field.group)
# A fact with several values counts in its report under each of them.
EACH_VALUE = f""", by_report AS (
  SELECT value, doc_row, sum(n) AS n, {", ".join(f"sum({s}) AS {s}" for s in STATUSES)}
  FROM (SELECT * REPLACE ({values_in("value")} AS value) FROM by_set) GROUP BY 1, 2)"""
GROUPS = Table(
    name="groups",
    row="a value and the facts that have it",
    columns=(
        Column("value", "str", "the value; empty where facts state none", nullable=False),
        Column("n_facts", "int64", "its facts", unit="facts", nullable=False),
        Column("n_reports", "int64", "the reports that they stand in", unit="reports", nullable=False),
        Column("n_independent", "int64", "of these, those that are no copy of another", unit="reports", nullable=False),
        *(Column(status, "int64", f"its facts that are {status}", unit="facts", nullable=False) for status in STATUSES),
        Column("n_groups", "int64", "how many values there are, with those that are not here", nullable=False),
    ),
    key=("value",),
)


def groups(database: Database, selection: Selection, by: str, most: int = 100) -> pd.DataFrame:
    """GROUPS of the selection, the largest first, `most` at most; `by` is one of GROUPED. A fact of two themes is in
    the groups of both."""
    field = FIELDS[by]
    condition = facts_where(selection)
    each = ", ".join(f"count(*) FILTER (f.status = '{status}') AS {status}" for status in STATUSES)
    whole = ", ".join(f"sum({status})::BIGINT AS {status}" for status in STATUSES)
    # GROUP BY value and report first: that is faster than count(DISTINCT doc_row) for each value.
    found = f"""SELECT {field.value} AS value, f.doc_row, count(*) AS n, {each}
  FROM facts f {joins_of(field.value)} WHERE {condition.sql} GROUP BY 1, 2"""
    sql = f"""
WITH {"by_set" if field.has_several else "by_report"} AS ({found}){EACH_VALUE if field.has_several else ""}
SELECT coalesce(value::VARCHAR, '') AS value, sum(n)::BIGINT AS n_facts, count(*) AS n_reports,
       count(DISTINCT d.text_id) AS n_independent, {whole}, count(*) OVER () AS n_groups
FROM by_report JOIN documents d USING (doc_row) GROUP BY by_report.value ORDER BY n_facts DESC, value LIMIT $most"""
    return database.frame(GROUPS, sql, condition.params | {"most": most})


def group_cuts(by: str, value: str) -> Cuts:
    """The conditions that give the facts of a group."""
    group = FIELDS[by].group
    other = group.other_cuts.get(value) if group else None
    return (other or Cut(by, value),)
