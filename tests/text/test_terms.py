"""Which words and phrases of a text count as terms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analysis.text.names import find_mentions
from analysis.text.parse import Parse
from analysis.text.terms import find_terms

Parser = Callable[[str], Parse]


def terms_of(parsed: Parse) -> list[str]:
    return [term.term for term in find_terms(parsed, find_mentions(parsed))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The engineers repaired two bridges.", {"engineer", "repair", "bridge"}, id="plain forms"),
        pytest.param(
            "They signed a bilateral trade agreement.", {"bilateral trade agreement", "trade agreement"}, id="phrases"
        ),
    ],
)
def test_words_and_phrases_are_terms(parse: Parser, text: str, expected: set[str]) -> None:
    assert expected <= set(terms_of(parse(text)))


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        pytest.param(
            "The spokesman said it would do so on Monday in May.",
            {"say", "spokesman", "monday", "may"},
            id="stop words",
        ),
        pytest.param("Anna Kowalska repaired the bridge in Poland.", {"anna", "kowalska", "poland"}, id="names"),
        pytest.param("It cost 300 in 2019.", {"300", "2019"}, id="numbers"),
        pytest.param("The bigger bridge closed.", {"big", "bigger"}, id="comparisons"),
        pytest.param(
            "The firm sold 5 mln dlrs of bonds at 99 pct.", {"mln", "dlr", "dlrs", "pct"}, id="words of the wires"
        ),
        pytest.param(
            "The field pumps 300,000 bpd, or two barrels a ton.", {"bpd", "barrel", "ton"}, id="units of measure"
        ),
        pytest.param("A dozen schools need ten teachers each.", {"dozen", "ten"}, id="number words"),
        pytest.param("The bank lent 40 dollars.", {"dollar"}, id="a currency behind a number"),
    ],
)
def test_small_words_and_names_are_not(parse: Parser, text: str, unwanted: set[str]) -> None:
    assert not unwanted & set(terms_of(parse(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The gold mine near Velmont closed.", {"mine", "gold mine"}, id="a mine is no pronoun"),
        pytest.param("The dollar fell.", {"dollar"}, id="a currency alone"),
        pytest.param("She took a degree in geology.", {"degree"}, id="a degree is no unit"),
        pytest.param("The parliament passed the bill on Monday.", {"bill"}, id="a bill in parliament"),
    ],
)
def test_words_that_are_small_elsewhere_may_be_terms(parse: Parser, text: str, expected: set[str]) -> None:
    assert expected <= set(terms_of(parse(text)))


def test_each_term_stands_at_its_span(parse: Parser) -> None:
    parsed = parse("Heavy rains washed away mountain roads.\nNew roads followed.")

    for term in find_terms(parsed, ()):
        words = parsed.text[term.start_char : term.end_char].lower()
        assert words.split()[0][:3] == term.term.split()[0][:3]
        assert len(words.split()) == len(term.term.split())


def test_no_word_gives_no_term(parse: Parser) -> None:
    assert find_terms(parse(""), ()) == ()
