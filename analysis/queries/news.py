"""What is new, what is told most, and where do reports differ?

Which facts are of the same event, as far as their words go, and which is the first to tell it, was worked out when the
snapshot was made: `analysis.derived`.
"""

from __future__ import annotations

import pandas as pd

from analysis.queries.engine.conditions import facts_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.schema import Column, Table

NEWEST = Table(
    name="newest",
    row="a report with facts, the newest first",
    columns=(
        Column("doc_id", "str", "id of the report", nullable=False),
        Column("title", "str", "headline of the report, or the name of its file", nullable=False),
        Column("publisher", "str", "who published the report"),
        Column("published", "day", "when it was published"),
        Column("published_from", "str", "where the day of publication comes from", nullable=False),
        Column("n_facts", "int64", "its facts in the selection", unit="facts", nullable=False),
    ),
    key=("doc_id",),
)
FIRST_TOLD = Table(
    name="first_told",
    row="a fact that no report tells before",
    columns=(
        Column("doc_id", "str", "the report that tells it", nullable=False),
        Column("fact_id", "str", "id of the fact", nullable=False),
    ),
    key=("fact_id",),
)
MOST_TOLD = Table(
    name="most_told",
    row="an event, as far as its words and days go",
    columns=(
        Column("episode", "str", "who acts, the family of the act, on what, and which time", nullable=False),
        Column("fact_id", "str", "the fact of most worth that tells it", nullable=False),
        Column("claim", "str", "its sentence, else its words", nullable=False),
        Column("n_facts", "int64", "claims that tell it; with details, all their facts", unit="facts", nullable=False),
        Column("n_reports", "int64", "reports with such a claim", unit="reports", nullable=False),
        Column("n_publishers", "int64", "publishers of these that are stated", nullable=False),
    ),
    key=("episode",),
)
DISPUTED = Table(
    name="disputed",
    row="two facts of the same event of which one is said to have happened, the other not, or not surely",
    columns=(
        Column("done_id", "str", "the fact that is said to have happened", nullable=False),
        Column("other_id", "str", "the fact that is denied, negated or only possible", nullable=False),
        Column("other_status", "str", "its status", allowed=("denied", "negated", "possible"), nullable=False),
    ),
    key=("done_id", "other_id"),
)

# Of an actor that does the same to the same target all the time, the newest facts are compared.
MOST_COMPARED = 12
LONG_AGO = 365


def newest(database: Database, selection: Selection, page: tuple[int, int] = (0, 4)) -> pd.DataFrame:
    """NEWEST with a known day of publication; `page` is the first row and how many."""
    condition = facts_where(selection)
    sql = f"""
WITH counted AS (
  SELECT f.doc_row, f.told_on, count(*) AS n_facts FROM facts f
  WHERE f.told_on IS NOT NULL AND {condition.sql} GROUP BY ALL)
SELECT d.doc_id, coalesce(d.title, d.source_id) AS title, d.publisher, d.published, d.published_from, n_facts
FROM counted JOIN documents d USING (doc_row) ORDER BY told_on DESC, d.doc_id LIMIT $limit OFFSET $offset"""
    return database.frame(NEWEST, sql, condition.params | {"offset": page[0], "limit": page[1]})


def n_reports_with_day(database: Database, selection: Selection) -> int:
    """How many rows NEWEST has on all pages."""
    condition = facts_where(selection)
    sql = f"SELECT count(DISTINCT f.doc_row) FROM facts f WHERE f.told_on IS NOT NULL AND {condition.sql}"
    return database.number(sql, condition.params)


def first_told(database: Database, selection: Selection, doc_ids: tuple[str, ...], most: int = 2) -> pd.DataFrame:
    """FIRST_TOLD of these reports, `most` of each, those of most worth first.

    A fact is told before when a report of an earlier day, selected or not, has one of the same event. What was over
    LONG_AGO days before its report is not new either.
    """
    condition = facts_where(selection)
    condition.add(
        "f.doc_row IN (SELECT doc_row FROM documents WHERE list_contains($docs::VARCHAR[], doc_id))", docs=list(doc_ids)
    )
    best = "f.worth DESC, f.start_char, f.fact_id"
    sql = f"""
SELECT f.doc_id, f.fact_id FROM facts f
WHERE f.is_first AND NOT coalesce(f.end_day < f.told_on - INTERVAL {LONG_AGO} DAY, false) AND {condition.sql}
QUALIFY row_number() OVER (PARTITION BY f.doc_id ORDER BY {best}) <= $most ORDER BY f.doc_id, {best}"""
    return database.frame(FIRST_TOLD, sql, condition.params | {"most": most})


