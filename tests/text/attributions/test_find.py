"""Attributions: what holds for every text, and what else a record says."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import pairwise
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.attributions import find_attributions
from analysis.text.attributions.find import _outermost
from analysis.text.names import find_mentions
from analysis.text.parse import Parse
from analysis.text.records import Attribution, Mention
from tests.examples import examples

PIECES = (
    "The ministry said",
    "that the mine will close",
    '"We will pay,"',
    "“We will pay.”",
    "he added",
    "according to",
    "the mayor",
    "reportedly",
    "hopes to stay",
    ",",
    ".",
    ":",
    '"',
    "''",
    "\n\n",
    "(",
    "and",
)


def mention(text: str, words: str, label: str) -> Mention:
    start_char = text.index(words)
    return Mention(
        sentence=0,
        start_char=start_char,
        end_char=start_char + len(words),
        text=words,
        label=label,
        name=words,
        chain=start_char,
    )


def only(found: tuple[Attribution, ...]) -> Attribution:
    (one,) = found
    return one


@examples(60)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=24))
def test_spans_are_in_the_text_in_order_and_apart(pieces: list[str], parse: Callable[[str], Parse]) -> None:
    text = " ".join(pieces)

    found = find_attributions(parse(text), ())

    for one in found:
        assert 0 <= one.content_start_char < one.content_end_char <= len(text)
        assert text[one.content_start_char : one.content_end_char].strip()
        for start_char, end_char in (
            (one.source_start_char, one.source_end_char),
            (one.cue_start_char, one.cue_end_char),
        ):
            assert (start_char is None) == (end_char is None)
            assert start_char is None or end_char is None or 0 <= start_char <= end_char <= len(text)
    for left, right in pairwise(found):
        assert left.content_start_char < right.content_start_char
        assert left.content_end_char < right.content_end_char


def test_the_same_text_gives_the_same_attributions(parse: Callable[[str], Parse]) -> None:
    parsed = parse('The mayor said the road was closed. "It is not safe," she added.')

    assert find_attributions(parsed, ()) == find_attributions(parsed, ())


@pytest.mark.parametrize(
    ("text", "is_quote"),
    [
        ("“We will rebuild the school,” the mayor said.", True),
        ("The mayor said they would rebuild the school.", False),
        ("The driver said the road was “a death trap.”", False),
    ],
)
def test_a_content_in_marks_is_a_quotation(text: str, is_quote: bool, parse: Callable[[str], Parse]) -> None:
    assert only(find_attributions(parse(text), ())).is_quote is is_quote


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The mayor denied that the road was closed.", "deny"),
        ("The farmers hoped the rain would come.", "hope"),
        ("The mayor pointed out that the road was closed.", "point out"),
        ("Prices rose, according to the bank.", "according to"),
    ],
)
def test_the_cue_is_kept_in_its_plain_form(text: str, lemma: str, parse: Callable[[str], Parse]) -> None:
    assert only(find_attributions(parse(text), ())).cue_lemma == lemma


@pytest.mark.parametrize(
    ("text", "names", "speaks"),
    [
        pytest.param(
            "Olga Petrenko said the dam was safe.", [("Olga Petrenko", "PERSON")], "Olga Petrenko", id="the head"
        ),
        pytest.param(
            "A spokesman for the Health Ministry, Ali Rahimi, said the dam was safe.",
            [("the Health Ministry", "ORG"), ("Ali Rahimi", "PERSON")],
            "Ali Rahimi",
            id="in apposition",
        ),
        pytest.param("A Pentagon spokesman said the dam was safe.", [("Pentagon", "ORG")], "Pentagon", id="spoken for"),
        pytest.param(
            "An Afghan Education Ministry spokesman said the dam was safe.",
            [("Afghan", "NORP"), ("Education Ministry", "ORG")],
            "Education Ministry",
            id="spoken for, the body before its people",
        ),
        pytest.param(
            "A Graz spokesman of the Water Board said the dam was safe.",
            [("Graz", "GPE"), ("Water Board", "ORG")],
            "Water Board",
            id="spoken for, the body before the place",
        ),
        pytest.param(
            "A Kabul police spokesman for the Afghans said the dam was safe.",
            [("Kabul", "GPE"), ("Afghans", "NORP")],
            "Afghans",
            id="spoken for, the people after for before the place",
        ),
        pytest.param("The mayor of Graz said the dam was safe.", [("Graz", "GPE")], None, id="a mayor is not the city"),
        pytest.param(
            "They met Olga Petrenko, who said the dam was safe.",
            [("Olga Petrenko", "PERSON")],
            "Olga Petrenko",
            id="relative pronoun",
        ),
    ],
)
def test_the_name_that_speaks_is_linked(
    text: str, names: list[tuple[str, str]], speaks: str | None, parse: Callable[[str], Parse]
) -> None:
    mentions = tuple(mention(text, *name) for name in names)

    number = only(find_attributions(parse(text), mentions)).source_mention

    assert (None if number is None else mentions[number].text) == speaks


def test_a_relative_pronoun_gives_the_words_that_it_stands_for(parse: Callable[[str], Parse]) -> None:
    found = only(find_attributions(parse("They met the governor, who said the dam was safe."), ()))

    assert found.source == "the governor"


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor said the road was closed, and ",
        '"We will pay," he said, "',
        "“Yes,” she said. ",
        "the plan to say that he hopes that ",
    ],
)
def test_the_work_grows_with_the_length_of_the_text(sentence: str, parse: Callable[[str], Parse]) -> None:
    def n_lines(n: int) -> int:
        parsed = parse(sentence * n)
        return lines_run(lambda: find_attributions(parsed, find_mentions(parsed)))

    n_lines(10)

    assert n_lines(400) < 8 * n_lines(100)


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of Python the work runs: unlike seconds, the same every time."""
    count = 0

    def counted(frame: FrameType, event: str, arg: object) -> Any:
        nonlocal count
        count += event == "line"
        return counted

    before = sys.gettrace()
    sys.settrace(counted)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def said(start_char: int, end_char: int, cue: int, is_quote: bool) -> Attribution:
    """An attribution of what stands between the two places, with its cue at another."""
    return Attribution(
        sentence=0,
        source_start_char=None,
        source_end_char=None,
        cue_start_char=cue,
        cue_end_char=cue + 4,
        content_start_char=start_char,
        content_end_char=end_char,
        is_quote=is_quote,
        rule="quoted",
        cue_lemma="say",
        source=None,
        source_mention=None,
    )


def test_a_quotation_that_goes_on_in_other_words_is_no_quotation_as_a_whole() -> None:
    quoted, within, beyond = said(0, 40, 50, True), said(10, 30, 5, False), said(20, 80, 30, False)

    assert list(_outermost([quoted, within])) == [quoted]
    (whole,) = _outermost([quoted, beyond])
    assert (whole.content_start_char, whole.content_end_char, whole.is_quote) == (0, 80, False)
