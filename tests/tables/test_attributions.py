"""Attributions: the rows, and whom a source stands for."""

from __future__ import annotations

import pandas as pd

from analysis.read.article import Article
from analysis.tables.attributions import ATTRIBUTIONS, attributions
from analysis.tables.entry import Entry
from analysis.text.records import Attribution, Mention, Reference, Report, Sentence

TEXT = "Olga Petrenko came. She said the dam was safe."
NAME = Mention(
    sentence=0, start_char=0, end_char=13, text="Olga Petrenko", label="PERSON", name="Olga Petrenko", chain=0
)
SAID = Attribution(
    sentence=1,
    source_start_char=20,
    source_end_char=23,
    cue_start_char=24,
    cue_end_char=28,
    content_start_char=29,
    content_end_char=45,
    is_quote=False,
    rule="clause",
    cue_lemma="say",
    source="She",
    source_mention=None,
)


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
    return Entry(
        doc_id="d", article=Article("a.txt", TEXT), report=report, published=None, published_from="unknown", timexes=()
    )


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
    row = only(
        entry(
            SAID,
            references=(
                Reference(sentence=1, start_char=20, end_char=23, antecedent="Olga Petrenko", mention=0, rule="she"),
            ),
        )
    )

    assert (row["source"], row["source_entity_id"]) == ("Olga Petrenko", "e1")


def test_a_pronoun_that_stays_open_keeps_its_words() -> None:
    row = only(entry(SAID))

    assert row["source"] == "She"
    assert pd.isna(row["source_entity_id"])


def test_the_name_that_speaks_gives_the_entity() -> None:
    row = only(
        entry(
            Attribution(
                sentence=0,
                source_start_char=0,
                source_end_char=13,
                cue_start_char=14,
                cue_end_char=18,
                content_start_char=20,
                content_end_char=46,
                is_quote=False,
                rule="clause",
                cue_lemma="come",
                source="Olga Petrenko",
                source_mention=0,
            )
        )
    )

    assert row["source_entity_id"] == "e1"


def test_nobody_named_leaves_the_source_empty() -> None:
    row = only(
        entry(
            Attribution(
                sentence=1,
                source_start_char=None,
                source_end_char=None,
                cue_start_char=24,
                cue_end_char=28,
                content_start_char=29,
                content_end_char=45,
                is_quote=False,
                rule="adverb",
                cue_lemma="reportedly",
            )
        )
    )

    assert pd.isna(row["source"])
    assert pd.isna(row["source_start_char"])


def test_ids_tell_the_contents_of_a_report_apart() -> None:
    other = Attribution(
        sentence=0,
        source_start_char=None,
        source_end_char=None,
        cue_start_char=None,
        cue_end_char=None,
        content_start_char=0,
        content_end_char=18,
        is_quote=True,
        rule="turn",
    )

    frame = attributions([entry(other, SAID)], {})

    assert list(frame["attribution_id"]) == ["d-a0", "d-a29"]


def test_no_report_gives_the_empty_table() -> None:
    pd.testing.assert_frame_equal(attributions([], {}), ATTRIBUTIONS.empty())
