"""Who or what is this: its names, what it does, what is done to it, what it says, and where one reads of it?"""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.queries.conditions import facts_where, sentences_where
from analysis.queries.database import Database
from analysis.queries.fields import fits
from analysis.queries.passing import passing_fact
from analysis.queries.selection import Cut, Cuts, Selection
from analysis.schema import Column, Table

N_FACTS = Column("n_facts", "int64", "facts", unit="facts", nullable=False)
N_MENTIONS = Column("n_mentions", "int64", "mentions", unit="mentions", nullable=False)

PROFILE = Table(
    name="profile",
    row="one entity",
    columns=(
        Column("entity_id", "str", "id of the entity", nullable=False),
        Column("name", "str", "its name", nullable=False),
        Column("label", "str", "OntoNotes label", nullable=False),
        Column("country", "str", "ISO 3166 code of its country"),
        N_MENTIONS,
        Column("n_documents", "int64", "reports that name it", unit="reports", nullable=False),
        Column("first_day", "day", "when it was first named"),
        Column("end_day", "day", "the day after it was last named"),
    ),
    key=("entity_id",),
)
NAME_FORMS = Table(
    name="name_forms",
    row="a name form of the entity",
    columns=(
        Column("text", "str", "the form as it stands", nullable=False),
        N_MENTIONS,
        Column("rule", "str", "why it belongs to the entity", nullable=False),
        Column("score", "float64", "how sure that is", unit="0 to 1", nullable=False),
    ),
    key=("text",),
)
ROLES = Table(
    name="roles",
    row="a title or office beside the entity's names",
    columns=(Column("role", "str", "the words", nullable=False), N_MENTIONS),
    key=("role",),
)
PARTS = Table(
    name="parts",
    row="a part that the entity has in facts",
    columns=(
        Column("part", "str", "actor, target, place, source, named; any of them together", nullable=False),
        N_FACTS,
    ),
    key=("part",),
)
PARTNERS = Table(
    name="partners",
    row="whom the entity acts on, or who acts on it",
    columns=(
        Column("is_actor", "bool", "whether the entity acts, and the partner is the one it is done to", nullable=False),
        Column("entity_id", "str", "the partner", nullable=False),
        Column("name", "str", "its name", nullable=False),
        N_FACTS,
    ),
    key=("is_actor", "entity_id"),
)
COMPANY = Table(
    name="company",
    row="one that is named in the same sentences",
    columns=(
        Column("entity_id", "str", "id of the other", nullable=False),
        Column("name", "str", "its name", nullable=False),
        Column("n_sentences", "int64", "sentences that name both", unit="sentences", nullable=False),
    ),
    key=("entity_id",),
)
VALUES = Table(
    name="values",
    row="a value of a field",
    columns=(Column("value", "str", "the value; empty for none", nullable=False), N_FACTS),
    key=("value",),
)
SPAN = Table(
    name="span",
    row="from when to when",
    columns=(Column("first_day", "day", "first day"), Column("last_day", "day", "last day")),
    key=("first_day",),
)
TIMES = Table(
    name="times",
    row="a month or year in which facts begin",
    columns=(Column("bucket", "day", "first day of the month or year", nullable=False), N_FACTS),
    key=("bucket",),
)

VALUE_OF = {
    "theme": "coalesce(f.theme, '')",
    "publisher": "coalesce((SELECT d.publisher FROM documents d WHERE d.doc_id = f.doc_id), '')",
    "status": "f.status",
}
MOST_MONTHS = 36  # with more, years are counted
MOST_YEARS = 60
MOST_VALUES = 12
EDGE = 0.02  # of the facts, at each end, that the window may leave out


class Window(NamedTuple):
    """The columns over time: `month` or `year`, the first day and the one after the last."""

    bucket: str
    first_day: pd.Timestamp
    end_day: pd.Timestamp

    def sides(self) -> tuple[tuple[str, pd.Timestamp], ...]:
        """What lies before it and from its end on."""
        return (("before", self.first_day), ("from", self.end_day))


