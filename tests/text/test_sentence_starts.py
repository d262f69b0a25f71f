"""Where sentences may begin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.language import load_language
from analysis.text.sentence_starts import sentence_starts


def sure(text: str) -> tuple[list[str], list[str]]:
    """The words at which a sentence surely begins, and those at which none does."""
    tokens = load_language().make_doc(text)
    starts = sentence_starts([t.text for t in tokens], [bool(t.whitespace_) for t in tokens])
    pairs = list(zip([t.text for t in tokens], starts, strict=True))
    return [word for word, start in pairs if start is True][1:], [word for word, start in pairs if start is False]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param('"It rained." He left.', '"', id="a closing mark"),
        pytest.param("“It rained.” He left.", "”", id="a closing curly mark"),
        pytest.param('"It rained?" he said.', "he", id="a small letter"),
        pytest.param('He said "Rain fell."', "Rain", id="behind an opening mark"),
        pytest.param("It rained (In Baku) again.", "In", id="behind a bracket"),
        pytest.param("He met Staff Sgt. Doe.", "Doe", id="behind an abbreviation"),
        pytest.param("It is mine No. 2 in Baku.", "2", id="behind the abbreviation of number"),
        pytest.param("He met Sens. Doe and Roe.", "Doe", id="behind another abbreviation"),
        pytest.param("It closes at 7 p.m. on Monday.", "on", id="behind an hour"),
    ],
)
def test_no_sentence_begins_there(text: str, word: str) -> None:
    assert word in sure(text)[1]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param('It rained. "It snowed." He left.', '"', id="an opening mark"),
        pytest.param("“It rained.” “It snowed.”", "“", id="a mark behind a mark"),
        pytest.param("It rained. (It snowed.)", "(", id="a bracket"),
    ],
)
def test_a_sentence_begins_there(text: str, word: str) -> None:
    assert sure(text)[0] == [word]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("It rained in the U.S. Then it snowed.", "Then", id="behind a country"),
        pytest.param("It was bought by Rain Inc. Then it was sold.", "Then", id="behind a company"),
        pytest.param("He said no. No. Then he left.", "Then", id="behind an answer"),
        pytest.param("It rained. Then it snowed.", "Then", id="behind a full stop"),
        pytest.param("He has an iPhone. iTunes is on it.", "iTunes", id="a name with a small letter"),
    ],
)
def test_the_rest_is_left_to_the_parser(text: str, word: str) -> None:
    assert word not in sure(text)[0] + sure(text)[1]


@given(st.lists(st.tuples(st.sampled_from(['"', "''", "“", "”", ".", "It", "a", "Mr", "(", ")"]), st.booleans())))
def test_each_token_gets_an_answer_and_the_first_begins(tokens: list[tuple[str, bool]]) -> None:
    starts = sentence_starts([word for word, _ in tokens], [space for _, space in tokens])

    assert len(starts) == len(tokens)
    assert starts[:1] in ([], [True])
