"""Attributions: the rows, and whom a source stands for."""

from __future__ import annotations

import pandas as pd

from analysis.read.article import Article
from analysis.tables.attributions import ATTRIBUTIONS, attributions
from analysis.tables.entry import Entry
from analysis.text.records import Attribution, Mention, Reference, Report, Sentence

TEXT = "Olga Petrenko came. She said the dam was safe."
NAME = Mention(0, 0, 13, "Olga Petrenko", "PERSON", "Olga Petrenko", 0)
SAID = Attribution(1, 20, 23, 24, 28, 29, 45, False, "clause", "say", "She", None)


def entry(*found: Attribution, references: tuple[Reference, ...] = ()) -> Entry:
    """The report of TEXT with these attributions."""
    report = Report(
        sentences=(Sentence(0, 19, "body"), Sentence(20, 46, "body")),
        mentions=(NAME,),
        references=references,
        timexes=(),
        attributions=found,
        facts=(),
        themes=(),
        terms=(),
    )
    return Entry("d", Article("a.txt", TEXT), report, None, "unknown", ())


def only(one: Entry) -> pd.Series:
    """The single row of the table of one report."""
    frame = attributions([one], {("d", 0): "e1"})
    assert len(frame) == 1
    return frame.iloc[0]


def test_a_row_has_the_spans_of_source_cue_and_content() -> None:
    row = only(entry(SAID))

    assert TEXT[row["source_start_char"] : row["source_end_char"]] == "She"
    assert TEXT[row["cue_start_char"] : row["cue_end_char"]] == "said"
    assert TEXT[row["content_start_char"] : row["content_end_char"]] == "the dam was safe"
    assert (row["doc_id"], row["sentence_id"], row["cue_lemma"]) == ("d", "d-s20", "say")


def test_a_pronoun_gives_way_to_whom_it_stands_for() -> None:
    row = only(entry(SAID, references=(Reference(1, 20, 23, "Olga Petrenko", 0, "she"),)))

    assert (row["source"], row["source_entity_id"]) == ("Olga Petrenko", "e1")


def test_a_pronoun_that_stays_open_keeps_its_words() -> None:
    row = only(entry(SAID))

    assert row["source"] == "She"
    assert pd.isna(row["source_entity_id"])


def test_the_name_that_speaks_gives_the_entity() -> None:
    row = only(entry(Attribution(0, 0, 13, 14, 18, 20, 46, False, "clause", "come", "Olga Petrenko", 0)))

    assert row["source_entity_id"] == "e1"


def test_nobody_named_leaves_the_source_empty() -> None:
    row = only(entry(Attribution(1, None, None, 24, 28, 29, 45, False, "adverb", "reportedly")))

    assert pd.isna(row["source"])
    assert pd.isna(row["source_start_char"])


def test_ids_tell_the_contents_of_a_report_apart() -> None:
    other = Attribution(0, None, None, None, None, 0, 18, True, "turn")

    frame = attributions([entry(other, SAID)], {})

    assert list(frame["attribution_id"]) == ["d-a0", "d-a29"]


def test_no_report_gives_the_empty_table() -> None:
    pd.testing.assert_frame_equal(attributions([], {}), ATTRIBUTIONS.empty())