def profile(database: Database, entity_id: str) -> pd.DataFrame:
    """PROFILE of the entity in the whole corpus; no row where there is no such entity."""
    return database.frame(
        PROFILE,
        "SELECT entity_id, name, label, country, n_mentions, n_documents, first_day, end_day FROM entities "
        "WHERE entity_id = $entity_id",
        {"entity_id": entity_id},
    )


def name_forms(database: Database, entity_id: str) -> pd.DataFrame:
    """NAME_FORMS of the entity, the commonest first."""
    return database.frame(
        NAME_FORMS,
        "SELECT text, n_mentions, rule, score FROM aliases WHERE entity_id = $entity_id ORDER BY n_mentions DESC, text",
        {"entity_id": entity_id},
    )


def roles(database: Database, entity_id: str) -> pd.DataFrame:
    """ROLES of the entity, the commonest first."""
    return database.frame(
        ROLES,
        "SELECT role, count(*) AS n_mentions FROM mentions WHERE entity_id = $entity_id AND role IS NOT NULL "
        "GROUP BY 1 ORDER BY n_mentions DESC, role",
        {"entity_id": entity_id},
    )


def parts(database: Database, selection: Selection, entity_id: str) -> pd.DataFrame:
    """PARTS of the entity in the facts of the selection."""
    condition = facts_where(selection)
    sql = f"""
WITH own AS (
  SELECT x.part, x.fact_id FROM fact_entities x WHERE x.entity_id = $entity_id AND {passing_fact("x", condition)})
SELECT part, count(*) AS n_facts FROM own GROUP BY 1
UNION ALL SELECT 'any', count(DISTINCT fact_id) FROM own HAVING count(*) > 0
ORDER BY part"""
    return database.frame(PARTS, sql, condition.params | {"entity_id": entity_id})


def partners(database: Database, selection: Selection, entity_id: str, most: int = 10) -> pd.DataFrame:
    """PARTNERS of the entity, `most` of each kind, the commonest first."""
    condition = facts_where(selection)
    sql = f"""
WITH ties AS (
  SELECT f.actor_entity_id = $entity_id AS is_actor,
         CASE WHEN f.actor_entity_id = $entity_id THEN f.target_entity_id ELSE f.actor_entity_id END AS entity_id
  FROM facts f WHERE f.actor_entity_id <> f.target_entity_id
    AND (f.actor_entity_id = $entity_id OR f.target_entity_id = $entity_id) AND {condition.sql}),
counted AS (SELECT is_actor, entity_id, count(*) AS n_facts FROM ties GROUP BY ALL)
SELECT is_actor, entity_id, e.name, n_facts FROM counted JOIN entities e USING (entity_id)
QUALIFY row_number() OVER (PARTITION BY is_actor ORDER BY n_facts DESC, e.name, entity_id) <= $most
ORDER BY is_actor DESC, n_facts DESC, e.name, entity_id"""
    return database.frame(PARTNERS, sql, condition.params | {"entity_id": entity_id, "most": most})


def named_with(database: Database, selection: Selection, entity_id: str, most: int = 10) -> pd.DataFrame:
    """COMPANY of the entity, the most often first."""
    condition = sentences_where(selection, of_entity(entity_id))
    sql = f"""
WITH counted AS (
  SELECT m.entity_id, count(DISTINCT m.sentence_id) AS n_sentences FROM mentions m
  SEMI JOIN (SELECT s.sentence_id FROM sentences s WHERE {condition.sql}) USING (sentence_id)
  WHERE m.entity_id <> $entity_id GROUP BY 1)
SELECT entity_id, e.name, n_sentences FROM counted JOIN entities e USING (entity_id)
ORDER BY n_sentences DESC, e.name, entity_id LIMIT $most"""
    return database.frame(COMPANY, sql, condition.params | {"entity_id": entity_id, "most": most})


