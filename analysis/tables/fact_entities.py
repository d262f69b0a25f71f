"""Who and what is in a fact: a row is an entity in one part of it."""

from __future__ import annotations

import pandas as pd

from analysis.schema import Column, Table

FACT_ENTITIES = Table(
    name="fact_entities",
    row="an entity in one part of a fact",
    columns=(
        Column("fact_id", "str", "the fact", nullable=False),
        Column("entity_id", "str", "the entity", nullable=False),
        Column(
            "part",
            "str",
            "what it is there: it acts, is acted on, gets it, is the place, says so, or is named among its words",
            allowed=("actor", "target", "recipient", "place", "source", "named"),
            nullable=False,
        ),
    ),
    key=("fact_id", "entity_id", "part"),
)


def fact_entities(facts: pd.DataFrame, mentions: pd.DataFrame, attributions: pd.DataFrame) -> pd.DataFrame:
    """The table FACT_ENTITIES of FACTS, MENTIONS and ATTRIBUTIONS, by fact, entity and part."""
    sources = attributions.set_index("attribution_id")["source_entity_id"]
    parts = {name: facts[f"{name}_entity_id"] for name in ("actor", "target", "recipient", "place")}
    parts["source"] = facts["attribution_id"].map(sources).astype("string")
    found = [pd.DataFrame({"fact_id": facts["fact_id"], "entity_id": ids, "part": name}) for name, ids in parts.items()]
    rows = pd.concat([*found, _named(facts, mentions)], ignore_index=True).dropna().drop_duplicates()
    rows = rows.sort_values(["fact_id", "entity_id", "part"], kind="stable")
    return FACT_ENTITIES.frame({name: rows[name].array for name in rows.columns})


def _named(facts: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """The entities whose names stand among the words of a fact."""
    span = ["sentence_id", "start_char", "end_char"]
    names = mentions[mentions["entity_id"].notna()]
    pairs = facts[["fact_id", *span]].merge(names[["entity_id", *span]], on="sentence_id", suffixes=("", "_name"))
    is_inside = (pairs["start_char_name"] >= pairs["start_char"]) & (pairs["end_char_name"] <= pairs["end_char"])
    return pairs.loc[is_inside, ["fact_id", "entity_id"]].assign(part="named")
