"""Terms: a row of `terms` is a term of a theme, a row of `document_terms` a term of a report."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.schema import Column, Table
from analysis.tables.columns import DOC_ID
from analysis.tables.entry import Entry

TERM = Column("term", "str", "word or phrase, in its plain form", nullable=False)
N_OCCURRENCES = Column("n_occurrences", "int64", "how often it occurs", unit="occurrences", nullable=False)

TERMS = Table(
    name="terms",
    row="a term of a theme",
    columns=(
        Column("theme", "str", "name of the theme", nullable=False),
        TERM,
        N_OCCURRENCES,
        Column("document_frequency", "int64", "reports with it under this theme", unit="reports", nullable=False),
        Column("tfidf", "float64", "class-based TF-IDF: each theme is one class", nullable=False),
        Column("relevance", "float64", "relevance of LDAvis with lambda 0.6", nullable=False),
    ),
    key=("theme", "term"),
)

DOCUMENT_TERMS = Table(
    name="document_terms",
    row="a term of a report",
    columns=(
        DOC_ID,
        TERM,
        N_OCCURRENCES,
        Column("tfidf", "float64", "TF-IDF, the report's vector of length 1", nullable=False),
    ),
    key=("doc_id", "term"),
)


def terms(entries: Sequence[Entry]) -> pd.DataFrame:
    """The table TERMS, by theme and falling TF-IDF."""
    return TERMS.empty()


def document_terms(entries: Sequence[Entry]) -> pd.DataFrame:
    """The table DOCUMENT_TERMS, by document and falling TF-IDF."""
    return DOCUMENT_TERMS.empty()
