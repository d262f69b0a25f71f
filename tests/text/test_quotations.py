"""Quotations: which marks belong together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.quotations import find_quotations


def quotations(*paragraphs: str) -> list[str]:
    """The quotations of paragraphs that are joined by empty lines."""
    text, spans = "", []
    for paragraph in paragraphs:
        spans.append((len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    return [text[start:end] for start, end in find_quotations(text, spans)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('She said "no" and "never".', ['"no"', '"never"'], id="straight"),
        pytest.param("She said “no” and “never”.", ["“no”", "“never”"], id="curly"),
        pytest.param("''No,'' she said.", ["''No,''"], id="doubled apostrophes"),
        pytest.param("She said «no».", ["«no»"], id="guillemets"),
        pytest.param("“He told me ‘go’ and I went.”", ["“He told me ‘go’ and I went.”"], id="single within double"),
        pytest.param("“He read “Emma” twice.”", ["“He read “Emma” twice.”"], id="double within double"),
        pytest.param("‘We are late,’ said the driver’s wife.", ["‘We are late,’"], id="single"),
        pytest.param("'We are late,' said the drivers' wives.", ["'We are late,'"], id="single and straight"),
        pytest.param("The drivers' wives were late.", [], id="an apostrophe is no mark"),
        pytest.param("The '90s and rock 'n' roll.", [], id="an apostrophe before a number is none"),
        pytest.param('It was 5" wide.', [], id="one odd mark quotes nothing"),
        pytest.param('He said "no, and left. "Yes," she said.', ['"Yes,"'], id="an odd mark spoils no other"),
        pytest.param('"No," he said, and then: "Maybe.', ['"No,"'], id="an open mark after a pair quotes nothing"),
        pytest.param('"No, never.', ['"No, never.'], id="a paragraph that opens with a mark is all quoted"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert quotations(text) == expected


def test_a_quotation_goes_on_in_the_next_paragraph_when_that_opens_with_a_mark() -> None:
    first, second = 'He said: "The first part.', '"The second part," he said.'

    assert quotations(first, second) == ['"The first part.', '"The second part,"']


def test_an_open_mark_never_reaches_into_the_next_paragraph() -> None:
    assert quotations('He said "no and left.', 'She said "yes".') == ['"yes"']


@given(st.text(alphabet="a \"“”'‘’.,\n", max_size=60))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    found = find_quotations(text, [(0, len(text))])

    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(left[1] <= right[0] for left, right in pairwise(found))
