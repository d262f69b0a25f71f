"""What a developer would write first: a chart of facts by theme, from a pandas frame of all facts kept by the server.

A Streamlit page for comparison, filtered by its address: `?theme=mining&period=2024-01-01..2024-06-30`.
"""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

COLUMNS = ["theme", "status", "first_day", "end_day", "actor_entity_id", "target_entity_id", "sentence_id"]


@st.cache_resource
def all_facts(folder: str) -> pd.DataFrame:
    """The facts with the words of their sentences."""
    snapshot = Path(folder) / (Path(folder) / "CURRENT").read_text(encoding="utf-8").strip()
    facts = pd.read_parquet(snapshot / "facts.parquet", columns=COLUMNS)
    sentences = pd.read_parquet(snapshot / "sentences.parquet", columns=["sentence_id", "text"])
    return facts.merge(sentences, on="sentence_id")


facts = all_facts(os.environ["DOSSIER_DATA"])
asked = st.query_params
mask = pd.Series(True, index=facts.index)
for name in ("theme", "status"):
    if name in asked:
        mask &= facts[name].isin(asked.get_all(name))
    if f"not-{name}" in asked:
        mask &= ~facts[name].isin(asked.get_all(f"not-{name}"))
if "person" in asked:
    mask &= (facts["actor_entity_id"] == asked["person"]) | (facts["target_entity_id"] == asked["person"])
if "period" in asked:
    first, last = (pd.Timestamp(day) for day in asked["period"].split(".."))
    mask &= (facts["first_day"] <= last) & (facts["end_day"] > first)
if "words" in asked:
    mask &= facts["text"].str.contains(asked["words"], case=False, regex=False)

counts = facts.loc[mask, "theme"].value_counts()
st.title(f"{mask.sum():,} facts")
st.plotly_chart(go.Figure(go.Bar(x=counts.index.tolist(), y=counts.tolist())))
