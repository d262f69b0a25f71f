"""The parse of a text, sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text import parse as parsing
from analysis.text.blocks import find_blocks
from analysis.text.language import load_language
from analysis.text.parse import Parse, parses
from tests.examples import examples

TEXT = (
    "Rain In Baku\n\nAdvertisment\n\n  It rained\nall day. The mayor\tleft.\n\n(illustrative photo)\n\n“It will stop.” "
)


def parsed(*texts: str) -> list[Parse]:
    return list(parses(load_language(), [(text, find_blocks(text)) for text in texts]))


def letters(text: str) -> list[str]:
    """The letters and digits outside of tags."""
    return [character for character in parsing.TAG.sub(" ", text) if character.isalnum()]


def test_sentences_come_in_order_with_their_kinds(parse: Callable[[str], Parse]) -> None:
    sentences = parse(TEXT).sentences

    assert [(s.kind, TEXT[s.start_char : s.end_char]) for s in sentences] == [
        ("heading", "Rain In Baku"),
        ("noise", "Advertisment"),
        ("body", "It rained\nall day."),
        ("body", "The mayor\tleft."),
        ("caption", "(illustrative photo)"),
        ("body", "“It will stop.”"),
    ]


def test_tokens_stand_where_their_words_are(parse: Callable[[str], Parse]) -> None:
    found = parse(TEXT)

    for _, span in found.analysed():
        assert all(TEXT[t.idx : t.idx + len(t)].split() == t.text.split() for t in span)


def test_what_is_not_analysed_has_no_span(parse: Callable[[str], Parse]) -> None:
    found = parse(TEXT)

    assert [number for number, _ in found.analysed()] == [0, 2, 3, 5]
    assert found.spans[1] is None


def test_no_sentence_reaches_over_a_paragraph(parse: Callable[[str], Parse]) -> None:
    text = "The mayor of\n\nBaku left the town.\n\nand returned"
    found = parse(text)

    assert all("\n\n" not in text[s.start_char : s.end_char] for s in found.sentences)


def test_a_closing_mark_is_no_sentence(parse: Callable[[str], Parse]) -> None:
    text = 'He said: "It rained. It snowed." Then he left.'

    assert [text[s.start_char : s.end_char] for s in parse(text).sentences][-1] == "Then he left."
    assert all(s.end_char - s.start_char > 1 for s in parse(text).sentences)


def test_tags_are_no_words(parse: Callable[[str], Parse]) -> None:
    text = 'The <b class="x">mayor</b> left<br/> <BAKU.X> Corp.'
    words = [token.text for _, span in parse(text).analysed() for token in span if not token.is_space]

    assert words == ["The", "mayor", "left", "<", "BAKU.X", ">", "Corp."]


def test_texts_do_not_influence_each_other() -> None:
    texts = ["It rained in Baku.", "", "Advertisment\n\nIt snowed. The mayor left."]
    together = parsed(*texts)

    assert [one.sentences for one in together] == [parsed(text)[0].sentences for text in texts]
    assert [one.text for one in together] == texts


def test_a_long_text_is_parsed_in_parts_with_the_same_offsets(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join(f"It rained on day {number}. The mayor left." for number in range(40))
    whole = parsed(text)[0]
    monkeypatch.setattr(parsing, "PART_CHARS", 200)
    in_parts = parsed(text)[0]

    assert in_parts.sentences == whole.sentences
    assert [token.idx for token in in_parts.doc] == [token.idx for token in whole.doc]


def test_the_size_of_batches_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"It rained on day {number}. The mayor left." for number in range(7)]
    together = [one.sentences for one in parsed(*texts)]
    monkeypatch.setattr(parsing, "BATCH_TOKENS", 1)

    assert [one.sentences for one in parsed(*texts)] == together


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(" \n ", id="blanks"),
        pytest.param("Rain", id="a word"),
        pytest.param("=1+1", id="a formula"),
        pytest.param("<script>alert(1)</script> **bold** [a](javascript:b) \x00\x01", id="markup"),
        pytest.param("هطل المطر في باكو. " * 3, id="Arabic"),
        pytest.param("😀 ‏‮ \u2028\u200b", id="signs"),
        pytest.param("a" * 5000, id="a very long word"),
    ],
)
def test_any_text_is_parsed(text: str) -> None:
    found = parsed(text)[0]

    assert all(text[s.start_char : s.end_char].strip() for s in found.sentences)
    assert letters(" ".join(text[s.start_char : s.end_char] for s in found.sentences)) == letters(text)


@examples(25)
@given(
    st.lists(st.sampled_from(["It rained. ", "“Rain”", "\n\n", "\n", "Advertisment\n\n", "\x00", " ", "Mr. "])).map(
        "".join
    )
)
def test_sentences_lie_inside_blocks_and_in_order(text: str) -> None:
    found = parsed(text)[0]
    spans = [(s.start_char, s.end_char) for s in found.sentences]

    assert spans == sorted(spans)
    assert all(any(b.start_char <= start and end <= b.end_char for b in find_blocks(text)) for start, end in spans)


def test_a_that_which_opens_a_clause_is_no_argument_of_its_verb(parse: Callable[[str], Parse]) -> None:
    read = parse("A spokesman for the health ministry told the Labour Party that clinics will open.")

    (that,) = (token for token in read.doc if token.lower_ == "that")
    assert that.dep_ == "mark"


def test_a_that_which_stands_for_something_stays_an_argument(parse: Callable[[str], Parse]) -> None:
    read = parse("The union wants that and will fight for it.")

    (that,) = (token for token in read.doc if token.lower_ == "that")
    assert that.dep_ == "dobj"
