"""Which countries are the facts about?"""

from __future__ import annotations

import pandas as pd

from analysis.queries.conditions import facts_where
from analysis.queries.database import Database
from analysis.queries.selection import Selection
from analysis.schema import Column, Table

COUNTRIES = Table(
    name="countries",
    row="a country that facts are about: one of its places, bodies or people has a part in them",
    columns=(
        Column("country", "str", "ISO 3166 alpha-2 code", nullable=False),
        Column("n_facts", "int64", "facts about it", unit="facts", nullable=False),
        Column("n_reports", "int64", "reports with these facts", unit="reports", nullable=False),
    ),
    key=("country",),
)


def countries(database: Database, selection: Selection) -> pd.DataFrame:
    """COUNTRIES, the one with most facts first. A fact about two countries counts for both."""
    condition = facts_where(selection)
    sql = f"""
WITH parts AS (
  SELECT DISTINCT e.country, x.fact_id FROM fact_entities x JOIN entities e USING (entity_id)
  WHERE e.country IS NOT NULL)
SELECT country, count(*) AS n_facts, count(DISTINCT f.doc_id) AS n_reports
FROM parts JOIN facts f USING (fact_id) WHERE {condition.sql} GROUP BY 1 ORDER BY n_facts DESC, country"""
    return database.frame(COUNTRIES, sql, condition.params)


def n_with_country(database: Database, selection: Selection) -> int:
    """How many facts are about any country."""
    condition = facts_where(selection)
    sql = f"""
SELECT count(*) FROM facts f WHERE {condition.sql} AND f.fact_id IN (
  SELECT x.fact_id FROM fact_entities x JOIN entities e USING (entity_id) WHERE e.country IS NOT NULL)"""
    return database.number(sql, condition.params)
