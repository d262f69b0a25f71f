"""Two name forms may be the same, or not; the cases are data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis.text.names.same_name import compare_names, same_name

CASES = [json.loads(line) for line in (Path(__file__).parents[2] / "golden" / "names.jsonl").open(encoding="utf-8")]
SAME = 0.72  # at least, for the same name
DIFFERENT = 0.6  # at most, for another


def case(one: dict[str, str]) -> object:
    """The case as a parameter; a known failure has to fail."""
    failure = one.get("known_failure")
    marks = [pytest.mark.xfail(reason=failure, strict=True)] if failure else []
    return pytest.param(one, id=f"{one['left']} ~ {one['right']}", marks=marks)


@pytest.mark.parametrize("one", [case(one) for one in CASES])
def test_names_are_compared_as_a_reader_would(one: dict[str, str]) -> None:
    score = same_name(one["left"], one["right"])

    found = "same" if score >= SAME else "different" if score < DIFFERENT else "unsure"
    assert found == one["expect"], f"{one['why']}: {compare_names(one['left'], one['right'])}"


@pytest.mark.parametrize(
    ("left", "right", "rule"),
    [
        ("Ilham Mohammadov", "Ilham Mammadov", "spelt another way: Mohammadov ~ Mammadov"),
        ("Bob Hale", "Robert Hale", "short form: Bob ~ Robert"),
        ("J. Whitaker", "John Whitaker", "initial: J ~ John"),
        ("Maria Elena Duarte", "Maria Duarte", "without Elena"),
        ("Ilham Aliyev", "Heydar Aliyev", "differs: Ilham / Heydar"),
        ("WHO", "World Health Organization", "WHO: first letters of World Health Organization"),
        ("Helen Marsh", "helen marsh", "the same name"),
        ("", "", "the same name"),
    ],
)
def test_the_reason_can_be_read(left: str, right: str, rule: str) -> None:
    assert compare_names(left, right).rule == rule


WORDS = ("Ilham", "al-Aziz", "Abdul", "J.", "Ministry", "of", "Mines", "Ltd", "II", "12", "(IEA)", "Петров,", "Jr.")
names = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join),
)


@given(names, names)
@example("I%A", "AL%ILHAM")
def test_any_two_texts_get_a_score_that_does_not_depend_on_their_order(left: str, right: str) -> None:
    score = same_name(left, right)

    assert 0 <= score <= 1
    assert score == same_name(right, left)


@given(names)
def test_a_name_is_the_same_as_itself(name: str) -> None:
    assert same_name(name, name) == 1
