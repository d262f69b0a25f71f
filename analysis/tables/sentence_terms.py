"""Terms by number: a row is a term (`vocabulary`), or a term in a sentence (`sentence_terms`).

What is counted on the page of topics is counted from these: a number is joined and grouped in half the time of a word,
and a sentence in which a term stands twice has one row.
"""

from __future__ import annotations

import pandas as pd

from analysis.schema import Column, Table
from analysis.tables.columns import DOC_ID, SENTENCE_ID

TERM_NUMBER = Column("term_number", "int64", "number of the term, 1 for the one of most sentences", nullable=False)

VOCABULARY = Table(
    name="vocabulary",
    row="a term of the whole corpus",
    columns=(
        TERM_NUMBER,
        Column("term", "str", "word or phrase, in its plain form", nullable=False),
        Column("n_sentences", "int64", "sentences with it", unit="sentences", nullable=False),
        Column("n_documents", "int64", "reports with it", unit="reports", nullable=False),
    ),
    key=("term_number",),
)

SENTENCE_TERMS = Table(
    name="sentence_terms",
    row="a term in a sentence",
    columns=(DOC_ID, SENTENCE_ID, TERM_NUMBER),
    key=("sentence_id", "term_number"),
)


def vocabulary(occurrences: pd.DataFrame) -> pd.DataFrame:
    """The table VOCABULARY of TERM_OCCURRENCES, the term of most sentences first, then by name."""
    if occurrences.empty:
        return VOCABULARY.empty()
    distinct = occurrences[["doc_id", "sentence_id", "term"]].drop_duplicates()
    counted = distinct.groupby("term", as_index=False).agg(
        n_sentences=("sentence_id", "size"), n_documents=("doc_id", "nunique")
    )
    ordered = counted.sort_values(["n_sentences", "term"], ascending=[False, True], kind="stable")
    values = {name: ordered[name].array for name in ("term", "n_sentences", "n_documents")}
    return VOCABULARY.frame({"term_number": range(1, len(ordered) + 1), **values})


def sentence_terms(occurrences: pd.DataFrame, words: pd.DataFrame) -> pd.DataFrame:
    """The table SENTENCE_TERMS of TERM_OCCURRENCES and VOCABULARY, in the order of the text."""
    if occurrences.empty:
        return SENTENCE_TERMS.empty()
    numbers = dict(zip(words["term"], words["term_number"], strict=True))
    found = pd.DataFrame(
        {
            "doc_id": occurrences["doc_id"].array,
            "sentence_id": occurrences["sentence_id"].array,
            "term_number": occurrences["term"].map(numbers).astype("int64").array,
        }
    ).drop_duplicates(["sentence_id", "term_number"])
    return SENTENCE_TERMS.frame({name: found[name].array for name in found.columns})
