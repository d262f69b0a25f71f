"""Terms: a row is a term of a theme (`terms`), of a report (`document_terms`), or one place (`term_occurrences`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfTransformer

from analysis.schema import Column, Table
from analysis.tables.columns import DOC_ID, SENTENCE_ID, span_columns
from analysis.tables.entry import Entry

# LDAvis (Sievert and Shirley 2014) found 0.6 best for naming a topic.
RELEVANCE_LAMBDA = 0.6
# From this many reports on, a term of a single report says nothing of the others and only takes room.
REPORTS_TO_DROP_SINGLES = 100
# In a large corpus the terms that mark a theme out: OFTENER times as frequent in its sentences as in all others, and
# told by FEWEST_REPORTS, one more for each REPORTS_A_STEP that the theme has, up to MOST_NEEDED. Read on the 20 best of
# mining, education, security and aid in 171 reports of Wikinews and 700 of Reuters (OFTENER 2, 3, 5, 6, 8, 10 tried);
# without it a single report fills a theme (`cyclone`, `tenure`), and so do words that are everywhere (`government`).
OFTENER = 5
FEWEST_REPORTS = 2
REPORTS_A_STEP = 15
MOST_NEEDED = 5
# Words that nowhere earned the theme (`administration`, `vote` in reports of aid) must be this much oftener in its
# sentences, and told by MOST_NEEDED reports. Read on the same terms, with 3,000 reports of Reuters.
UNTOLD_OFTENER = 15
TERMS_A_DOCUMENT = 50
TERMS_A_THEME = 1000

Numbers = np.ndarray[Any, Any]

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
        Column("tfidf", "float64", "class-based TF-IDF: the sentences of a theme are one class", nullable=False),
        Column("relevance", "float64", f"relevance of LDAvis with lambda {RELEVANCE_LAMBDA}", nullable=False),
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

TERM_OCCURRENCES = Table(
    name="term_occurrences",
    row="one place where a term stands",
    columns=(DOC_ID, SENTENCE_ID, *span_columns(), TERM),
    key=("doc_id", "start_char", "end_char"),
)


def term_occurrences(entries: Sequence[Entry]) -> pd.DataFrame:
    """The table TERM_OCCURRENCES, by document and place; without names of publishers and, in a large corpus, without
    terms of one report only."""
    publishers = {entry.article.publisher.lower() for entry in entries if entry.article.publisher}
    values = [
        (entry.doc_id, entry.sentence_id(term.sentence), term.start_char, term.end_char, term.term)
        for entry in entries
        for term in entry.report.terms
        if term.term not in publishers
    ]
    columns = [column.name for column in TERM_OCCURRENCES.columns]
    found = pd.DataFrame(values, columns=columns)
    if len(entries) >= REPORTS_TO_DROP_SINGLES:
        found = found[found.groupby("term")["doc_id"].transform("nunique") > 1]
    return TERM_OCCURRENCES.frame({name: found[name].array for name in columns})


def terms(occurrences: pd.DataFrame, themes: pd.DataFrame) -> pd.DataFrame:
    """The table TERMS from TERM_OCCURRENCES and THEMES, by theme and falling TF-IDF; the best TERMS_A_THEME a theme.

    In a large corpus only terms that mark their theme out from all other sentences.

    Class-based TF-IDF (Grootendorst 2022): share of the term in the theme times log(1 + words a class / frequency).
    """
    by_theme = occurrences.merge(themes[["sentence_id", "theme"]], on="sentence_id")
    if by_theme.empty:
        return TERMS.empty()
    counted = by_theme.groupby(["theme", "term"], as_index=False).agg(
        n_occurrences=("term", "size"), document_frequency=("doc_id", "nunique")
    )
    in_theme = counted.groupby("theme")["n_occurrences"].transform("sum")
    in_themes = counted.groupby("term")["n_occurrences"].transform("sum")
    share = counted["n_occurrences"] / in_theme
    words_a_class = counted["n_occurrences"].sum() / counted["theme"].nunique()
    everywhere = counted["term"].map(occurrences["term"].value_counts()) / len(occurrences)
    counted["tfidf"] = share * np.log1p(words_a_class / in_themes)
    counted["relevance"] = RELEVANCE_LAMBDA * np.log(share) + (1 - RELEVANCE_LAMBDA) * np.log(share / everywhere)
    if occurrences["doc_id"].nunique() >= REPORTS_TO_DROP_SINGLES:
        counted = counted[_marks_out(counted, occurrences, by_theme, _telling(by_theme, themes))]
    return _best(TERMS, counted, "theme", TERMS_A_THEME)


def _marks_out(
    counted: pd.DataFrame, occurrences: pd.DataFrame, by_theme: pd.DataFrame, telling: pd.MultiIndex
) -> pd.Series:
    """Whether each term stands under its theme in enough reports, and much more often than in all other sentences."""
    reports = counted["theme"].map(by_theme.groupby("theme")["doc_id"].nunique())
    needed = (FEWEST_REPORTS + reports // REPORTS_A_STEP).clip(upper=MOST_NEEDED)
    inside, words = counted["n_occurrences"], counted.groupby("theme")["n_occurrences"].transform("sum")
    outside = counted["term"].map(occurrences["term"].value_counts()) - inside
    rate = (outside + 0.5) / (len(occurrences) - words + 1)  # a term that is nowhere else would divide by zero
    is_telling = pd.MultiIndex.from_frame(counted[["theme", "term"]]).isin(telling)
    # A word that earns another theme, and never this one, only stands beside it: health in budgets of education.
    is_of_another = ~is_telling & counted["term"].isin(telling.get_level_values("term"))
    needed, oftener = needed.where(is_telling, MOST_NEEDED), np.where(is_telling, OFTENER, UNTOLD_OFTENER)
    return (counted["document_frequency"] >= needed) & (inside / words >= oftener * rate) & ~is_of_another


def _telling(by_theme: pd.DataFrame, themes: pd.DataFrame) -> pd.MultiIndex:
    """The themes and terms where the term begins or ends, in any sentence, with words that earned the theme there."""
    spans = themes.assign(span=themes["evidence_spans"].str.split()).explode("span").dropna(subset="span")
    chars = spans["span"].str.split("-", n=1, expand=True).astype("int64")
    is_told = np.zeros(len(by_theme), dtype=bool)
    for side, column in enumerate(("start_char", "end_char") if len(spans) else ()):
        known = pd.MultiIndex.from_arrays([spans["sentence_id"], spans["theme"], chars[side]])
        is_told |= pd.MultiIndex.from_frame(by_theme[["sentence_id", "theme", column]]).isin(known)
    return pd.MultiIndex.from_frame(by_theme.loc[is_told, ["theme", "term"]].drop_duplicates())


def document_terms(occurrences: pd.DataFrame) -> pd.DataFrame:
    """The table DOCUMENT_TERMS, by document and falling TF-IDF; the best TERMS_A_DOCUMENT of each."""
    if occurrences.empty:
        return DOCUMENT_TERMS.empty()
    counted = occurrences.groupby(["doc_id", "term"], as_index=False).agg(n_occurrences=("term", "size"))
    rows, columns = counted["doc_id"].astype("category").cat.codes, counted["term"].astype("category").cat.codes
    matrix = _sparse(counted["n_occurrences"].to_numpy(), rows.to_numpy(), columns.to_numpy())
    weights = TfidfTransformer().fit_transform(matrix)
    counted["tfidf"] = np.asarray(weights[rows.to_numpy(), columns.to_numpy()]).ravel()
    return _best(DOCUMENT_TERMS, counted, "doc_id", TERMS_A_DOCUMENT)


def _sparse(values: Numbers, rows: Numbers, columns: Numbers) -> csr_matrix:
    return csr_matrix((values.astype(float), (rows, columns)), shape=(rows.max() + 1, columns.max() + 1))


def _best(table: Table, counted: pd.DataFrame, by: str, most: int) -> pd.DataFrame:
    """The rows in falling TF-IDF within each group, no more than `most` of them."""
    ordered = counted.sort_values([by, "tfidf", "term"], ascending=[True, False, True], kind="stable")
    best = ordered.groupby(by, sort=False).head(most)
    return table.frame({column.name: best[column.name].array for column in table.columns})
