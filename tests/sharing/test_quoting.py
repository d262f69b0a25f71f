"""Quotations are whole, or of at most 25 words around what they are quoted for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from display.evidence.marking import Span
from sharing.quoting import MOST_WORDS, quote

LONG = " ".join(f"w{number}" for number in range(60))


@pytest.mark.parametrize("marked", ["w0", "w30", "w59"])
def test_the_words_around_the_mark_are_kept(marked: str):
    start = LONG.index(marked)

    found = quote(LONG, (Span(start, start + len(marked), "d-actor"),), has_texts=False)

    (span,) = found.spans
    assert found.words[span.start : span.end] == marked
    assert len(found.words.strip("…").split()) == MOST_WORDS


@given(st.text(max_size=400), st.integers(0, 400), st.integers(1, 50), st.booleans())
def test_no_text_raises_and_marks_stay_inside(text: str, start: int, length: int, has_texts: bool):
    found = quote(text, (Span(start, start + length, "d-actor"),), has_texts)

    assert all(0 <= span.start < span.end <= len(found.words) for span in found.spans)
    assert has_texts or len(found.words.split()) <= MOST_WORDS + 2
