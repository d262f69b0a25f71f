"""What a developer would write with DuckDB: a chart of facts by theme, one question over the Parquet files.

A Streamlit page for comparison, filtered by its address: `?theme=mining&period=2024-01-01..2024-06-30`.
"""

from __future__ import annotations

import os
from pathlib import Path

import duckdb
import plotly.graph_objects as go
import streamlit as st


@st.cache_resource
def connection() -> duckdb.DuckDBPyConnection:
    """A connection that all visits share."""
    return duckdb.connect()


folder = Path(os.environ["DOSSIER_DATA"])
snapshot = folder / (folder / "CURRENT").read_text(encoding="utf-8").strip()
asked = st.query_params
conditions, values = ["true"], list[object]()
for name in ("theme", "status"):
    if name in asked:
        conditions.append(f"{name} in (select unnest(?))")
        values.append(asked.get_all(name))
    if f"not-{name}" in asked:
        conditions.append(f"coalesce({name} not in (select unnest(?)), true)")
        values.append(asked.get_all(f"not-{name}"))
if "person" in asked:
    conditions.append("(actor_entity_id = ? or target_entity_id = ?)")
    values += [asked["person"], asked["person"]]
if "period" in asked:
    first, last = asked["period"].split("..")
    conditions.append("first_day <= ?::date and end_day > ?::date")
    values += [last, first]
if "words" in asked:
    conditions.append(
        f"sentence_id in (select sentence_id from '{snapshot}/sentences.parquet' where contains(lower(text), ?))"
    )
    values.append(asked["words"].lower())

question = f"select theme, count(*) from '{snapshot}/facts.parquet' where {' and '.join(conditions)} group by 1"
rows = connection().cursor().execute(question, values).fetchall()
st.title(f"{sum(number for _, number in rows):,} facts")
st.plotly_chart(go.Figure(go.Bar(x=[theme for theme, _ in rows], y=[number for _, number in rows])))
