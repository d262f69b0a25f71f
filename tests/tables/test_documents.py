"""Reports, their sentences, and what could not be read, as tables."""

from __future__ import annotations

from datetime import datetime

import pandas as pd

from analysis.read.article import Article, Unreadable
from analysis.tables.documents import DOCUMENTS, documents
from analysis.tables.entry import Entry, document_id
from analysis.tables.sentences import SENTENCES, sentences
from analysis.tables.unreadable import UNREADABLE, unreadable
from analysis.text.records import Report, Sentence

TEXT = "Rain In Baku\n\nAdvertisment\n\nIt rained all day.\n\n(illustrative photo)"
SENTENCES_OF_IT = (
    Sentence(0, 12, "heading"),
    Sentence(14, 26, "noise"),
    Sentence(28, 46, "body"),
    Sentence(48, 68, "caption"),
)


def entry(article: Article, found: tuple[Sentence, ...] = (), published: datetime | None = None) -> Entry:
    report = Report(
        sentences=found, mentions=(), references=(), timexes=(), attributions=(), facts=(), themes=(), terms=()
    )
    return Entry(
        doc_id=document_id(article),
        article=article,
        report=report,
        published=published,
        published_from="metadata" if published else "unknown",
        timexes=(),
    )


def test_words_of_headings_and_body_count() -> None:
    frame = documents([entry(Article("a.txt", TEXT), SENTENCES_OF_IT)])

    assert frame["n_words"].tolist() == [7]


def test_the_day_of_publication_is_without_its_hour() -> None:
    frame = documents([entry(Article("a.txt", TEXT), (), datetime(2024, 3, 21, 23, 30))])

    assert frame["published"].tolist() == [pd.Timestamp("2024-03-21")]


def test_days_of_other_centuries_can_be_kept() -> None:
    frame = documents([entry(Article("a.txt", TEXT), (), datetime(1650, 3, 21))])

    assert frame["published"].dt.year.tolist() == [1650]


def test_the_same_text_again_points_to_the_first() -> None:
    first, again, other = (
        entry(Article("a.txt", TEXT, publisher="Trend")),
        entry(Article("b.txt", TEXT, publisher="Turan")),
        entry(Article("c.txt", "It snowed.")),
    )

    frame = documents([first, again, other])

    assert frame["copy_of"].fillna("").tolist() == ["", first.doc_id, ""]


def test_an_id_tells_where_a_report_lay_and_what_it_says() -> None:
    one = document_id(Article("a.txt", TEXT))

    assert document_id(Article("a.txt", TEXT, title="Rain")) == one
    assert len({one, document_id(Article("b.txt", TEXT)), document_id(Article("a.txt", f"{TEXT} "))}) == 3


def test_the_id_of_a_text_is_the_same_in_every_report() -> None:
    frame = documents([entry(Article(name, words)) for name, words in (("a", TEXT), ("b", TEXT), ("c", "Rain."))])

    assert frame["text_id"].nunique() == 2
    assert frame["text_id"][0] == frame["text_id"][1]


def test_each_sentence_has_its_words() -> None:
    one = entry(Article("a.txt", TEXT), SENTENCES_OF_IT)

    frame = sentences([one])

    assert frame["text"].tolist() == ["Rain In Baku", "Advertisment", "It rained all day.", "(illustrative photo)"]
    assert frame["kind"].tolist() == ["heading", "noise", "body", "caption"]
    assert frame["sentence_id"].tolist() == [f"{one.doc_id}-s{start}" for start in (0, 14, 28, 48)]


def test_hostile_words_stay_words() -> None:
    text = '=1+1 <script>alert("x")</script> \x00 \u202e'
    article = Article(text, text, title=text, publisher=text, author=text)

    frame = documents([entry(article)])

    assert frame.loc[0, ["source_id", "text", "title", "publisher", "author"]].tolist() == [text] * 5


def test_an_input_with_several_faults_has_one_row_with_the_first() -> None:
    frame = unreadable(
        [Unreadable("b.txt", "It is empty."), Unreadable("a.txt", "First."), Unreadable("a.txt", "Then.")]
    )

    assert frame[["source_id", "reason"]].values.tolist() == [["a.txt", "First."], ["b.txt", "It is empty."]]
    assert frame["doc_id"].isna().all()


def test_nothing_gives_the_empty_tables() -> None:
    for empty, table in ((documents([]), DOCUMENTS), (sentences([]), SENTENCES), (unreadable([]), UNREADABLE)):
        pd.testing.assert_frame_equal(empty, table.empty())
