"""Which words mark out each theme?"""

from __future__ import annotations

import pandas as pd

from analysis.queries.engine.conditions import parts_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.topics.columns import N_REPORTS, N_SENTENCES, TERM, THEME
from analysis.schema import Column, Table

# LDAvis (Sievert and Shirley 2014) found that people name topics best at 0.6.
LAMBDA = 0.6
# A term of one sentence is as rare as can be, so it would stand out from all others: the more sentences a theme has,
# the more a term must stand in, up to MOST_NEEDED.
SENTENCES_A_STEP = 50
MOST_NEEDED = 5

THEME_SIZES = Table(
    name="theme_sizes",
    row="a theme",
    columns=(THEME, N_SENTENCES, N_REPORTS),
    key=("theme",),
)
THEME_TERMS = Table(
    name="theme_terms",
    row="a term of a theme",
    columns=(
        THEME,
        TERM,
        N_SENTENCES,
        Column("n_elsewhere", "int64", "sentences with it under each of the other themes, added up", nullable=False),
        Column("lift", "float64", "its share of the theme's words over its share of all words", nullable=False),
        Column("relevance", "float64", "relevance of LDAvis in the selection", nullable=False),
    ),
    key=("theme", "term"),
)


def theme_sizes(database: Database, selection: Selection) -> pd.DataFrame:
    """THEME_SIZES, the largest first; sentences without a theme are not in it."""
    condition = parts_where(selection)
    sql = f"""
SELECT s.theme, count(*) AS n_sentences, count(DISTINCT s.doc_id) AS n_reports
FROM themes s WHERE {condition.sql} GROUP BY 1 ORDER BY n_sentences DESC, theme"""
    return database.frame(THEME_SIZES, sql, condition.params)


def n_themed(database: Database, selection: Selection) -> int:
    """How many reports have a sentence of the selection with a theme."""
    condition = parts_where(selection)
    return database.number(f"SELECT count(DISTINCT s.doc_id) FROM themes s WHERE {condition.sql}", condition.params)


def theme_terms(database: Database, selection: Selection, weight: float = LAMBDA, most: int = 8) -> pd.DataFrame:
    """THEME_TERMS of the selection, by theme, the `most` most relevant of each.

    Relevance is weight x log(share of the theme's words) + (1 - weight) x log(lift), all counted in the sentences of
    the selection that have a theme, a term once a sentence: 1 ranks by how frequent a term is, 0 by how distinctive. A
    sentence of two themes counts in both.
    """
    condition = parts_where(selection)
    sql = f"""
WITH themed AS (SELECT s.sentence_row, s.theme FROM themes s WHERE {condition.sql}),
needed AS (SELECT theme, least({MOST_NEEDED}, 1 + count(*) // {SENTENCES_A_STEP}) AS fewest FROM themed GROUP BY 1),
counted AS (
  SELECT theme, term_number, count(*) AS n FROM sentence_terms JOIN themed USING (sentence_row) GROUP BY ALL),
sized AS (
  SELECT theme, term_number, n, sum(n) OVER (PARTITION BY theme) AS of_theme,
         sum(n) OVER (PARTITION BY term_number) AS of_term, sum(n) OVER () AS of_all FROM counted),
ranked AS (
  SELECT theme, term_number, n, of_term, (n / of_theme) / (of_term / of_all) AS lift,
         $weight * ln(n / of_theme) + (1 - $weight) * ln((n / of_theme) / (of_term / of_all)) AS relevance
  FROM sized JOIN needed USING (theme) WHERE n >= fewest
  QUALIFY row_number() OVER (PARTITION BY theme ORDER BY round(relevance, 9) DESC, n DESC, term_number) <= $most)
SELECT theme, term, n AS n_sentences, (of_term - n)::BIGINT AS n_elsewhere, lift, relevance
FROM ranked JOIN vocabulary USING (term_number) ORDER BY theme, round(relevance, 9) DESC, n DESC, term_number"""
    return database.frame(THEME_TERMS, sql, condition.params | {"weight": weight, "most": most})
