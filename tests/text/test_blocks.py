"""Blocks: paragraphs, headings, captions and noise."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.blocks import find, find_blocks
from analysis.text.blocks.layout import find_paragraphs

RAIN = "It rained in the old town on Monday, the mayor said, and the streets were closed."


def kinds(text: str, header: tuple[tuple[int, int], ...] = ()) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start_char : block.end_char]) for block in find_blocks(text, header)]


def letters(text: str) -> list[str]:
    return [character for character in text if character.isalnum()]


def paragraphs(text: str) -> list[str]:
    return [text[one.start_char : one.end_char] for one in find_paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It rained.\n\n\n It snowed.  \n", ["It rained.", "It snowed."], id="blank lines"),
        pytest.param("It rained.\n \t\nIt snowed.", ["It rained.", "It snowed."], id="a line of blanks"),
        pytest.param("It rained.\nIt snowed.\nIt froze.", ["It rained.", "It snowed.", "It froze."], id="a line each"),
        pytest.param("It rained.\r\rIt snowed.", ["It rained.", "It snowed."], id="line ends of old Macs"),
        pytest.param("It rained.\u2029It snowed.", ["It rained.", "It snowed."], id="paragraph signs"),
        pytest.param(
            "The rain in the old town was so heavy on\nMonday that the streets were closed, the mayor of\n"
            "Baku said. He asked everybody to stay at\nhome until the evening.\nIt stopped at night.",
            [
                "The rain in the old town was so heavy on\nMonday that the streets were closed, the mayor of\n"
                "Baku said. He asked everybody to stay at\nhome until the evening.",
                "It stopped at night.",
            ],
            id="wrapped at a width",
        ),
        pytest.param("Rain In Baku\n" + RAIN, ["Rain In Baku", RAIN], id="a headline without a blank line"),
        pytest.param(
            "The mayor asked for\n- umbrellas\n- boats", ["The mayor asked for", "- umbrellas", "- boats"], id="a list"
        ),
        pytest.param(" \n\n", [], id="only blanks"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_paragraphs_are_told_apart(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("What The Rain Did", "heading", id="title case"),
        pytest.param("What the rain did", "heading", id="sentence case"),
        pytest.param("WHAT THE RAIN DID", "heading", id="capitals"),
        pytest.param("2024 was wet", "heading", id="a number first"),
        pytest.param("Rain", "heading", id="a word"),
        pytest.param("It rained again.", "body", id="a sentence"),
        pytest.param("He added:", "body", id="a colon"),
        pytest.param('"It rained," she said', "body", id="speech without a full stop"),
        pytest.param("The mayor closed the streets, his office said", "body", id="a source without a full stop"),
        pytest.param("Rain 21.3 mm vs 17.8 mm", "body", id="a row of a table"),
        pytest.param("- umbrellas for all", "body", id="an item of a list"),
        pytest.param("Advertisment", "noise", id="advertisement"),
        pytest.param("* * *", "noise", id="ornament"),
        pytest.param('<div class="share">', "noise", id="tags"),
        pytest.param("By Jane Doe", "noise", id="byline"),
        pytest.param("Updated 21 March 2024, 10:30 GMT", "noise", id="time of the last change"),
        pytest.param("3 hours ago", "noise", id="time before now"),
        pytest.param("May 31", "heading", id="a day is no noise"),
        pytest.param("Updated guidance for drivers", "heading", id="another update"),
        pytest.param("(illustrative photo)", "caption", id="caption"),
        pytest.param("A street in the rain. (Jane Doe/Reuters)", "caption", id="credit at the end"),
    ],
)
def test_a_line_between_paragraphs(line: str, kind: str) -> None:
    found = kinds(f"{RAIN}\n\n{line}\n\n{RAIN}")

    assert found == [("body", RAIN), (kind, line), ("body", RAIN)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Rain", id="a word"),
        pytest.param("Mayor Closes Streets After Rain", id="a headline"),
        pytest.param("Home", id="a word that is a button elsewhere"),
        pytest.param("=1+1", id="a formula"),
    ],
)
def test_what_is_all_there_is_counts_as_body(text: str) -> None:
    assert kinds(text) == [("body", text)]


def test_a_headline_may_end_with_a_full_stop() -> None:
    assert kinds("Mayor Of Baku Closes Streets After Rain.\n\n" + RAIN)[0][0] == "heading"
    assert kinds("Mayor Jane Doe of Baku closed Old Town Street.\n\n" + RAIN)[0][0] == "body"


def test_a_table_has_no_headings() -> None:
    table = "Year\n\nRain 21.3 mm vs 17.8 mm\n\nSnow nil vs nil\n\nMonth\n\nRain 3.2 mm vs 4.5 mm\n\n" + RAIN

    assert {kind for kind, _ in kinds(table)} == {"body"}


def test_a_list_of_short_lines_has_no_headings() -> None:
    assert {kind for kind, _ in kinds("Jane Doe\nJohn Roe\nAnn Poe\nSue Coe\nTom Loe\n" + RAIN)} == {"body"}


def test_a_header_that_runs_into_the_text_is_cut_off() -> None:
    text = " date 2024-03-21 It rained.\n\nIt snowed."

    assert kinds(text, ((1, 16),)) == [("noise", "date 2024-03-21"), ("body", "It rained."), ("body", "It snowed.")]


def test_a_title_behind_its_key_is_a_heading() -> None:
    text = "Title: Rain In Baku\n\n" + RAIN

    assert kinds(text, ((0, 7),)) == [("noise", "Title: "), ("heading", "Rain In Baku"), ("body", RAIN)]


def test_a_heading_in_markdown_is_without_its_signs() -> None:
    assert kinds("## What the rain did\n\n" + RAIN)[0] == ("heading", "What the rain did")


def test_a_dateline_is_a_block_of_its_own() -> None:
    assert kinds("BAKU, March 3 (Reuters) - It rained.") == [
        ("body", "BAKU, March 3 (Reuters) -"),
        ("body", "It rained."),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "It rained. Click to share on X (Opens in new window) Click to print (Opens in new window) It snowed.",
            [
                ("body", "It rained."),
                ("noise", "Click to share on X (Opens in new window) Click to print (Opens in new window)"),
                ("body", "It snowed."),
            ],
            id="share buttons",
        ),
        pytest.param(
            f"It rained. (Photo: Jane Doe, AFP) {RAIN}",
            [("body", "It rained."), ("caption", "(Photo: Jane Doe, AFP)"), ("body", RAIN)],
            id="credit of a picture",
        ),
        pytest.param(
            "It rained. Advertisement It snowed.",
            [("body", "It rained."), ("noise", "Advertisement"), ("body", "It snowed.")],
            id="advertisement between sentences",
        ),
        pytest.param(
            "Advertisement of the rain began.", [("body", "Advertisement of the rain began.")], id="advertisement of"
        ),
        pytest.param("He likes (Photo: albums).", [("body", "He likes"), ("caption", "(Photo: albums)")], id="cut off"),
    ],
)
def test_what_runs_into_a_paragraph_is_cut_out(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(kind, words) for kind, words in kinds(text) if words != "."] == expected


def test_a_very_long_paragraph_is_cut_at_the_ends_of_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "LONGEST_BLOCK", 100)

    found = kinds("It rained in Baku. " * 50)

    assert all(kind == "body" and len(words) <= 100 and words.endswith(".") for kind, words in found)
    assert sum(len(words.split()) for _, words in found) == 200


def test_a_very_long_paragraph_without_sentences_is_cut_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "LONGEST_BLOCK", 100)

    assert [len(words) for _, words in kinds("a" * 250)] == [100, 100, 50]
    assert all(len(words) <= 100 for _, words in kinds("rain " * 60))


PIECES = st.sampled_from(
    ["Rain", "It rained.", "\n", "\n\n", " ", "\t", "Advertisment", "(illustrative photo)", "BAKU (AP) — ", "\r", "1 ",
     "“", "By Jane Doe", "the", "# ", "(Jane Doe/Reuters)", "Image copyright AFP Image caption ", "é", "\u2028", "\x00",
     "Click to share on X (Opens in new window)", "<p>", "…", "- "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_blocks_hold_all_words_once_in_order(text: str) -> None:
    blocks = find_blocks(text)

    assert all(left.end_char <= right.start_char for left, right in pairwise(blocks))
    assert all(text[b.start_char : b.end_char].strip() == text[b.start_char : b.end_char] != "" for b in blocks)
    assert letters("".join(text[b.start_char : b.end_char] for b in blocks)) == letters(text)


@given(st.text(max_size=200))
def test_any_text_gives_blocks_in_order(text: str) -> None:
    blocks = find_blocks(text)

    assert all(left.end_char <= right.start_char for left, right in pairwise(blocks))
    assert all(0 <= b.start_char < b.end_char <= len(text) for b in blocks)
    assert all(b.kind in ("heading", "body", "caption", "noise") for b in blocks)
