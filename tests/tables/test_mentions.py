"""Mentions: the rows, in order, with their words, roles and entities."""

from __future__ import annotations

from analysis.tables.mentions import MENTIONS, mentions
from tests.tables.reports import entry


def test_a_row_gives_back_its_words_and_its_entity() -> None:
    one = entry("[Ilham Aliyev|PERSON||President] came to [Baku|GPE].")

    frame = mentions([one], {(one.doc_id, 0): "e1", (one.doc_id, 1): "e2"})

    text = one.article.text
    assert [text[row.start_char : row.end_char] for row in frame.itertuples()] == ["Ilham Aliyev", "Baku"]
    assert frame["entity_id"].tolist() == ["e1", "e2"]
    assert frame["role"].tolist()[0] == "President"
    assert frame["role"].isna().tolist() == [False, True]


def test_reports_without_names_give_the_empty_table() -> None:
    frame = mentions([entry("Nobody came.")], {})

    assert frame.equals(MENTIONS.empty())
    assert mentions([], {}).equals(MENTIONS.empty())
