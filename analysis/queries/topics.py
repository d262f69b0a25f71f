"""Which words mark out each theme?"""

from __future__ import annotations

import pandas as pd

from analysis.queries.conditions import sentences_where
from analysis.queries.database import Database
from analysis.queries.selection import Selection
from analysis.schema import Column, Table

N_SENTENCES = Column("n_sentences", "int64", "sentences with it", unit="sentences", nullable=False)
N_REPORTS = Column("n_reports", "int64", "reports with it", unit="reports", nullable=False)

THEME_SIZES = Table(
    name="theme_sizes",
    row="a theme",
    columns=(Column("theme", "str", "name of the theme", nullable=False), N_SENTENCES, N_REPORTS),
    key=("theme",),
)
THEME_TERMS = Table(
    name="theme_terms",
    row="a term of a theme",
    columns=(
        Column("theme", "str", "name of the theme", nullable=False),
        Column("term", "str", "word or phrase", nullable=False),
        N_SENTENCES,
        N_REPORTS,
        Column("tfidf", "float64", "class-based TF-IDF in the whole corpus", nullable=False),
        Column("relevance", "float64", "relevance of LDAvis in the whole corpus", nullable=False),
    ),
    key=("theme", "term"),
)

RANKS = {"distinctive": "tfidf DESC, n_sentences DESC", "frequent": "n_sentences DESC, tfidf DESC"}


def theme_sizes(database: Database, selection: Selection) -> pd.DataFrame:
    """THEME_SIZES, the largest first; sentences without a theme are not in it."""
    condition = sentences_where(selection)
    sql = f"""
SELECT h.theme, count(*) AS n_sentences, count(DISTINCT s.doc_id) AS n_reports
FROM themes h JOIN sentences s USING (sentence_id) WHERE {condition.sql}
GROUP BY 1 ORDER BY n_sentences DESC, theme"""
    return database.frame(THEME_SIZES, sql, condition.params)


def theme_terms(
    database: Database, selection: Selection, themes: tuple[str, ...], rank: str = "distinctive", most: int = 8
) -> pd.DataFrame:
    """THEME_TERMS of these themes that stand in the selection, by theme, the best `most` of each by `rank` of RANKS.

    How distinctive a term is follows from the whole corpus, how often it stands from the selection.
    """
    condition = sentences_where(selection)
    sql = f"""
WITH hits AS (
  SELECT h.theme, o.term, count(DISTINCT o.sentence_id) AS n_sentences, count(DISTINCT o.doc_id) AS n_reports
  FROM term_occurrences o JOIN themes h USING (sentence_id) JOIN sentences s USING (sentence_id)
  WHERE list_contains($shown::VARCHAR[], h.theme) AND {condition.sql} GROUP BY ALL)
SELECT theme, term, n_sentences, n_reports, tfidf, relevance FROM hits JOIN terms USING (theme, term)
QUALIFY row_number() OVER (PARTITION BY theme ORDER BY {RANKS[rank]}, term) <= $most
ORDER BY theme, {RANKS[rank]}, term"""
    return database.frame(THEME_TERMS, sql, condition.params | {"shown": list(themes), "most": most})
