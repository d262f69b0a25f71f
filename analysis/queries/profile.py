"""Who or what is this: its names, what it does, what is done to it, what it says, and where one reads of it?"""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.fields.cut import Cut, Cuts
from analysis.fields.period import fits
from analysis.fields.theme import each_theme
from analysis.queries.engine.conditions import facts_where, sentences_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.passing import of_facts
from analysis.queries.engine.selection import Selection
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
        Column("part", "str", "actor, target, recipient, place, source, named; any of them together", nullable=False),
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
FIGURES = Table(
    name="figures",
    row="a value of a field among the facts with the entity",
    columns=(
        Column("field", "str", "theme, publisher, status, month, year, or what of them a fact lacks", nullable=False),
        Column("value", "str", "the value, a month or year as its first day; empty for none", nullable=False),
        N_FACTS,
    ),
    key=("field", "value"),
)
TIMES = Table(
    name="times",
    row="a month or year in which facts begin",
    columns=(Column("bucket", "day", "first day of the month or year", nullable=False), N_FACTS),
    key=("bucket",),
)

VALUE_OF = ("theme", "publisher", "status")
MOST_MONTHS = 36  # with more, years are counted
MOST_YEARS = 60
MOST_VALUES = 12
BUCKETS = ("month", "year")
FREQUENCY = {"month": "MS", "year": "YS"}
EDGE = 0.02  # of the facts, at each end, that the window may leave out


class Window(NamedTuple):
    """The columns over time: `month` or `year`, the first day and the one after the last."""

    bucket: str
    first_day: pd.Timestamp
    end_day: pd.Timestamp


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
    condition = of_facts("x", selection)
    sql = f"""
WITH own AS (
  SELECT x.part, x.fact_row FROM fact_entities x WHERE x.entity_id = $entity_id AND {condition.sql})
SELECT part, count(*) AS n_facts FROM own GROUP BY 1
UNION ALL SELECT 'any', count(DISTINCT fact_row) FROM own HAVING count(*) > 0
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
  SELECT m.entity_id, count(DISTINCT m.sentence_row) AS n_sentences FROM mentions m
  SEMI JOIN (SELECT s.sentence_row FROM sentences s WHERE {condition.sql}) USING (sentence_row)
  WHERE m.entity_id <> $entity_id GROUP BY 1)
SELECT entity_id, e.name, n_sentences FROM counted JOIN entities e USING (entity_id)
ORDER BY n_sentences DESC, e.name, entity_id LIMIT $most"""
    return database.frame(COMPANY, sql, condition.params | {"entity_id": entity_id, "most": most})


def figures(database: Database, selection: Selection, entity_id: str) -> pd.DataFrame:
    """FIGURES of the facts with the entity: one query for all charts of a profile. The commonest value first, times in
    their order."""
    condition = facts_where(selection, of_entity(entity_id))
    sets = "SELECT themes, count(*) AS n FROM own GROUP BY 1"
    buckets = "\nUNION ALL ".join(_bucket(bucket) for bucket in BUCKETS)
    sql = f"""
WITH own AS MATERIALIZED (
  SELECT f.themes, f.status, f.doc_id, f.first_day,
         {fits("month")} AS is_month, {fits("year")} AS is_year
  FROM facts f WHERE {condition.sql}),
counted AS (
  SELECT 'theme' AS field, theme AS value, n_facts FROM ({each_theme(sets)})
  UNION ALL SELECT 'status', status, count(*) FROM own GROUP BY ALL
  UNION ALL SELECT 'publisher', coalesce(d.publisher, ''), count(*)
    FROM own JOIN documents d USING (doc_id) GROUP BY ALL
  UNION ALL SELECT 'undated', '', count(*) FROM own WHERE first_day IS NULL
  UNION ALL {buckets})
SELECT field, value, n_facts FROM counted WHERE n_facts > 0
ORDER BY field, CASE WHEN field IN ('month', 'year') THEN value END, n_facts DESC, value"""
    return database.frame(FIGURES, sql, condition.params)


def _bucket(bucket: str) -> str:
    return f"""SELECT '{bucket}', strftime(date_trunc('{bucket}', first_day), '%Y-%m-%d'), count(*)
  FROM own WHERE is_{bucket} GROUP BY ALL
  UNION ALL SELECT 'longer_than_{bucket}', '', count(*) FROM own WHERE first_day IS NOT NULL AND NOT is_{bucket}"""


def figures_of(found: pd.DataFrame, field: str) -> pd.DataFrame:
    """The first MOST_VALUES of FIGURES of one field."""
    return found[found["field"] == field].head(MOST_VALUES).reset_index(drop=True)


def window(found: pd.DataFrame) -> Window | None:
    """The months or years in which nearly all facts of FIGURES begin; None without a dated fact.

    A far day that few facts have does not squeeze the rest: `outside` counts it.
    """
    months = _times(found, "month")
    if months.empty:
        return None
    share = months["n_facts"].cumsum() / months["n_facts"].sum()
    first, last = months["bucket"][share > EDGE].iloc[0], months["bucket"][share >= 1 - EDGE].iloc[0]
    if (last.year - first.year) * 12 + last.month - first.month < MOST_MONTHS:
        return Window("month", first, last + pd.DateOffset(months=1))
    end = pd.Timestamp(last.year + 1, 1, 1)
    return Window("year", pd.Timestamp(max(first.year, end.year - MOST_YEARS), 1, 1), end)


def times(found: pd.DataFrame, shown: Window) -> pd.DataFrame:
    """TIMES of FIGURES in the window, those without a fact too."""
    every = pd.date_range(shown.first_day, shown.end_day, freq=FREQUENCY[shown.bucket], inclusive="left")
    counts = _times(found, shown.bucket).set_index("bucket")["n_facts"].reindex(every, fill_value=0)
    return TIMES.frame({"bucket": list(every), "n_facts": counts.array})


def outside(found: pd.DataFrame, shown: Window | None) -> list[tuple[Cut, int]]:
    """What the columns over time leave out, with its number: facts without a day, that take long, or are far away."""
    bucket = shown.bucket if shown else "month"
    counted = {field: int(found.loc[found["field"] == field, "n_facts"].sum()) for field in found["field"].unique()}
    left = [(Cut(field), counted.get(field, 0)) for field in ("undated", f"longer_than_{bucket}")]
    if shown:
        every = _times(found, bucket)
        before, after = every["bucket"] < shown.first_day, every["bucket"] >= shown.end_day
        left.append((Cut(f"{bucket}s_before", str(shown.first_day)), int(every.loc[before, "n_facts"].sum())))
        left.append((Cut(f"{bucket}s_from", str(shown.end_day)), int(every.loc[after, "n_facts"].sum())))
    return [(one, n) for one, n in left if n]


def _times(found: pd.DataFrame, bucket: str) -> pd.DataFrame:
    rows = found[found["field"] == bucket]
    return pd.DataFrame({"bucket": pd.to_datetime(rows["value"].astype(str)), "n_facts": rows["n_facts"]})


def n_said(database: Database, selection: Selection, entity_id: str) -> int:
    """How many sentences of the selection hold something that the entity says."""
    condition = sentences_where(selection, (Cut("speaks", entity_id),))
    return database.number(f"SELECT count(*) FROM sentences s WHERE {condition.sql}", condition.params)


def of_entity(entity_id: str) -> Cuts:
    """The cut for facts in which the entity has any part."""
    return (Cut("entity", entity_id),)
