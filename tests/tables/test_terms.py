"""Terms of themes and reports: the counts, and what makes a term stand out."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

from analysis.read.article import Article
from analysis.tables.entry import Entry
from analysis.tables.terms import (
    DOCUMENT_TERMS,
    REPORTS_TO_DROP_SINGLES,
    TERM_OCCURRENCES,
    TERMS,
    document_terms,
    term_occurrences,
    terms,
)
from analysis.tables.themes import THEMES
from analysis.text.records import Report, Sentence, Term


def entry(doc_id: str, sentences: list[list[str]], publisher: str | None = None) -> Entry:
    """A report whose sentences have these terms, each term 10 characters from the next."""
    found = [(number, term) for number, words in enumerate(sentences) for term in words]
    report = Report(
        sentences=tuple(Sentence(1000 * number, 1000 * number + 999, "body") for number in range(len(sentences))),
        mentions=(),
        references=(),
        timexes=(),
        attributions=(),
        facts=(),
        themes=(),
        terms=tuple(Term(n, 1000 * n + 10 * i, 1000 * n + 10 * i + 5, term) for i, (n, term) in enumerate(found)),
    )
    return Entry(
        doc_id=doc_id,
        article=Article(doc_id, "", publisher=publisher),
        report=report,
        published=None,
        published_from="unknown",
        timexes=(),
    )


def themes_of(**by_sentence: str) -> pd.DataFrame:
    """A themes table: the theme of each sentence_id (`a_s0` for `a-s0`)."""
    rows = [
        {
            "doc_id": name.split("_")[0],
            "sentence_id": name.replace("_", "-"),
            "theme": theme,
            "score": 3.0,
            "evidence": "",
        }
        for name, theme in by_sentence.items()
    ]
    return THEMES.from_rows(rows)


def test_a_term_counts_its_places_and_its_reports_under_the_theme() -> None:
    occurrences = term_occurrences([entry("a", [["ore", "ore"], ["ore"]]), entry("b", [["ore"]])])

    found = terms(occurrences, themes_of(a_s0="mining", b_s0="mining")).iloc[0]

    assert (found["term"], found["n_occurrences"], found["document_frequency"]) == ("ore", 3, 2)


def test_a_term_of_one_theme_stands_out_from_a_term_of_all() -> None:
    occurrences = term_occurrences([entry("a", [["ore", "road"], ["class", "road"]])])

    found = terms(occurrences, themes_of(a_s0="mining", a_s1000="education")).set_index(["theme", "term"])

    assert found.loc[("mining", "ore"), "tfidf"] > found.loc[("mining", "road"), "tfidf"]
    assert found.loc[("mining", "ore"), "relevance"] > found.loc[("mining", "road"), "relevance"]


def test_a_report_s_terms_are_a_vector_of_length_one() -> None:
    found = document_terms(term_occurrences([entry("a", [["ore", "ore", "road"]]), entry("b", [["road"]])]))

    lengths = found.assign(square=found["tfidf"] ** 2).groupby("doc_id")["square"].sum()
    assert lengths.to_numpy() == pytest.approx(np.ones(2))
    assert found.iloc[0][["doc_id", "term", "n_occurrences"]].to_list() == ["a", "ore", 2]


REPORTS = {
    "a": ["ore", "ore", "road", "mine"],
    "b": ["road", "school"],
    "c": ["school", "school", "ore", "teacher", "road"],
}


def test_the_terms_of_reports_weigh_what_scikit_learn_says() -> None:
    vectorizer = TfidfVectorizer(analyzer=lambda words: words)
    matrix = vectorizer.fit_transform(REPORTS.values()).toarray()
    expected = {
        (report, term): matrix[row, column]
        for row, report in enumerate(REPORTS)
        for term, column in vectorizer.vocabulary_.items()
        if matrix[row, column]
    }

    found = document_terms(term_occurrences([entry(report, [words]) for report, words in REPORTS.items()]))

    weights = {(row.doc_id, row.term): row.tfidf for row in found.itertuples()}
    assert weights == pytest.approx(expected)


def test_the_terms_of_themes_weigh_what_a_worked_example_says() -> None:
    occurrences = term_occurrences([entry(report, [words]) for report, words in REPORTS.items()])
    counts = CountVectorizer(analyzer=lambda words: words)
    by_class = counts.fit_transform([REPORTS["a"], REPORTS["b"] + REPORTS["c"]]).toarray()  # 4 terms, 7 terms

    found = terms(occurrences, themes_of(a_s0="mining", b_s0="education", c_s0="education"))

    weights = {(row.theme, row.term): row.tfidf for row in found.itertuples()}
    # By hand: the share of the term in its theme, times log(1 + 11 / 2 terms a theme / times that it occurs).
    assert weights["mining", "ore"] == pytest.approx(2 / 4 * math.log(1 + 5.5 / 3))
    assert weights["mining", "mine"] == pytest.approx(1 / 4 * math.log(1 + 5.5 / 1))
    assert weights["education", "school"] == pytest.approx(3 / 7 * math.log(1 + 5.5 / 3))
    shares = by_class / by_class.sum(axis=1, keepdims=True)
    expected = shares * np.log(1 + by_class.sum() / len(by_class) / by_class.sum(axis=0))
    for row, theme in enumerate(("mining", "education")):
        for term, column in counts.vocabulary_.items():
            assert weights.get((theme, term), 0) == pytest.approx(expected[row, column])


def test_the_name_of_a_publisher_is_no_term() -> None:
    found = term_occurrences([entry("a", [["ore", "daily post"]], publisher="Daily Post")])

    assert list(found["term"]) == ["ore"]


def test_a_large_corpus_drops_terms_of_one_report_only() -> None:
    entries = [entry(f"d{number}", [["ore", f"word{number}"]]) for number in range(REPORTS_TO_DROP_SINGLES)]

    assert set(term_occurrences(entries)["term"]) == {"ore"}
    assert len(set(term_occurrences(entries[1:])["term"])) == REPORTS_TO_DROP_SINGLES


def test_nothing_gives_the_empty_tables() -> None:
    nothing = term_occurrences([])

    assert nothing.dtypes.equals(TERM_OCCURRENCES.empty().dtypes)
    assert terms(nothing, THEMES.empty()).dtypes.equals(TERMS.empty().dtypes)
    assert document_terms(nothing).dtypes.equals(DOCUMENT_TERMS.empty().dtypes)


def test_in_a_large_corpus_only_terms_that_mark_their_theme_out_are_left() -> None:
    """`road` is as frequent everywhere, `shaft` is told by one report; `ore` is told by all of the theme alone."""
    mines = [entry(f"m{n}", [["ore", "road", "shaft" if n == 0 else "pit"]]) for n in range(60)]
    schools = [entry(f"s{n}", [["pupil", "road"], ["shaft"] if n == 0 else ["road"]]) for n in range(60)]
    named = {f"m{n}_s0": "mining" for n in range(60)} | {f"s{n}_s0": "education" for n in range(60)}

    found = terms(term_occurrences([*mines, *schools]), themes_of(**named))

    assert found[["theme", "term"]].to_numpy().tolist() == [
        ["education", "pupil"],
        ["mining", "ore"],
        ["mining", "pit"],
    ]


@pytest.mark.parametrize(("spans", "is_left"), [("0-9", False), ("10-15", True), ("10-30", True)])
def test_a_term_that_never_earned_its_theme_must_mark_it_out_far_more(spans: str, is_left: bool) -> None:
    """`vote` is ten times as frequent in sentences of aid: a term of it only where its words earn the theme."""
    aided = [entry(f"a{n}", [["donor", "vote"]]) for n in range(60)]
    others = [entry(f"o{n}", [["vote" if n % 10 == 0 else "road", "lane"]]) for n in range(120)]
    found = themes_of(**{f"a{n}_s0": "aid" for n in range(60)}).assign(evidence_spans=spans)

    left = terms(term_occurrences([*aided, *others]), found)

    assert ("vote" in set(left["term"])) is is_left