def most_told(database: Database, selection: Selection, most: int = 8) -> pd.DataFrame:
    """MOST_TOLD, what most reports tell first, of equals what is worth most, `most` at most.

    A claim tells the events of all facts that belong to it: `the reopening stands for a fresh commitment`. A copy of
    another report tells nothing again. Where several reports tell an event, those of one are left out.
    """
    condition = facts_where(selection)
    sql = f"""
WITH telling AS MATERIALIZED (
  SELECT m.event_number, m.claim_of, max((m.is_claim, m.status = 'done', m.worth, -m.fact_row)) AS best
  FROM facts m WHERE m.event_number IS NOT NULL AND m.claim_of IS NOT NULL GROUP BY ALL),
     counted AS (
  SELECT t.event_number, f.doc_row, f.told_by, count(*) AS n_facts, max(t.best) AS best
  FROM facts f JOIN telling t USING (claim_of) WHERE {condition.sql} GROUP BY ALL),
     largest AS (
  SELECT c.event_number, sum(n_facts)::BIGINT AS n_facts,
         count(DISTINCT d.text_id) AS n_texts, count(*) AS n_reports, count(DISTINCT told_by) AS n_publishers,
         max(best) AS best
  FROM counted c JOIN documents d USING (doc_row) GROUP BY ALL
  ORDER BY n_texts DESC, n_reports DESC, n_facts DESC, best DESC LIMIT $most)
SELECT f.episode, f.fact_id, coalesce(f.claim, concat_ws(' ', f.actor, f.action, f.target)) AS claim,
       l.n_facts, l.n_reports, l.n_publishers
FROM largest l JOIN facts f ON f.fact_row = -l.best[4]
QUALIFY n_texts > 1 OR max(n_texts) OVER () = 1
ORDER BY l.n_texts DESC, l.n_reports DESC, l.n_facts DESC, l.best DESC"""
    return database.frame(MOST_TOLD, sql, condition.params | {"most": most})


def disputed(database: Database, selection: Selection, page: tuple[int, int] = (0, 2)) -> tuple[pd.DataFrame, int]:
    """DISPUTED, one pair of each event, and how many there are on all pages: denied before negated before possible,
    different publishers before the same, newest first.

    Both facts are of different reports, or said by different sources, and their times, where both are known, touch.
    """
    condition = facts_where(selection)
    sql = f"""
SELECT done_id, other_id, other_status FROM ({_pairs(condition.sql)})
ORDER BY other_status, is_same_publisher, newest DESC NULLS LAST, done_id, other_id"""
    found = database.rows(sql, condition.params)
    names = [column.name for column in DISPUTED.columns]
    rows = [dict(zip(names, row, strict=True)) for row in found[page[0] : page[0] + page[1]]]
    return DISPUTED.from_rows(rows), len(found)


def _pairs(where: str) -> str:
    """The best pair of each event."""
    sides = f"""
  SELECT f.fact_id, f.doc_row, f.status, f.first_day, f.end_day, f.attribution_id, f.event, f.told_on, f.told_by
  FROM facts f WHERE f.is_contrasted AND {where}"""
    few = f"""
  QUALIFY row_number() OVER (PARTITION BY event ORDER BY status, told_on DESC NULLS LAST, fact_id) <= {MOST_COMPARED}"""
    return f"""
WITH every_other AS MATERIALIZED ({sides} AND f.status IN ('denied', 'negated', 'possible')),
     done AS (SELECT x.* FROM ({sides} AND f.status = 'done') x SEMI JOIN every_other USING (event) {few}),
     other AS (SELECT x.* FROM every_other x SEMI JOIN done USING (event) {few})
SELECT done.fact_id AS done_id, other.fact_id AS other_id, other.status AS other_status,
       done.told_by IS NOT DISTINCT FROM other.told_by AS is_same_publisher,
       greatest(done.told_on, other.told_on) AS newest
FROM done JOIN other USING (event)
LEFT JOIN attributions a ON a.attribution_id = done.attribution_id
LEFT JOIN attributions b ON b.attribution_id = other.attribution_id
WHERE (done.doc_row <> other.doc_row OR a.source_entity_id IS DISTINCT FROM b.source_entity_id)
  AND coalesce(done.first_day < other.end_day AND other.first_day < done.end_day, true)
QUALIFY row_number() OVER (
  PARTITION BY event
  ORDER BY other_status, is_same_publisher, done.doc_row = other.doc_row, newest DESC NULLS LAST, done_id, other_id
) = 1"""
