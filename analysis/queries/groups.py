"""The facts by one of their values: how many, in how many reports, and what became of them."""

from __future__ import annotations

import pandas as pd

from analysis.queries.engine.conditions import facts_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import NONE, STATUSES, UNNAMED, Cut, Cuts, Selection
from analysis.queries.fields import fits, themes_in
from analysis.schema import Column, Table

LONGER = "infinity"  # the value of `month` for facts that take longer than one
OF_ATTRIBUTION = "LEFT JOIN attributions a ON a.attribution_id = f.attribution_id"
OF_REPORT = "JOIN documents d ON d.doc_id = f.doc_id"

# What facts can be put together by: the value in SQL, and the table that it needs besides facts.
GROUPINGS = {
    "theme": ("f.themes", ""),
    "status": ("f.status", ""),
    "plan": ("coalesce(f.plan, '')", ""),
    "actor": ("coalesce(f.actor_entity_id, '')", ""),
    "target": ("coalesce(f.target_entity_id, '')", ""),
    "site": ("coalesce(f.place_entity_id, '')", ""),
    "said_by": (
        f"CASE WHEN f.attribution_id IS NULL THEN '{NONE}' ELSE coalesce(a.source_entity_id, '{UNNAMED}') END",
        OF_ATTRIBUTION,
    ),
    "publisher": ("coalesce(d.publisher, '')", OF_REPORT),
    "event_class": ("coalesce(f.event_class, '')", ""),
    "certainty": ("f.certainty", ""),
    "month": (
        f"CASE WHEN f.first_day IS NULL THEN NULL WHEN NOT {fits('month')} THEN TIMESTAMP '{LONGER}' "
        "ELSE date_trunc('month', f.first_day)::TIMESTAMP END",
        "",
    ),
    "document": ("f.doc_id", ""),
}
# The facts of a set of themes in a report count under each of them.
BY_THEME = f""", by_report AS (
  SELECT value, doc_id, sum(n) AS n, {", ".join(f"sum({s}) AS {s}" for s in STATUSES)}
  FROM (SELECT * REPLACE ({themes_in("value")} AS value) FROM by_set) GROUP BY 1, 2)"""
GROUPS = Table(
    name="groups",
    row="a value and the facts that have it",
    columns=(
        Column("value", "str", "the value; empty where facts state none", nullable=False),
        Column("n_facts", "int64", "its facts", unit="facts", nullable=False),
        Column("n_reports", "int64", "the reports that they stand in", unit="reports", nullable=False),
        *(Column(status, "int64", f"its facts that are {status}", unit="facts", nullable=False) for status in STATUSES),
        Column("n_groups", "int64", "how many values there are, with those that are not here", nullable=False),
    ),
    key=("value",),
)


def groups(database: Database, selection: Selection, by: str, most: int = 100) -> pd.DataFrame:
    """GROUPS of the selection, the largest first, `most` at most; `by` is one of GROUPINGS. A fact of two themes is in
    the groups of both."""
    value, join = GROUPINGS[by]
    condition = facts_where(selection)
    each = ", ".join(f"count(*) FILTER (f.status = '{status}') AS {status}" for status in STATUSES)
    whole = ", ".join(f"sum({status})::BIGINT AS {status}" for status in STATUSES)
    # By value and report first: that is faster than to count the different reports of each value.
    found = f"SELECT {value} AS value, f.doc_id, count(*) AS n, {each} FROM facts f {join} WHERE {condition.sql}"
    sql = f"""
WITH {"by_set" if by == "theme" else "by_report"} AS ({found} GROUP BY 1, 2){BY_THEME if by == "theme" else ""}
SELECT coalesce(value::VARCHAR, '') AS value, sum(n)::BIGINT AS n_facts, count(*) AS n_reports, {whole},
       count(*) OVER () AS n_groups
FROM by_report GROUP BY by_report.value ORDER BY n_facts DESC, value LIMIT $most"""
    return database.frame(GROUPS, sql, condition.params | {"most": most})


def group_cuts(by: str, value: str) -> Cuts:
    """The conditions that give the facts of a group."""
    if by == "month" and value in (NONE, LONGER):
        return (Cut("undated" if value == NONE else "longer_than_month"),)
    return (Cut(by, value),)
