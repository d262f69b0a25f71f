"""The weights of terms in reports as a sparse matrix, for what is found by machine: topics and the map."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfTransformer

# A term of fewer reports than this joins none; one of more than half of the reports tells none apart.
FEWEST_REPORTS = 2
LARGEST_SHARE = 0.5
# More terms than this make the work longer and no topic better: the next ones stand in few reports each.
MOST_TERMS = 5000

Numbers = np.ndarray[Any, Any]


class TermMatrix(NamedTuple):
    """TF-IDF of terms (columns) in reports (rows), each row of length 1; no row is empty."""

    doc_ids: list[str]
    terms: list[str]
    weights: csr_matrix


def term_matrix(document_terms: pd.DataFrame) -> TermMatrix:
    """The matrix of DOCUMENT_TERMS, reports by id, terms by name; without terms that join or tell apart nothing.

    Of more than MOST_TERMS the ones of most reports are taken. A report that has none of them left is not in it.
    """
    n_documents = document_terms["doc_id"].nunique()
    reports = document_terms["term"].value_counts()
    fit = reports[(reports >= FEWEST_REPORTS) & (reports <= max(LARGEST_SHARE * n_documents, FEWEST_REPORTS))]
    ranked = pd.DataFrame({"term": fit.index.astype(str), "n": fit.to_numpy()})
    ranked = ranked.sort_values(["n", "term"], ascending=[False, True], kind="stable").head(MOST_TERMS)
    kept = document_terms[document_terms["term"].isin(set(ranked["term"]))]
    rows, columns = pd.Categorical(kept["doc_id"]), pd.Categorical(kept["term"])
    shape = (len(rows.categories), len(columns.categories))
    counts = csr_matrix((kept["n_occurrences"].to_numpy(dtype=float), (rows.codes, columns.codes)), shape=shape)
    weights = TfidfTransformer(sublinear_tf=True).fit_transform(counts) if shape[0] else counts
    return TermMatrix([str(key) for key in rows.categories], [str(term) for term in columns.categories], weights)
