"""The names of a text: the cases are data, the invariants hold for any text."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.names import find_mentions
from analysis.text.parse import Parse
from analysis.text.records import Mention
from tests.examples import examples

GOLDEN = Path(__file__).parents[2] / "golden" / "mentions.jsonl"
CASES = [json.loads(line) for line in GOLDEN.open(encoding="utf-8")]

ParseText = Callable[[str], Parse]


def case(one: dict[str, Any]) -> object:
    """The case as a parameter; a known failure has to fail."""
    marks = [pytest.mark.xfail(reason=one["why"], strict=True)] if one["expect"] == "fail" else []
    return pytest.param(one, id=one["label"], marks=marks)


@pytest.mark.parametrize("one", [case(one) for one in CASES])
def test_names_are_read_as_a_reader_would(one: dict[str, Any], parse: ParseText) -> None:
    found = find_mentions(parse(one["text"]))

    forms = {mention.text for mention in found}
    assert not forms & set(one["absent"]), one["why"]
    for wanted in one["mentions"]:
        alike = [mention for mention in found if mention.text == wanted["text"]]
        assert alike, f"{wanted['text']} is not among {sorted(forms)}: {one['why']}"
        for field, value in wanted.items():
            assert {getattr(mention, field) for mention in alike} == {value}, f"{one['why']}: {alike}"


@pytest.mark.parametrize(
    ("text", "one_chain"),
    [
        pytest.param("Lena Fuchs met staff. Fuchs left.", ("Lena Fuchs", "Fuchs"), id="surname"),
        pytest.param("The Republic of Peru paid. Peru owes more.", ("Republic of Peru", "Peru"), id="official form"),
        pytest.param("The UN met. The United Nations voted.", ("UN", "United Nations"), id="well-known short form"),
        pytest.param("Azerbaijani troops left. Azerbaijanis cheered.", ("Azerbaijani", "Azerbaijanis"), id="people"),
    ],
)
def test_forms_of_one_name_share_a_chain(text: str, one_chain: tuple[str, str], parse: ParseText) -> None:
    chains = {mention.text: mention.chain for mention in find_mentions(parse(text))}

    assert chains[one_chain[0]] == chains[one_chain[1]]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        pytest.param(
            "Azerbaijan paid. Azerbaijani banks lent it.", ("Azerbaijan", "Azerbaijani"), id="country, people"
        ),
        pytest.param("Ilkin Aliyev met Rauf Aliyev.", ("Ilkin Aliyev", "Rauf Aliyev"), id="two people of one surname"),
        pytest.param("Niger borders Nigeria.", ("Niger", "Nigeria"), id="two countries"),
        pytest.param(
            "The Ministry of Health and the Ministry of Defence met.",
            ("Ministry of Health", "Ministry of Defence"),
            id="two ministries",
        ),
    ],
)
def test_different_names_have_chains_of_their_own(text: str, apart: tuple[str, str], parse: ParseText) -> None:
    chains = {mention.text: mention.chain for mention in find_mentions(parse(text))}

    assert chains[apart[0]] != chains[apart[1]]


def test_a_text_without_words_has_no_names(parse: ParseText) -> None:
    assert find_mentions(parse("")) == find_mentions(parse(" \n\n ")) == ()


def test_a_mention_says_why_in_words(parse: ParseText) -> None:
    (mention,) = find_mentions(parse("Minister Orkhan Zeynalov resigned."))

    assert mention.rule == "title before it"


WORDS = (
    "Kabul Minister Haqqani Anna the of and , . ( ) - ' \" U.S. NATO al bin Ministry Health said Republic "
    "Azerbaijan 50 5th X é أفغانستان @x <b> =1+1 Jr."
)
PIECES = st.lists(st.sampled_from([*WORDS.split(), "\n\n"]), max_size=25)


def spans(mentions: tuple[Mention, ...]) -> list[tuple[int, int]]:
    """The characters of each mention."""
    return [(mention.start_char, mention.end_char) for mention in mentions]


@examples(60)
@given(PIECES.map(" ".join))
def test_spans_give_back_the_words_in_order_without_overlap(parse: ParseText, text: str) -> None:
    parsed = parse(text)

    found = find_mentions(parsed)

    places = spans(found)
    assert places == sorted(places)
    assert all(left[1] <= right[0] for left, right in pairwise(places))
    for mention in found:
        sentence = parsed.sentences[mention.sentence]
        assert text[mention.start_char : mention.end_char] == mention.text != ""
        assert sentence.start_char <= mention.start_char < mention.end_char <= sentence.end_char
    assert found == find_mentions(parsed)
