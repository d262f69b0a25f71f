"""Where do themes stand: in which publications, with which people, in which months?"""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.queries.engine.conditions import parts_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.topics.columns import N_SENTENCES, THEME
from analysis.schema import Column, Table

# More columns are too narrow to read; months beyond that become years.
MOST_COLUMNS = {"publisher": 12, "person": 12, "published": 24}

MATRIX = Table(
    name="theme_matrix",
    row="a theme and a publisher, person or time, with at least one sentence",
    columns=(
        THEME,
        Column("value", "str", "publisher, id of the person, or month or year of publication", nullable=False),
        Column("name", "str", "what it is called", nullable=False),
        N_SENTENCES,
        Column("n_of_value", "int64", "sentences with a theme and the publisher, person or time", nullable=False),
        Column("place", "int64", "its place among the columns, from 1", nullable=False),
        Column("n_values", "int64", "publishers, people or times that there are", nullable=False),
    ),
    key=("theme", "value"),
)


class Side(NamedTuple):
    """What the columns of a matrix are: SQL for their value and name, the tables that these need, their order."""

    value: str
    name: str
    tables: str
    order: str


MONTH = "coalesce(strftime(d.published, '%Y-%m'), '')"
DOCUMENTS = "JOIN documents d USING (doc_id)"
PEOPLE = (
    "JOIN (SELECT DISTINCT m.sentence_id, m.entity_id FROM mentions m "
    "JOIN entities e USING (entity_id) WHERE e.label = 'PERSON') p USING (sentence_id)"
)
YEARS = (
    f"CASE WHEN (SELECT count(DISTINCT value) FROM single) > {MOST_COLUMNS['published']} THEN value[:4] ELSE value END"
)
SIDES = {
    "publisher": Side("coalesce(d.publisher, '')", "value", DOCUMENTS, "n DESC, value"),
    "person": Side("p.entity_id", "(SELECT e.name FROM entities e WHERE e.entity_id = value)", PEOPLE, "n DESC, value"),
    "published": Side(MONTH, "value", DOCUMENTS, "value = '', value DESC"),
}


def theme_matrix(database: Database, selection: Selection, by: str) -> pd.DataFrame:
    """MATRIX of the themes by one of MOST_COLUMNS: publishers and people with most sentences, or the latest times.

    Times are months, or years where there are more months than columns; the earliest is first.
    """
    side, condition = SIDES[by], parts_where(selection)
    value = YEARS if by == "published" else "value"
    sql = f"""
WITH single AS (
  SELECT s.theme, {side.value} AS value, count(*) AS n, count(DISTINCT s.sentence_row) AS n_once
  FROM themes s {side.tables} WHERE {condition.sql} GROUP BY GROUPING SETS ((s.theme, {side.value}), ({side.value}))),
counted AS (SELECT theme, {value} AS value, sum(n)::BIGINT AS n_sentences
  FROM single WHERE theme IS NOT NULL GROUP BY ALL),
sums AS (SELECT {value} AS value, sum(n_once)::BIGINT AS n, count(*) OVER () AS n_values
  FROM single WHERE theme IS NULL GROUP BY 1),
shown AS (SELECT *, row_number() OVER (ORDER BY {side.order}) AS place FROM sums QUALIFY place <= $most)
SELECT theme, value, {side.name} AS name, n_sentences, n AS n_of_value, place, n_values
FROM counted JOIN shown USING (value) ORDER BY place, theme"""
    frame = database.frame(MATRIX, sql, condition.params | {"most": MOST_COLUMNS[by]})
    return _earliest_first(frame) if by == "published" else frame


def _earliest_first(frame: pd.DataFrame) -> pd.DataFrame:
    """The same with the places of times turned round; a time that is not known stays last."""
    known = frame[frame["value"] != ""]["place"]
    last = int(known.max()) if len(known) else 0
    turned = frame["place"].where(frame["value"] == "", last + 1 - frame["place"])
    ordered = frame.assign(place=turned.astype("int64")).sort_values(["place", "theme"], kind="stable")
    return ordered.reset_index(drop=True)
