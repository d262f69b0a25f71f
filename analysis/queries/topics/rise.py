"""How does a term rise and fall?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from analysis.fields.cut import Cut, Cuts
from analysis.fields.period import fits
from analysis.queries.engine.conditions import Condition, facts_where, parts_where, sentences_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.topics.columns import N_SENTENCES, TERM
from analysis.schema import Column, Table

MOST_MONTHS = 60  # more of them are years
MOST_CHOICES = 500
# So many facts at either end are left out where they take more than half of the time, if there are enough to say so.
FAR, ENOUGH = 0.025, 40

TERM_CHOICES = Table(
    name="term_choices",
    row="a term of the selection",
    columns=(TERM, N_SENTENCES),
    key=("term",),
)
RISE = Table(
    name="rise",
    row="a term and a month or year; every one between the first and the last is there",
    columns=(
        TERM,
        Column("bucket", "day", "its first day", nullable=False),
        Column("n_rows", "int64", "sentences, or facts, with the term", nullable=False),
        Column("n_all", "int64", "sentences, or facts, of the time", nullable=False),
    ),
    key=("term", "bucket"),
)


class Window(NamedTuple):
    """The time that is shown, half-open, and what it is counted by."""

    bucket: str
    start: pd.Timestamp
    end: pd.Timestamp


def term_choices(database: Database, selection: Selection, most: int = MOST_CHOICES) -> pd.DataFrame:
    """TERM_CHOICES, the commonest of the selection first."""
    condition = parts_where(selection)
    sql = f"""
SELECT term, n AS n_sentences FROM (
  SELECT s.term_number, count(*) AS n FROM sentence_terms s WHERE {condition.sql}
  GROUP BY 1 ORDER BY n DESC, term_number LIMIT $most)
JOIN vocabulary USING (term_number) ORDER BY n DESC, term_number"""
    return database.frame(TERM_CHOICES, sql, condition.params | {"most": most})


def is_term(database: Database, term: str) -> bool:
    """Whether the corpus has this term."""
    return bool(database.number("SELECT count(*) FROM vocabulary WHERE term = $term", {"term": term}))


def window(database: Database, selection: Selection, by: str) -> Window | None:
    """The time that RISE shows, in months where they fit; None where nothing has a day.

    By `published` it is the time of all reports, by `happened` the time of the facts of the selection; without the few
    far days that would squeeze the others.
    """
    condition = facts_where(selection) if by == "happened" else Condition()
    day, table = ("f.first_day", "facts f") if by == "happened" else ("d.published", "documents d")
    edges = ", ".join(f"quantile_disc({day}, {edge})" for edge in (0.0, FAR, 1 - FAR, 1.0))
    sql = f"SELECT count(*), {edges} FROM {table} WHERE {day} IS NOT NULL AND {condition.sql}"
    number, *days = database.rows(sql, condition.params)[0]
    if not number:
        return None
    first, near_first, near_last, last = (pd.Timestamp(value) for value in days)
    if number >= ENOUGH and 2 * (near_last - near_first) < last - first:
        first, last = near_first, near_last
    bucket = "month" if (last - first).days <= MOST_MONTHS * 30 else "year"
    period = "M" if bucket == "month" else "Y"
    return Window(bucket, first.to_period(period).start_time, last.to_period(period).end_time.ceil("D"))


def rise(database: Database, selection: Selection, terms: Sequence[str], by: str, within: Window) -> pd.DataFrame:
    """RISE of these terms, in their order, by time, in the window.

    By `published` it counts sentences by the publication of their report, by `happened` facts by when they begin;
    what has no such day, and facts that take longer than the bucket, are left out.
    """
    rows, params = _rows(selection, by, within.bucket)
    sql = f"""
WITH inside AS MATERIALIZED (SELECT * FROM ({rows}) WHERE bucket >= $start AND bucket < $end),
alls AS (SELECT bucket, count(*) AS n FROM inside GROUP BY 1),
numbers AS (SELECT term_number, term FROM vocabulary WHERE list_contains($terms::VARCHAR[], term)),
own AS (
  SELECT term, bucket, count(*) AS n FROM inside JOIN sentence_terms USING (sentence_id)
  JOIN numbers USING (term_number) GROUP BY ALL),
calendar AS (
  SELECT unnest(generate_series(min(bucket), max(bucket), INTERVAL 1 {within.bucket})) AS bucket FROM alls),
terms AS (SELECT unnest($terms::VARCHAR[]) AS term)
SELECT terms.term, calendar.bucket, coalesce(own.n, 0) AS n_rows, coalesce(alls.n, 0) AS n_all
FROM terms CROSS JOIN calendar
LEFT JOIN own ON own.term = terms.term AND own.bucket = calendar.bucket
LEFT JOIN alls ON alls.bucket = calendar.bucket
ORDER BY list_position($terms::VARCHAR[], terms.term), calendar.bucket"""
    days = {"start": within.start.to_pydatetime(warn=False), "end": within.end.to_pydatetime(warn=False)}
    return database.frame(RISE, sql, params | days | {"terms": list(terms)})


def rise_cuts(term: str, bucket_start: pd.Timestamp, bucket: str, by: str) -> Cuts:
    """The cuts of a mark of RISE."""
    if by == "happened":
        return (Cut("term", term), Cut(bucket, str(bucket_start)))
    return (Cut("term", term), Cut("published", bucket_start.strftime("%Y-%m" if bucket == "month" else "%Y")))


def _rows(selection: Selection, by: str, bucket: str) -> tuple[str, dict[str, object]]:
    """A query for `sentence_id` and `bucket` of each sentence or fact of the selection that has such a day."""
    if by == "happened":
        facts = facts_where(selection)
        begun = f"date_trunc('{bucket}', f.first_day)::TIMESTAMP AS bucket"
        return f"SELECT f.sentence_id, {begun} FROM facts f WHERE {fits(bucket)} AND {facts.sql}", dict(facts.params)
    sentences = sentences_where(selection)
    issued = f"date_trunc('{bucket}', d.published)::TIMESTAMP AS bucket"
    sql = (
        f"SELECT s.sentence_id, {issued} FROM sentences s JOIN documents d USING (doc_id) "
        f"WHERE d.published IS NOT NULL AND {sentences.sql}"
    )
    return sql, dict(sentences.params)
