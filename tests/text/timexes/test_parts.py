"""The small parts that temporal expressions are read with: tokens, numbers, patterns, words."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

from analysis.text import timexes
from analysis.text.timexes.find import RULES, grammar
from analysis.text.timexes.lexicon import holidays, kinds, time_words
from analysis.text.timexes.numbers import VAGUE, number, ordinal
from analysis.text.timexes.pattern import PLAIN, Alphabet, expanded, required
from analysis.text.timexes.shared import SHARED
from analysis.text.timexes.tokens import tokens

MODULES = [module.name for module in pkgutil.iter_modules(timexes.__path__)]


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_in_the_code_hold(module: str) -> None:
    results = doctest.testmod(importlib.import_module(f"analysis.text.timexes.{module}"))

    assert results.failed == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("mid-1990s", ["mid", "-", "1990s"], id="decade"),
        pytest.param("10:30am", ["10:30", "am"], id="clock"),
        pytest.param("8 p.m. today", ["8", "p.m.", "today"], id="points"),
        pytest.param("21st of May", ["21st", "of", "May"], id="ordinal"),
        pytest.param("1,500 men", ["1,500", "men"], id="thousands"),
        pytest.param("2024-03-21T10:30", ["2024-03-21T10:30"], id="ISO"),
        pytest.param("A320 and G7", ["A320", "and", "G7"], id="names with digits"),
        pytest.param("January 5,2021", ["January", "5", ",", "2021"], id="no blank after the comma"),
    ],
)
def test_tokens_are_finer_than_words(text: str, expected: list[str]) -> None:
    found = tokens(text, 0, len(text))

    assert [token.text for token in found] == expected
    assert all(text[token.start_char : token.end_char] == token.text for token in found)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["three"], 3),
        (["twenty", "-", "five"], 25),
        (["two", "hundred", "and", "six"], 206),
        (["three", "thousand", "five", "hundred"], 3500),
        (["1,500"], 1500),
        (["2.5"], 2.5),
        (["a", "dozen"], 12),
        (["a", "few"], VAGUE),
        (["a"], 1),
        (["two", "three"], None),
        ([], None),
    ],
)
def test_numbers_are_read_as_they_are_said(words: list[str], expected: float | str | None) -> None:
    assert number(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [(["3rd"], 3), (["third"], 3), (["twenty", "-", "first"], 21), (["last"], -1), (["cat"], None)],
)
def test_ordinals_are_read(words: list[str], expected: int | None) -> None:
    assert ordinal(words) == expected


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("May", {"MONTH"}),
        ("may", set()),
        ("second", {"UNIT", "ORDINAL", "EDGEHALF"}),
        ("1999", {"YEAR", "DIGITS"}),
        ("45", {"DIGITS", "YY"}),
        ("", set()),
    ],
)
def test_a_token_has_the_kinds_of_its_word_and_shape(token: str, expected: set[str]) -> None:
    assert kinds(token) == expected


def test_every_word_has_a_kind_that_some_rule_asks_for() -> None:
    asked = {name for rule in RULES for name in expanded(rule.pattern, SHARED).replace("=", " ").split()}
    asked |= {name.rstrip("?*+") for name in asked}
    used_by_guards = {"DUSK"}

    named = {kind for entries in time_words().values() for kind, _, _ in entries}

    assert named - asked - used_by_guards == set()


def test_an_alphabet_gives_words_of_one_sort_one_character() -> None:
    alphabet = Alphabet(["on WEEKDAY"])

    assert alphabet.encode(["on", "Monday", "Tuesday", "house"])[1:] == 2 * alphabet.encode(["Monday"]) + PLAIN
    assert alphabet.regex("on day=WEEKDAY").search(alphabet.encode(["on", "Friday"]))


def test_a_pattern_with_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="NONSENSE"):
        Alphabet(["NONSENSE"]).regex("NONSENSE")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("the? MONTH", {"MONTH"}),
        ("( the MONTH | of WEEKDAY ) DAY", {"MONTH", "WEEKDAY"}),
        ("( MONTH )? YEAR", {"YEAR"}),
        ("COUNTED* UNIT", {"UNIT"}),
    ],
)
def test_a_rule_runs_only_where_it_can_match(pattern: str, expected: set[str]) -> None:
    assert required(pattern) == expected


def test_no_rule_runs_on_every_sentence() -> None:
    plain = set(grammar().alphabet.encode(["the", "a", "of", "in", "and", "to", "or", "-", ",", "."]))

    assert all(compiled.codes and compiled.codes.isdisjoint(plain) for compiled in grammar().rules)


def test_holidays_have_rules_that_can_be_read() -> None:
    assert all(rule.startswith("easter") or rule[2] == "-" for rule in holidays().values())
