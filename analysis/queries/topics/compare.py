"""How do two selections differ in their words?

The log-odds ratio with an informative Dirichlet prior of Monroe, Colaresi and Quinn (2008, "Fightin' Words"), a term
counted once a sentence. The prior is the corpus, with as many words as the smaller side has: then a term that one side
lacks is no surprise where the corpus hardly has it either.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pandas as pd

from analysis.fields.cut import Cut
from analysis.queries.engine.conditions import Condition, parts_where, sentences_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.topics.columns import TERM
from analysis.schema import Column, Table

# By chance alone one term in twenty is so far from zero.
ENOUGH_Z = 1.96
ENOUGH_SENTENCES = 5
MOST_GROUPS = 50  # a complement of more conditions than this is not worth its time

DIFFERENCES = Table(
    name="differences",
    row="a term that the two sides use differently",
    columns=(
        TERM,
        Column("n_left", "int64", "sentences of the left side with it", unit="sentences", nullable=False),
        Column("n_right", "int64", "sentences of the right side with it", unit="sentences", nullable=False),
        Column("share_left", "float64", "sentences with it, of all of the left side", nullable=False),
        Column("share_right", "float64", "sentences with it, of all of the right side", nullable=False),
        Column("z", "float64", "z-score of the log-odds ratio; above zero more on the left", nullable=False),
        Column("is_enough", "bool", "whether there is enough evidence for a difference", nullable=False),
    ),
    key=("term",),
)
SIDES = Table(
    name="two_sides",
    row="how large the two sides are",
    columns=(
        Column("n_left", "int64", "sentences of the left side", unit="sentences", nullable=False),
        Column("n_right", "int64", "sentences of the right side", unit="sentences", nullable=False),
        Column("n_both", "int64", "sentences on both sides", unit="sentences", nullable=False),
        Column("reports_left", "int64", "reports with a sentence of the left side", unit="reports", nullable=False),
        Column("reports_right", "int64", "reports with a sentence of the right side", unit="reports", nullable=False),
    ),
    key=("n_left",),
)


def everything_else(selection: Selection) -> Selection | None:
    """What the selection leaves out, without what it hides; None where that is nothing, or too long to say.

    >>> everything_else(Selection.of(theme="aid", status="done")).hide
    ((Cut(field='status', value='done'), Cut(field='theme', value='aid')),)
    >>> everything_else(Selection()) is None
    True
    """
    if not selection.only:
        return replace(selection, only=selection.hide[0], hide=()) if len(selection.hide) == 1 else None
    fields = [[Cut(field, value) for value in values] for field, values in selection.groups()]
    groups = tuple(product(*fields))
    return replace(selection, only=(), hide=(*groups, *selection.hide)) if len(groups) <= MOST_GROUPS else None


def two_sides(database: Database, left: Selection, right: Selection) -> pd.DataFrame:
    """SIDES: one row."""
    one, other = sentences_where(left), renamed(sentences_where(right))
    sql = f"""
WITH marked AS (
  SELECT s.doc_id, coalesce({one.sql}, false) AS is_left, coalesce({other.sql}, false) AS is_right FROM sentences s)
SELECT count(*) FILTER (is_left) AS n_left, count(*) FILTER (is_right) AS n_right,
       count(*) FILTER (is_left AND is_right) AS n_both,
       count(DISTINCT doc_id) FILTER (is_left) AS reports_left,
       count(DISTINCT doc_id) FILTER (is_right) AS reports_right
FROM marked WHERE is_left OR is_right"""
    return database.frame(SIDES, sql, one.params | other.params)


def differences(
    database: Database, left: Selection, right: Selection, sizes: tuple[int, int], most: int = 12
) -> pd.DataFrame:
    """DIFFERENCES of two sides of so many sentences: the `most` terms that stand out on the left, then on the right.

    Of each side the strongest first, those with enough evidence before the others. Nothing when a side has no term.
    """
    one, other = parts_where(left), renamed(parts_where(right))
    sql = f"""
WITH l AS (SELECT s.term_number, count(*) AS n FROM sentence_terms s WHERE {one.sql} GROUP BY 1),
r AS (SELECT s.term_number, count(*) AS n FROM sentence_terms s WHERE {other.sql} GROUP BY 1),
sizes AS (
  SELECT (SELECT sum(n) FROM l) AS nl, (SELECT sum(n) FROM r) AS nr,
         (SELECT sum(n_sentences) FROM vocabulary) AS nv),
counted AS (
  SELECT v.term_number, v.term, coalesce(l.n, 0) AS a, coalesce(r.n, 0) AS b, nl, nr, prior,
         prior * v.n_sentences / nv AS w
  FROM (SELECT *, least(nl, nr) AS prior FROM sizes) s
  CROSS JOIN vocabulary v LEFT JOIN l USING (term_number) LEFT JOIN r USING (term_number)
  WHERE nl > 0 AND nr > 0 AND (l.n > 0 OR r.n > 0)),
scored AS (
  SELECT *, (ln((a + w) / (nl + prior - a - w)) - ln((b + w) / (nr + prior - b - w)))
            / sqrt(1 / (a + w) + 1 / (b + w)) AS z
  FROM counted WHERE a + w < nl + prior AND b + w < nr + prior),
ranked AS (
  SELECT *, z > 0 AS is_left,
         abs(z) >= {ENOUGH_Z} AND a + b >= {ENOUGH_SENTENCES} AS is_enough FROM scored WHERE round(z, 9) <> 0)
SELECT term, a AS n_left, b AS n_right, a / $sl AS share_left, b / $sr AS share_right, z, is_enough
FROM ranked
QUALIFY row_number() OVER (PARTITION BY is_left ORDER BY is_enough DESC, round(abs(z), 9) DESC, term) <= $most
ORDER BY is_left DESC, is_enough DESC, round(abs(z), 9) DESC, term"""
    params = one.params | other.params | {"most": most, "sl": max(sizes[0], 1), "sr": max(sizes[1], 1)}
    return database.frame(DIFFERENCES, sql, params)


def renamed(condition: Condition) -> Condition:
    """The condition with other names for its parameters, so that two conditions can stand in one query."""
    sql, params = condition.sql, {}
    for name in sorted(condition.params, key=len, reverse=True):
        sql = sql.replace(f"${name}", f"$right_{name}")
        params[f"right_{name}"] = condition.params[name]
    renamed = Condition()
    renamed.add(sql, **params)
    return renamed
