"""What is new, and what is told most?

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
    row="a report that tells something new, the newest first",
    columns=(
        Column("doc_id", "str", "id of the report", nullable=False),
        Column("title", "str", "headline of the report, or the name of its file", nullable=False),
        Column("publisher", "str", "who published the report"),
        Column("published", "day", "when it was published"),
        Column("published_from", "str", "where the day of publication comes from", nullable=False),
        Column("n_facts", "int64", "its facts in the selection", unit="facts", nullable=False),
        Column("n_all", "int64", "rows on all pages", unit="reports", nullable=False),
    ),
    key=("doc_id",),
)
FIRST_TOLD = Table(
    name="first_told",
    row="a main fact of a report that no report tells before",
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
        Column(
            "n_independent",
            "int64",
            "publishers of these with a text of their own; a text without one counts for itself",
            nullable=False,
        ),
    ),
    key=("episode",),
)
REPORTS_A_PAGE = 3
# How good a claim is to stand for an event: it tells it itself, it says that it is done, its worth, its place.
BEST = "t.is_itself::INT * 4 + (f.status = 'done')::INT * 2 + f.worth - 1e-12 * f.fact_row"
# No report of an earlier day, selected or not, has a fact of the same event: `analysis.derived`.
IS_NEW = "f.is_new"


def newest(database: Database, selection: Selection, page: tuple[int, int] = (0, REPORTS_A_PAGE)) -> pd.DataFrame:
    """NEWEST with a known day of publication; `page` is the first row and how many."""
    condition = facts_where(selection)
    sql = f"""
WITH counted AS (
  SELECT f.doc_row, f.told_on, count(*) AS n_facts FROM facts f
  WHERE f.told_on IS NOT NULL AND {condition.sql} GROUP BY ALL HAVING bool_or({IS_NEW}))
SELECT d.doc_id, coalesce(d.title, d.source_id) AS title, d.publisher, d.published, d.published_from, n_facts,
       count(*) OVER () AS n_all
FROM counted JOIN documents d USING (doc_row) ORDER BY told_on DESC, d.doc_id LIMIT $limit OFFSET $offset"""
    return database.frame(NEWEST, sql, condition.params | {"offset": page[0], "limit": page[1]})


def n_reports_with_news(database: Database, selection: Selection) -> int:
    """How many rows NEWEST has on all pages; the first page, which is nearly always asked for, says it as well."""
    first = newest(database, selection)
    return int(first["n_all"].iloc[0]) if len(first) else 0


def first_told(database: Database, selection: Selection, doc_ids: tuple[str, ...], most: int = 2) -> pd.DataFrame:
    """FIRST_TOLD of these reports, `most` of each: the main event of the report, then those of most worth."""
    condition = facts_where(selection)
    condition.add(IS_NEW)
    condition.add(
        "f.doc_row IN (SELECT doc_row FROM documents WHERE list_contains($docs::VARCHAR[], doc_id))", docs=list(doc_ids)
    )
    best = "f.is_main DESC, f.worth DESC, f.start_char, f.fact_id"
    sql = f"""
SELECT f.doc_id, f.fact_id FROM facts f WHERE {condition.sql}
QUALIFY row_number() OVER (PARTITION BY f.doc_id ORDER BY {best}) <= $most ORDER BY f.doc_id, {best}"""
    return database.frame(FIRST_TOLD, sql, condition.params | {"most": most})


def most_told(database: Database, selection: Selection, most: int = 5) -> pd.DataFrame:
    """MOST_TOLD, what most reports tell first, of equals what is worth most, `most` at most.

    A claim tells the events of all facts that belong to it: `the reopening stands for a fresh commitment`. A copy of
    another report tells nothing again. Where several reports tell an event, those of one are left out.
    """
    of_several = _told_by(database, selection, most, n_texts=2)
    return of_several if len(of_several) else _told_by(database, selection, most, n_texts=1)


def _told_by(database: Database, selection: Selection, most: int, n_texts: int) -> pd.DataFrame:
    """MOST_TOLD of the events that so many texts tell, or more."""
    condition = facts_where(selection)
    if n_texts > 1:
        condition.add("t.is_shared")
    sql = f"""
WITH counted AS MATERIALIZED (
  SELECT t.event_number, f.doc_row, count(*) AS n_facts, min(t.told_row) AS told_row, max({BEST}) AS best,
         arg_max(f.fact_row, {BEST}) AS best_row
  FROM facts f JOIN tellings t USING (claim_row) WHERE {condition.sql} GROUP BY ALL),
     events AS MATERIALIZED (
  SELECT event_number, sum(n_facts)::BIGINT AS n_facts, count(*) AS n_reports, min(told_row) AS told_row,
         max(best) AS best, arg_max(best_row, best) AS best_row
  FROM counted GROUP BY 1),
     texts AS MATERIALIZED (
  SELECT c.event_number, count(DISTINCT d.text_id) AS n_texts,
         count(DISTINCT d.independent) AS n_independent
  FROM counted c JOIN documents d USING (doc_row)
  WHERE c.event_number IN (SELECT event_number FROM events WHERE n_reports > 1) GROUP BY 1),
     largest AS (
  SELECT e.*, coalesce(texts.n_texts, 1) AS n_texts, coalesce(texts.n_independent, 1) AS n_independent
  FROM events e LEFT JOIN texts USING (event_number)
  ORDER BY n_texts DESC, n_reports DESC, best DESC LIMIT $most)
SELECT t.episode, f.fact_id, coalesce(f.claim, concat_ws(' ', f.actor, f.action, f.target)) AS claim,
       l.n_facts, l.n_reports, l.n_independent
FROM largest l JOIN facts f ON f.fact_row = l.best_row JOIN facts t ON t.fact_row = l.told_row
WHERE l.n_texts >= $n_texts ORDER BY l.n_texts DESC, l.n_reports DESC, l.best DESC"""
    return database.frame(MOST_TOLD, sql, condition.params | {"most": most, "n_texts": n_texts})