def facts_by(database: Database, selection: Selection, entity_id: str, field: str) -> pd.DataFrame:
    """VALUES of one of VALUE_OF among the facts with the entity, the commonest first."""
    condition = facts_where(selection, of_entity(entity_id))
    sql = f"""
SELECT {VALUE_OF[field]} AS value, count(*) AS n_facts FROM facts f WHERE {condition.sql}
GROUP BY 1 ORDER BY n_facts DESC, value LIMIT {MOST_VALUES}"""
    return database.frame(VALUES, sql, condition.params)


def window(database: Database, selection: Selection, entity_id: str) -> Window | None:
    """The months or years in which nearly all facts with the entity begin; None without a dated fact.

    A far day that few facts have does not squeeze the rest: `n_outside` counts it.
    """
    condition = facts_where(selection, of_entity(entity_id))
    sql = f"""
SELECT quantile_disc(f.first_day, {EDGE}) AS first_day, quantile_disc(f.first_day, {1 - EDGE}) AS last_day
FROM facts f WHERE {condition.sql} AND {fits("month")}"""
    row = database.frame(SPAN, sql, condition.params).iloc[0]
    if pd.isna(row["first_day"]):
        return None
    first, last = row["first_day"], row["last_day"]
    n_months = (last.year - first.year) * 12 + last.month - first.month + 1
    if n_months <= MOST_MONTHS:
        return Window("month", first.replace(day=1), last.replace(day=1) + pd.DateOffset(months=1))
    end = pd.Timestamp(last.year + 1, 1, 1)
    return Window("year", pd.Timestamp(max(first.year, end.year - MOST_YEARS), 1, 1), end)


def facts_per(database: Database, selection: Selection, entity_id: str, shown: Window) -> pd.DataFrame:
    """TIMES of the facts with the entity in the window, those without a fact too."""
    condition = facts_where(selection, of_entity(entity_id))
    sql = f"""
WITH counted AS (
  SELECT date_trunc('{shown.bucket}', f.first_day)::TIMESTAMP AS bucket, count(*) AS n_facts FROM facts f
  WHERE {condition.sql} AND {fits(shown.bucket)} GROUP BY 1),
every AS (SELECT unnest(range($first::TIMESTAMP, $end::TIMESTAMP, INTERVAL 1 {shown.bucket})) AS bucket)
SELECT bucket, coalesce(n_facts, 0) AS n_facts FROM every LEFT JOIN counted USING (bucket) ORDER BY bucket"""
    return database.frame(TIMES, sql, condition.params | {"first": shown.first_day, "end": shown.end_day})


def outside(shown: Window | None) -> tuple[Cut, ...]:
    """What `facts_per` leaves out: facts without a day, that take long, or are far away in time."""
    if shown is None:
        return (Cut("undated"), Cut("longer_than_month"))
    before, after = (Cut(f"{shown.bucket}s_{side}", str(day)) for side, day in shown.sides())
    return (Cut("undated"), Cut(f"longer_than_{shown.bucket}"), before, after)


def n_facts_with(database: Database, selection: Selection, entity_id: str, cut: Cut) -> int:
    """How many facts with the entity a further cut lets through."""
    condition = facts_where(selection, (*of_entity(entity_id), cut))
    return database.number(f"SELECT count(*) FROM facts f WHERE {condition.sql}", condition.params)


def n_said(database: Database, selection: Selection, entity_id: str) -> int:
    """How many sentences of the selection hold something that the entity says."""
    condition = sentences_where(selection, (Cut("speaks", entity_id),))
    return database.number(f"SELECT count(*) FROM sentences s WHERE {condition.sql}", condition.params)


def of_entity(entity_id: str) -> Cuts:
    """The cut for facts in which the entity has any part."""
    return (Cut("entity", entity_id),)
