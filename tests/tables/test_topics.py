"""Topics, the map and terms by number: what they say of reports whose words are known."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.tables.document_map import DOCUMENT_MAP, document_map
from analysis.tables.sentence_terms import SENTENCE_TERMS, VOCABULARY, sentence_terms, vocabulary
from analysis.tables.term_matrix import TermMatrix, term_matrix
from analysis.tables.terms import DOCUMENT_TERMS, TERM_OCCURRENCES, document_terms
from analysis.tables.topics import (
    DOCUMENT_TOPICS,
    FEWEST_REPORTS,
    SMALLEST_SHARE,
    TOPICS,
    coherence,
    document_topics,
    find_topics,
    topics,
)

SUBJECTS = (
    ("ore", "mine", "copper", "shaft", "geologist"),
    ("school", "teacher", "class", "pupil", "lesson"),
    ("clinic", "nurse", "vaccine", "doctor", "ward"),
)


def occurrences_of(reports: dict[str, list[str]]) -> pd.DataFrame:
    """TERM_OCCURRENCES of reports with these terms, one a sentence."""
    rows = [
        {
            "doc_id": doc_id,
            "sentence_id": f"{doc_id}-s{place}",
            "start_char": 10 * place,
            "end_char": 10 * place + 5,
            "term": term,
        }
        for doc_id, terms in reports.items()
        for place, term in enumerate(terms)
    ]
    return TERM_OCCURRENCES.from_rows(rows) if rows else TERM_OCCURRENCES.empty()


def matrix_of(reports: dict[str, list[str]]) -> TermMatrix:
    return term_matrix(document_terms(occurrences_of(reports)))


def of_subjects(number: int) -> dict[str, list[str]]:
    """So many reports, each with three or four words of one subject; every third subject is half as common."""
    reports = {}
    for place in range(number):
        subject = SUBJECTS[(0, 0, 0, 1, 1, 2)[place % 6]]
        reports[f"d{place:03}"] = [subject[(place + offset) % 5] for offset in range(3 + place % 2)]
    return reports


@pytest.fixture(scope="module")
def matrix() -> TermMatrix:
    return matrix_of(of_subjects(60))


def test_reports_of_one_subject_have_one_main_topic(matrix: TermMatrix) -> None:
    found = find_topics(matrix)

    main = document_topics(found, matrix).query("is_main").set_index("doc_id")["topic_id"]
    by_subject = {
        subject: {main[f"d{place:03}"] for place in places} for subject, places in enumerate([(0, 6), (5, 11)])
    }
    assert not by_subject[0] & by_subject[1]
    assert len(main) == 60


def test_a_topic_has_words_of_one_subject(matrix: TermMatrix) -> None:
    listed = topics(find_topics(matrix), matrix)

    for terms in listed["terms"]:
        strongest = set(terms.split("; ")[:3])
        assert any(strongest <= set(subject) for subject in SUBJECTS)


def test_topics_are_numbered_by_their_reports(matrix: TermMatrix) -> None:
    listed = topics(find_topics(matrix), matrix)

    assert list(listed["topic_id"]) == [f"t{number + 1}" for number in range(len(listed))]
    assert listed["n_documents"].is_monotonic_decreasing
    assert listed["n_documents"].sum() == 60


def test_the_same_reports_give_the_same_topics_whatever_their_order() -> None:
    reports = of_subjects(60)
    one, other = matrix_of(reports), matrix_of(dict(reversed(reports.items())))

    assert topics(find_topics(one), one).equals(topics(find_topics(other), other))
    assert document_topics(find_topics(one), one).equals(document_topics(find_topics(other), other))
    assert document_map(find_topics(one), one).equals(document_map(find_topics(other), other))


def test_shares_are_listed_from_the_smallest_up_with_one_main_topic_a_report(matrix: TermMatrix) -> None:
    shares = document_topics(find_topics(matrix), matrix)

    assert (shares["is_main"] | (shares["weight"] >= SMALLEST_SHARE)).all()
    assert (shares.groupby("doc_id")["is_main"].sum() == 1).all()
    assert (shares.groupby("doc_id")["weight"].sum() <= 1.001).all()


def test_too_few_reports_have_no_topics() -> None:
    few = matrix_of(of_subjects(FEWEST_REPORTS - 1))

    assert find_topics(few) is None
    assert topics(None, few).equals(TOPICS.empty())
    assert document_topics(None, few).equals(DOCUMENT_TOPICS.empty())


def test_terms_that_always_stand_together_are_coherent_and_terms_that_never_do_are_not() -> None:
    matrix = matrix_of({"a": ["ore", "mine"], "b": ["ore", "mine"], "c": ["class"], "d": ["class"]})
    column = matrix.terms.index

    assert coherence([column("ore"), column("mine")], matrix) == pytest.approx(1)
    assert coherence([column("ore"), column("class")], matrix) == -1
    assert coherence([column("ore")], matrix) is None


def test_two_terms_that_share_a_word_say_nothing_of_coherence() -> None:
    matrix = matrix_of({"a": ["ore", "iron ore"], "b": ["ore", "iron ore"], "c": ["class"], "d": ["class"]})

    assert coherence([matrix.terms.index("ore"), matrix.terms.index("iron ore")], matrix) is None


def test_reports_of_one_topic_lie_together_on_the_map(matrix: TermMatrix) -> None:
    places = document_map(find_topics(matrix), matrix).set_index("doc_id")

    def apart(one: str, other: str) -> float:
        return float(np.hypot(*(places.loc[one] - places.loc[other])))

    assert apart("d000", "d006") < apart("d000", "d005")
    assert places.abs().to_numpy().max() <= 1


def test_three_reports_that_share_terms_have_a_map() -> None:
    few = matrix_of({"a": ["ore", "mine"], "b": ["ore", "class"], "c": ["mine", "class"]})

    assert list(document_map(None, few)["doc_id"]) == ["a", "b", "c"]


@pytest.mark.parametrize(
    "reports",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"a": ["ore"], "b": ["ore"]}, id="two reports"),
        pytest.param({"a": ["ore"], "b": ["class"], "c": ["ward"]}, id="no shared term"),
    ],
)
def test_a_map_of_too_little_is_empty(reports: dict[str, list[str]]) -> None:
    assert document_map(None, matrix_of(reports)).equals(DOCUMENT_MAP.empty())


def test_a_term_has_its_number_by_how_often_it_stands() -> None:
    words = vocabulary(occurrences_of({"a": ["ore", "road"], "b": ["road"]}))

    assert list(words["term"]) == ["road", "ore"]
    assert list(words["n_sentences"]) == [2, 1]
    assert list(words["n_documents"]) == [2, 1]


def test_a_term_twice_in_a_sentence_is_one_row() -> None:
    twice = occurrences_of({"a": ["ore"]})
    twice = pd.concat([twice, twice.assign(start_char=50, end_char=55)], ignore_index=True)

    assert len(sentence_terms(twice, vocabulary(twice))) == 1


def test_nothing_gives_the_empty_tables() -> None:
    nothing = TERM_OCCURRENCES.empty()

    assert vocabulary(nothing).equals(VOCABULARY.empty())
    assert sentence_terms(nothing, VOCABULARY.empty()).equals(SENTENCE_TERMS.empty())
    assert find_topics(term_matrix(DOCUMENT_TERMS.empty())) is None
