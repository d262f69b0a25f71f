"""Sentences of claims that are none, and how much such rows are worth."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analysis.text.attributions import find_attributions
from analysis.text.claims.find import rows
from analysis.text.claims.judged import BROKEN, OPEN, passed_on
from analysis.text.claims.row import Row
from analysis.text.claims.wellformed import faults
from analysis.text.facts import find_told
from analysis.text.names import find_mentions
from analysis.text.parse import Parse
from analysis.text.references import find_references
from analysis.text.timexes import find_timexes


def rows_of(parsed: Parse) -> list[Row]:
    mentions = find_mentions(parsed)
    references, attributions = find_references(parsed, mentions), find_attributions(parsed, mentions)
    return rows(find_told(parsed, None, mentions, references, find_timexes(parsed), attributions))


@pytest.mark.parametrize(
    ("text", "act", "fault"),
    [
        pytest.param("Acme Ltd closed the mine in May.", "closed", None, id="a sentence"),
        pytest.param("There was a fire in the port of Velmont.", "was", None, id="what there is"),
        pytest.param("Must be closed by the end of May.", "closed", "nobody it is about", id="no subject"),
        pytest.param("Shr loss 95 cts vs loss nine cts.", "loss", "line of a table", id="a line of a table"),
    ],
)
def test_the_faults_of_a_sentence(parse: Callable[[str], Parse], text: str, act: str, fault: str | None) -> None:
    row = next(row for row in rows_of(parse(text)) if act in row.fact.action)

    assert next(faults(row), None) == fault


def test_what_is_no_sentence_or_opens_openly_is_worth_less(parse: Callable[[str], Parse]) -> None:
    made = rows_of(parse("Must be closed by the end of May. They closed it. Acme Ltd sold ships."))

    found = passed_on(made, [0.8] * len(made), lambda row: False)

    assert found == [round(0.8 * BROKEN, 4), round(0.8 * OPEN, 4), 0.8]
    assert passed_on(made, [0.8] * len(made), lambda row: True)[1] == 0.8
