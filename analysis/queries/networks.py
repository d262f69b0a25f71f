"""Who is tied to whom: by what one does to the other, by what one says about the other, by being named together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import pandas as pd

from analysis.fields.event_class import group_of
from analysis.queries.engine.conditions import Condition, facts_where
from analysis.queries.engine.database import Database, records
from analysis.queries.engine.passing import of_facts, of_sentences
from analysis.queries.engine.selection import Selection
from analysis.schema import Column, Table

MOST_PAIRS = 600  # read from the store; `strongest` keeps what fits a picture
MOST_NAMED = 60  # of these the ties by being named together are counted
TIES_FOR_A_NAME = 2  # more lines than that in a picture hide each other; tried by eye
MOST_TIES = 40  # lines in a picture; more are no picture
DOES, SAYS = "does", "says"

TIES = Table(
    name="ties",
    row="two that are tied, by one group of events where they are tied by events",
    columns=(
        Column("left_id", "str", "the one; who acts or speaks", nullable=False),
        Column("right_id", "str", "the other; whom it is done to, or who is spoken about", nullable=False),
        Column("event_group", "str", "group of the events; empty for none", nullable=False),
        Column("left_name", "str", "name of the one", nullable=False),
        Column("right_name", "str", "name of the other", nullable=False),
        Column("n_rows", "int64", "facts, or sentences that name both", unit="facts or sentences", nullable=False),
    ),
    key=("left_id", "right_id", "event_group"),
)
NODES = Table(
    name="nodes",
    row="an entity of a network",
    columns=(
        Column("entity_id", "str", "id of the entity", nullable=False),
        Column("name", "str", "its name", nullable=False),
        Column("label", "str", "OntoNotes label", nullable=False),
        Column("n_rows", "int64", "facts or sentences with it", unit="facts or sentences", nullable=False),
    ),
    key=("entity_id",),
)


def done_to(database: Database, selection: Selection) -> pd.DataFrame:
    """TIES from who acts to whom it is done to, the strongest pair first, a row for each group of events."""
    condition = facts_where(selection)
    counted = f"""
SELECT f.actor_entity_id AS left_id, f.target_entity_id AS right_id, {group_of("f.event_class")} AS event_group,
       count(*) AS n_rows
FROM facts f WHERE f.actor_entity_id <> f.target_entity_id AND {condition.sql} GROUP BY ALL"""
    return _ties(database, counted, condition)


def speaks_about(database: Database, selection: Selection) -> pd.DataFrame:
    """TIES from who says something to whom the facts in it are about, the strongest first."""
    condition = of_facts("s", selection)
    counted = f"""
SELECT s.entity_id AS left_id, a.entity_id AS right_id, '' AS event_group, count(DISTINCT s.fact_row) AS n_rows
FROM fact_entities s JOIN fact_entities a ON a.fact_row = s.fact_row AND a.entity_id <> s.entity_id
WHERE s.part = 'source' AND a.part <> 'source' AND {condition.sql} GROUP BY ALL"""
    return _ties(database, counted, condition)


def named_together(database: Database, selection: Selection) -> pd.DataFrame:
    """TIES of the MOST_NAMED most named, the strongest first; each pair once.

    Demonyms that are left once those who act are joined to their country are adjectives (`Japanese exports`) and name
    nobody.
    """
    condition = of_sentences("n", selection)
    counted = f"""
WITH passing AS (SELECT n.sentence_row, n.entity_id, n.entity_row FROM namings n WHERE {condition.sql}),
few AS (
  SELECT entity_row FROM passing
  ANTI JOIN (SELECT entity_id FROM entities WHERE label = 'NORP' AND country IS NOT NULL) USING (entity_id)
  GROUP BY 1 ORDER BY count(*) DESC, any_value(entity_id) LIMIT $most_named),
