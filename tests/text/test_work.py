"""Texts of odd shapes take work in proportion to their length: calls of functions are counted, since seconds differ."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from analysis.read.header import Header
from analysis.read.record import article
from analysis.text import sentence_starts as starts
from analysis.text.parse import LONGEST_RUN, Parse
from analysis.text.report import read_reports

MOST = 2.5  # times the work for twice the text
SHAPES: dict[str, Callable[[int], str]] = {
    "a number without an end": lambda n: f"It took {'twenty-' * n} five days.",
    "brackets in brackets": lambda n: f"{'(' * n}rain{')' * n}",
    "brackets around clauses": lambda n: f"The man {'(who said ' * n}it{')' * n}.",
    "quotes in quotes": lambda n: f"{'“He said ' * n}it{'”' * n}.",
    "quotes that never close": lambda n: "“He said it " * n,
    "a list of names": lambda n: "They are " + ", ".join(f"Anna{chr(97 + i % 26)} Kowalska" for i in range(n)) + ".",
    "names joined by and": lambda n: " and ".join("Anna Kowalska" for _ in range(n)) + " met.",
    "clauses joined by and": lambda n: "The mayor opened the bridge and " * n,
    "negations": lambda n: "He did not " * n,
    "infinitives": lambda n: "to want " * n,
    "one word in capitals": lambda n: "ADVERTISEMENT " * n,
    "genitives": lambda n: "the father of " * n,
    "clauses of clauses": lambda n: "the man who knew " * n,
    "dates": lambda n: "on 5 May 2021 " * n,
    "days that share a month": lambda n: f"{'1 and 3 and ' * n} May",
    "no full stop": lambda n: "the mayor of the city opened a bridge " * (n // 4),
    "colons and digits": lambda n: "10:" * n,
    "short sentences": lambda n: "Anna Kowalska came. " + "She left. He came. " * n,
}

# Each took time that grows with the square of its length, for a reason of its own.
TELLING = ("a number without an end", "brackets in brackets", "negations", "one word in capitals", "colons and digits")


@contextmanager
def counted() -> Iterator[list[int]]:
    """The calls of functions inside, of Python and of C, once it is over."""
    calls = [0]

    def count(frame: FrameType, event: str, argument: object) -> None:
        calls[0] += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield calls
    finally:
        sys.setprofile(before)


def work(text: str) -> int:
    with counted() as calls:
        list(read_reports([article("a.txt", text, Header())]))
    return calls[0]


@pytest.mark.slow
@pytest.mark.parametrize(
    "shape",
    [pytest.param(make, id=name, marks=() if name in TELLING else pytest.mark.long) for name, make in SHAPES.items()],
)
def test_twice_the_text_is_twice_the_work(shape: Callable[[int], str]) -> None:
    work(shape(50))  # what is remembered of words is remembered now

    assert work(shape(2_000)) <= MOST * work(shape(1_000))


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_no_sentence_and_no_run_of_signs_goes_on_for_ever(
    parse: Callable[[str], Parse], shape: Callable[[int], str]
) -> None:
    for _, span in parse(shape(700)).analysed():
        assert len(span) <= starts.LONGEST
        assert all(len(token) <= LONGEST_RUN for token in span)


def test_a_long_paragraph_of_sentences_is_cut_between_them(parse: Callable[[str], Parse]) -> None:
    text = "The mayor opened the new bridge over the river on Monday. " * 200

    sentences = parse(text).sentences

    assert len(sentences) >= 199
    assert all(text[one.end_char - 1] == "." for one in sentences)
