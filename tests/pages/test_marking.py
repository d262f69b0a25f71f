"""Text with marks."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.shown import visible
from display.evidence.marking import LONGEST_QUOTE, Span, marked, quoted, spans_of
from pages.parts.report.reader import PART_LENGTH, part_with, parts_of

spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(["d-actor", "d-date", "d-name d-chosen"])).map(
        lambda parts: Span(min(parts[:2]), max(parts[:2]), parts[2], 'a "title" <b>')
    ),
    max_size=8,
)


@given(words=st.text(max_size=60), marks=spans)
def test_the_words_come_back_unchanged_whatever_is_marked(words: str, marks: list[Span]):
    assert html.unescape(re.sub(r"</?(?:mark|a)\b[^>]*>", "", marked(words, marks))) == visible(words)


@given(words=st.text(max_size=60), marks=spans)
def test_there_are_no_elements_but_marks(words: str, marks: list[Span]):
    assert set(re.findall(r"<(/?\w*)", marked(words, marks))) <= {"mark", "/mark"}


@given(words=st.text(min_size=1, max_size=60), marks=spans)
def test_every_character_of_a_span_is_marked(words: str, marks: list[Span]):
    inside = "".join(
        html.unescape(piece) for piece in re.findall(r"<mark[^>]*>(.*?)</mark>", marked(words, marks), re.S)
    )
    covered = {place for span in marks for place in range(span.start, min(span.end, len(words)))}

    assert inside == "".join(visible(words)[place] for place in sorted(covered))


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param([], "who did it", id="nothing"),
        pytest.param([Span(0, 3, "d-actor")], '<mark class="d-actor">who</mark> did it', id="one"),
        pytest.param(
            [Span(0, 7, "d-fact"), Span(4, 7, "d-action")],
            '<mark class="d-fact">who </mark><mark class="d-fact d-action">did</mark> it',
            id="one in another",
        ),
        pytest.param(
            [Span(0, 7, "a"), Span(4, 10, "b")],
            '<mark class="a">who </mark><mark class="a b">did</mark><mark class="b"> it</mark>',
            id="overlapping",
        ),
        pytest.param([Span(3, 3, "a"), Span(50, 60, "b")], "who did it", id="empty or beyond the end"),
        pytest.param(
            [Span(4, 7, "a", link="./report?doc=x&fact=y")],
            'who <a class="d-link" href="./report?doc=x&amp;fact=y"><mark class="a">did</mark></a> it',
            id="a link",
        ),
    ],
)
def test_spans_become_marks(spans: list[Span], expected: str):
    assert marked("who did it", spans) == expected


def test_spans_count_from_the_start_of_the_whole_text():
    assert marked("did it", [Span(4, 7, "a")], offset=4) == '<mark class="a">did</mark> it'


def test_an_empty_cell_has_no_spans():
    assert spans_of(None) == spans_of(float("nan")) == spans_of("") == []


@given(st.text(alphabet="ab \n", max_size=200).map(lambda text: text * 200))
def test_the_parts_of_a_report_make_up_the_whole(whole: str):
    parts = parts_of(whole)

    assert "".join(whole[start:end] for start, end in parts) == whole
    assert all(end - start <= PART_LENGTH for start, end in parts)


def test_a_place_is_in_its_part():
    assert [part_with([(0, 10), (10, 20)], place) for place in (0, 9, 10, 19, 20)] == [1, 1, 2, 2, 2]


def test_a_very_long_sentence_is_shown_around_its_first_mark():
    words = "a" * 100_000 + " left " + "b" * 100_000

    shown = quoted(words, [Span(100_001, 100_005, "d-action")])

    assert '<mark class="d-action">left</mark>' in shown
    assert len(shown) < LONGEST_QUOTE + 200
    assert shown.startswith("…")
    assert shown.endswith("…")