kept AS (SELECT sentence_row, entity_id FROM passing SEMI JOIN few USING (entity_row))
SELECT a.entity_id AS left_id, b.entity_id AS right_id, '' AS event_group, count(*) AS n_rows
FROM kept a JOIN kept b ON a.sentence_row = b.sentence_row AND a.entity_id < b.entity_id GROUP BY ALL"""
    condition.params |= {"most_named": MOST_NAMED}
    return _ties(database, counted, condition)


def n_tied_facts(database: Database, selection: Selection, how: str) -> int:
    """How many facts DOES or SAYS could tie: the actor and the target, or the source, have a name."""
    condition = facts_where(selection)
    tied = {
        DOES: "f.actor_entity_id <> f.target_entity_id",
        SAYS: "f.fact_row IN (SELECT fact_row FROM fact_entities WHERE part = 'source')",
    }[how]
    return database.number(f"SELECT count(*) FROM facts f WHERE {tied} AND {condition.sql}", condition.params)


def strongest(ties: pd.DataFrame, most: int) -> pd.DataFrame:
    """The strongest rows of TIES among the `most` entities that are tied most."""
    n_of: Counter[str] = Counter()
    near: defaultdict[str, set[str]] = defaultdict(set)
    for row in records(ties):
        for one, other in ((row["left_id"], row["right_id"]), (row["right_id"], row["left_id"])):
            n_of[one] += row["n_rows"]
            near[one].add(other)
    looked_at: set[str] = set()
    kept: set[str] = set()
    for one in sorted(n_of, key=lambda key: (-n_of[key], key)):
        looked_at.add(one)
        if tied := near[one] & looked_at:
            if len(kept | tied | {one}) > most:
                break
            kept |= tied | {one}
    among = ties[ties["left_id"].isin(kept) & ties["right_id"].isin(kept)]
    n_pair = among.groupby(["left_id", "right_id"], sort=False).ngroup()
    return among[n_pair < most * TIES_FOR_A_NAME].head(MOST_TIES).reset_index(drop=True)


def around(ties: pd.DataFrame, name: str) -> pd.DataFrame:
    """The strongest rows of TIES of the entity with a name, MOST_TIES of them; none where no tie has it.

    Of two with one name it is the one that is tied most.
    """
    is_left, is_right = ties["left_name"] == name, ties["right_name"] == name
    ids = pd.concat([ties.loc[is_left, "left_id"], ties.loc[is_right, "right_id"]]).sort_index()
    if ids.empty:
        return ties.head(0)
    own = (ties["left_id"] == ids.iloc[0]) | (ties["right_id"] == ids.iloc[0])
    strongest_own: pd.DataFrame = ties[own].head(MOST_TIES).reset_index(drop=True)
    return strongest_own


def nodes_with_facts(database: Database, selection: Selection, entity_ids: Sequence[str]) -> pd.DataFrame:
    """NODES of these entities with the facts that they have any part in, the most first."""
    condition = of_facts("x", selection)
    counted = f"""
SELECT x.entity_id, count(DISTINCT x.fact_row) AS n_rows FROM fact_entities x
WHERE list_contains($ids::VARCHAR[], x.entity_id) AND {condition.sql} GROUP BY 1"""
    return _nodes(database, counted, condition, entity_ids)


def nodes_with_sentences(database: Database, selection: Selection, entity_ids: Sequence[str]) -> pd.DataFrame:
    """NODES of these entities with the sentences that name them, the most first."""
    condition = of_sentences("n", selection)
    counted = f"""
SELECT n.entity_id, count(*) AS n_rows FROM namings n
WHERE list_contains($ids::VARCHAR[], n.entity_id) AND {condition.sql} GROUP BY 1"""
    return _nodes(database, counted, condition, entity_ids)


def _ties(database: Database, counted: str, condition: Condition) -> pd.DataFrame:
    """The strongest pairs first, then what each is made of: their groups are looked up for few."""
    sql = f"""
WITH counted AS MATERIALIZED ({counted}),
pairs AS (
  SELECT left_id, right_id, sum(n_rows) AS n_of_pair FROM counted GROUP BY ALL
  ORDER BY n_of_pair DESC, left_id, right_id LIMIT $most_pairs)
SELECT left_id, right_id, event_group, l.name AS left_name, r.name AS right_name, n_rows
FROM pairs JOIN counted USING (left_id, right_id)
JOIN entities l ON l.entity_id = left_id JOIN entities r ON r.entity_id = right_id
ORDER BY n_of_pair DESC, left_name, right_name, left_id, right_id, n_rows DESC, event_group"""
    return database.frame(TIES, sql, condition.params | {"most_pairs": MOST_PAIRS})


def _nodes(database: Database, counted: str, condition: Condition, entity_ids: Sequence[str]) -> pd.DataFrame:
    sql = f"""
SELECT entity_id, e.name, e.label, n_rows FROM ({counted}) JOIN entities e USING (entity_id)
ORDER BY n_rows DESC, e.name, entity_id"""
    return database.frame(NODES, sql, condition.params | {"ids": list(entity_ids)})
