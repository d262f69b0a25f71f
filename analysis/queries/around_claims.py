"""What stands around claims: how many other reports tell the same event, and which details belong to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.queries.engine.database import Database, Row, records
from analysis.queries.rows import facts_at
from analysis.schema import Column, Table

TOLD_ELSEWHERE = Table(
    name="told_elsewhere",
    row="a fact whose event other reports tell as well",
    columns=(
        Column("fact_id", "str", "id of the fact", nullable=False),
        Column("n_reports", "int64", "other reports with a claim of the same event", unit="reports", nullable=False),
        Column("n_independent", "int64", "other publishers with a text of their own", nullable=False),
    ),
    key=("fact_id",),
)
MOST_DETAILS = 400  # of all claims of a list together


def told_elsewhere(database: Database, fact_ids: Sequence[str]) -> pd.DataFrame:
    """TOLD_ELSEWHERE of these facts, in all reports, whatever is selected.

    Reports count where a claim of them tells the event (`Cut("event", episode)` opens these claims). They are
    independent where neither is a copy of the other, nor the publisher the same; without a publisher, a report
    stands for itself.
    """
    sql = """
WITH own AS MATERIALIZED (
  SELECT fact_id, doc_row, event_number FROM facts WHERE list_contains($ids::VARCHAR[], fact_id)),
     telling AS (
  SELECT DISTINCT own.fact_id, own.doc_row AS own_row, t.doc_row
  FROM own JOIN tellings t USING (event_number) WHERE t.doc_row <> own.doc_row)
SELECT fact_id, count(*) AS n_reports,
       count(DISTINCT d.independent) FILTER (d.independent <> h.independent) AS n_independent
FROM telling t JOIN documents d USING (doc_row) JOIN documents h ON h.doc_row = t.own_row
GROUP BY 1 ORDER BY 1"""
    return database.frame(TOLD_ELSEWHERE, sql, {"ids": sorted(set(fact_ids))})


def details_of(database: Database, claims: Sequence[Row]) -> Mapping[str, Sequence[Row]]:
    """The other rows of FACT_ROWS of the claim that each of these rows belongs to, by the id of the row, as they stand
    in the report; of rows that have any."""
    wanted = sorted({str(row["claim_of"]) for row in claims if row["claim_of"] is not None})
    if not wanted:
        return {}
    sql = f"""
SELECT fact_row FROM facts
WHERE claim_row IN (SELECT fact_row FROM facts WHERE list_contains($ids::VARCHAR[], fact_id))
ORDER BY doc_row, start_char, fact_row LIMIT {MOST_DETAILS}"""
    members = [row for (row,) in database.rows(sql, {"ids": wanted})]
    of_claim: dict[str, list[Row]] = {}
    for row in records(facts_at(database, members)):
        of_claim.setdefault(str(row["claim_of"]), []).append(row)
    others = {
        str(row["fact_id"]): [one for one in of_claim.get(str(row["claim_of"]), ()) if one["fact_id"] != row["fact_id"]]
        for row in claims
    }
    return {key: found for key, found in others.items() if found}
