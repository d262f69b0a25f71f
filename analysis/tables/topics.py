"""Topics: a row is a topic found in the reports (`topics`), or the share of a topic in a report (`document_topics`).

Topics are found by non-negative matrix factorisation of TF-IDF (Lee and Seung 1999), begun with NNDSVD (Boutsidis and
Gallopoulos 2008) without its random part, so that the same reports give the same topics.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Sequence
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from sklearn.decomposition import NMF
from sklearn.exceptions import ConvergenceWarning

from analysis.schema import Column, Table
from analysis.tables.columns import DOC_ID
from analysis.tables.term_matrix import TermMatrix

# Under so many reports a topic is one or two reports, or the words of one author: none are looked for.
FEWEST_REPORTS = 30
FEWEST_TOPICS, MOST_TOPICS = 3, 30
# Topics are fitted to at most so many reports, evenly spread by their ids, which are digests, and the others are placed
# in them: so 100,000 reports take seconds.
MOST_FITTED = 10_000
ROUNDS = 100
TERMS_A_TOPIC = 10
# A topic that has less than this share of a report is not listed for it.
SMALLEST_SHARE = 0.1
DIGITS = 4

Numbers = np.ndarray[Any, Any]

TOPIC_ID = Column("topic_id", "str", "id of the topic: `t1` is the one of most reports", nullable=False)

TOPICS = Table(
    name="topics",
    row="a topic found in the reports",
    columns=(
        TOPIC_ID,
        Column("label", "str", "its three strongest terms", nullable=False),
        Column("terms", "str", "its strongest terms, the strongest first, parted by `; `", nullable=False),
        Column("coherence", "float64", "how far its terms stand in the same reports: mean NPMI, -1 to 1"),
        Column("n_documents", "int64", "reports of which it is the main topic", unit="reports", nullable=False),
    ),
    key=("topic_id",),
)

DOCUMENT_TOPICS = Table(
    name="document_topics",
    row="a topic of a report",
    columns=(
        DOC_ID,
        TOPIC_ID,
        Column("weight", "float64", "share of the topic in the report", unit="0 to 1", nullable=False),
        Column("is_main", "bool", "whether it is the report's main topic", nullable=False),
    ),
    key=("doc_id", "topic_id"),
)


class Found(NamedTuple):
    """The topics of a matrix: the share of each in each report, and the weight of each term in each."""

    shares: Numbers
    term_weights: Numbers


def n_topics(n_documents: int) -> int:
    """How many topics are looked for: the root of half the reports (Mardia, Kent and Bibby 1979), within bounds.

    >>> n_topics(29), n_topics(30), n_topics(600), n_topics(100_000)
    (0, 4, 17, 30)
    """
    if n_documents < FEWEST_REPORTS:
        return 0
    return min(max(round(math.sqrt(n_documents / 2)), FEWEST_TOPICS), MOST_TOPICS)


def find_topics(matrix: TermMatrix) -> Found | None:
    """The topics, the one that is the main topic of most reports first; None where there are too few reports or terms.

    A topic that is the main one of no report is left out.
    """
    wanted = min(n_topics(len(matrix.doc_ids)), len(matrix.terms))
    if wanted < FEWEST_TOPICS:
        return None
    weights, term_weights = _factors(matrix, wanted)
    # A topic's terms are scaled to length 1, its weights in reports by the same: then weights can be compared.
    lengths = np.linalg.norm(term_weights, axis=1)
    lengths[lengths == 0] = 1
    weights, term_weights = weights * lengths, term_weights / lengths[:, None]
    total = weights.sum(axis=1, keepdims=True)
    shares = np.round(np.divide(weights, total, out=np.zeros_like(weights), where=total > 0), DIGITS)
    order = _by_size(shares)
    return Found(shares[:, order], term_weights[order])


def topics(found: Found | None, matrix: TermMatrix) -> pd.DataFrame:
    """The table TOPICS, by size; empty where no topics were found."""
    if found is None:
        return TOPICS.empty()
    sizes = np.bincount(_main(found.shares), minlength=len(found.term_weights) + 1)
    rows = []
    for number, weights in enumerate(found.term_weights):
        columns = strongest(weights, matrix.terms)
        terms = [matrix.terms[column] for column in columns]
        rows.append(
            {
                "topic_id": topic_id(number),
                "label": ", ".join(terms[:3]),
                "terms": "; ".join(terms),
                "coherence": coherence(columns, matrix),
                "n_documents": int(sizes[number]),
            }
        )
    return TOPICS.from_rows(rows)


def document_topics(found: Found | None, matrix: TermMatrix) -> pd.DataFrame:
    """The table DOCUMENT_TOPICS, by report and falling weight; empty where no topics were found.

    The main topic of a report is always there, the others from SMALLEST_SHARE up.
    """
    if found is None:
        return DOCUMENT_TOPICS.empty()
    main = _main(found.shares)
    listed = found.shares >= SMALLEST_SHARE
    with_topic = np.flatnonzero(main < found.shares.shape[1])
    listed[with_topic, main[with_topic]] = True
    documents, numbers = np.nonzero(listed)
    weights = found.shares[documents, numbers]
    order = np.lexsort((numbers, -weights, documents))
    documents, numbers, weights = documents[order], numbers[order], weights[order]
    return DOCUMENT_TOPICS.frame(
        {
            "doc_id": [matrix.doc_ids[document] for document in documents],
            "topic_id": [topic_id(int(number)) for number in numbers],
            "weight": list(weights),
            "is_main": main[documents] == numbers,
        }
    )


def topic_id(number: int) -> str:
    """The id of the topic at this place, counted from 0."""
    return f"t{number + 1}"


def main_topics(found: Found) -> list[int]:
    """The place of the main topic of each report; the number of topics where it has none."""
    return [int(number) for number in _main(found.shares)]


def strongest(weights: Numbers, terms: Sequence[str], most: int = TERMS_A_TOPIC) -> list[int]:
    """The columns of the strongest terms, without those whose words all stand in stronger ones.

    >>> strongest(np.array([3.0, 2.0, 1.0, 0.0]), ["crude oil", "oil", "barrel", "loan"])
    [0, 2]
    """
    chosen: list[int] = []
    known: set[str] = set()
    for column in np.lexsort((np.arange(len(weights)), -np.round(weights, 10))):
        if len(chosen) == most or weights[column] <= 0:
            break
        words = set(terms[column].split())
        if not words <= known:
            chosen.append(int(column))
            known |= words
    return chosen


def coherence(columns: Sequence[int], matrix: TermMatrix) -> float | None:
    """Mean normalised pointwise mutual information (Bouma 2009) of each two of the terms, counted by report.

    1: they only stand together; 0: as if by chance; -1: never together. Two terms that share a word are not counted.
    None where no two are left.
    """
    present = matrix.weights[:, list(columns)] > 0
    together = np.asarray((present.T.astype(float) @ present.astype(float)).todense())
    words = [set(matrix.terms[column].split()) for column in columns]
    total = len(matrix.doc_ids)
    values = [
        _npmi(together[a, b] / total, together[a, a] / total, together[b, b] / total)
        for a, b in combinations(range(len(columns)), 2)
        if not words[a] & words[b]
    ]
    return round(float(np.mean(values)), DIGITS) if values else None


def _npmi(both: float, one: float, other: float) -> float:
    if both == 0:
        return -1.0
    return 1.0 if both == 1 else math.log(both / (one * other)) / -math.log(both)


def _factors(matrix: TermMatrix, wanted: int) -> tuple[Numbers, Numbers]:
    """The weights of topics in reports and of terms in topics."""
    step = -(-len(matrix.doc_ids) // MOST_FITTED)
    model = NMF(wanted, init="nndsvd", solver="cd", max_iter=ROUNDS, tol=1e-3, random_state=0)
    with warnings.catch_warnings():
        # So many rounds are enough for topics; the last digits may still move.
        warnings.simplefilter("ignore", ConvergenceWarning)
        if step == 1:
            return model.fit_transform(matrix.weights), model.components_
        model.fit(matrix.weights[::step])
        return model.transform(matrix.weights), model.components_


def _main(shares: Numbers) -> Numbers:
    """The place of each report's main topic; one past the last for a report without any."""
    return np.asarray(np.where(shares.max(axis=1) > 0, shares.argmax(axis=1), shares.shape[1]))


def _by_size(shares: Numbers) -> Numbers:
    """The places of the topics with a report, the largest first."""
    sizes = np.bincount(_main(shares), minlength=shares.shape[1] + 1)[:-1]
    order = np.lexsort((np.arange(len(sizes)), -sizes))
    return np.asarray(order[sizes[order] > 0])
