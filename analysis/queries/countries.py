"""Which countries are the facts about?"""

from __future__ import annotations

import pandas as pd

from analysis.queries.engine.database import Database
from analysis.queries.engine.passing import of_facts
from analysis.queries.engine.selection import Selection
from analysis.schema import Column, Table

COUNTRIES = Table(
    name="countries",
    row="a country that facts are about: one of its places, bodies or people has a part in them",
    columns=(
        Column("country", "str", "ISO 3166 alpha-2 code", nullable=False),
        Column("n_facts", "int64", "facts about it", unit="facts", nullable=False),
    ),
    key=("country",),
)


def countries(database: Database, selection: Selection) -> tuple[pd.DataFrame, int]:
    """COUNTRIES, the one with most facts first, and how many facts are about any. A fact about two counts for both."""
    condition = of_facts("x", selection)
    sql = f"""
SELECT coalesce(e.country, '') AS country, count(DISTINCT x.fact_row) AS n_facts
FROM fact_entities x JOIN entities e USING (entity_id)
WHERE e.country IS NOT NULL AND {condition.sql}
GROUP BY GROUPING SETS ((e.country), ()) ORDER BY n_facts DESC, country"""
    found = database.frame(COUNTRIES, sql, condition.params)
    is_sum = found["country"] == ""
    return found[~is_sum].reset_index(drop=True), int(found.loc[is_sum, "n_facts"].sum())
