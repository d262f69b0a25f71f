"""Open nouns of claims, and the names that they stand for or belong to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analysis.text.attributions import find_attributions
from analysis.text.claims import find_claims
from analysis.text.claims.antecedents import antecedents
from analysis.text.claims.find import rows
from analysis.text.claims.open_nouns import open_nouns
from analysis.text.facts import Found, find_told
from analysis.text.names import find_mentions
from analysis.text.parse import Parse
from analysis.text.references import find_references
from analysis.text.timexes import find_timexes


def found_in(parsed: Parse, title: str = "") -> Found:
    mentions = find_mentions(parsed)
    references, attributions = find_references(parsed, mentions), find_attributions(parsed, mentions)
    return find_told(parsed, title, mentions, references, find_timexes(parsed), attributions)


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        pytest.param("The group sold the port.", ["group", "port"], id="with an article"),
        pytest.param("Profits fell by half.", ["Profits"], id="what it is about, without an article"),
        pytest.param("It closed the mine.", ["It", "mine"], id="a pronoun"),
        pytest.param("The port of Velmont flooded.", [], id="a name within the phrase tells which"),
        pytest.param("Acme Ltd sold ships.", [], id="an object without an article tells of no thing known before"),
        pytest.param("The ministry's plan failed.", ["ministry"], id="an owner tells whose, and is open itself"),
    ],
)
def test_the_open_nouns_of_a_claim(parse: Callable[[str], Parse], text: str, nouns: list[str]) -> None:
    found = found_in(parse(text))
    row = next(row for row in rows(found) if row.fact.rule != "event noun")

    assert [one.noun.text for one in open_nouns(row, found.sources.names)] == nouns


def test_a_report_tells_what_a_name_is_has_and_does(parse: Callable[[str], Parse]) -> None:
    found = found_in(parse("Acme Ltd, a brewer, agreed to sell its ships. Acme Ltd's bid for Borax Ltd failed."))

    acme = antecedents(found.sources.names, found.headline)[0]

    assert acme.name == "Acme Ltd"
    assert "brewer" in acme.kinds
    assert {"bid", "ship"} <= acme.owned
    assert "agre" in acme.acts


@pytest.mark.parametrize(
    ("title", "text", "claim"),
    [
        pytest.param(
            "ACME ISSUES BOND",
            "Acme Ltd is issuing a 30 million dollar bond due 1997. The issue is guaranteed by Borax Bank.",
            "Acme Ltd: the issue is guaranteed by Borax Bank.",
            id="beside another name it stands before the sentence",
        ),
        pytest.param(
            "ACME PROFIT UP",
            "Acme Ltd raised its prices in May. Profits rose five percent to 30 million dollars.",
            "Acme Ltd's profits rose five percent to 30 million dollars.",
            id="a figure has the owner",
        ),
        pytest.param(
            "NORWAY JOBLESS RATE FALLS",
            "The jobless rate of Norway fell in May. Sweden's exports rose. The number of new jobs was 30,000.",
            "The number of new jobs was 30,000.",
            id="no dateline where the report has gone on to another place",
        ),
        pytest.param(
            "NORWAY JOBLESS RATE FALLS",
            "The jobless rate of Norway fell in May. The number of new jobs in farming was 30,000.",
            "Norway: the number of new jobs in farming was 30,000.",
            id="a place as a dateline",
        ),
        pytest.param(
            "DOLLAR HOLDS",
            "Acme Ltd raised its prices in May. The dollar fell to 140 yen.",
            "The dollar fell to 140 yen.",
            id="what is nobody's has no owner",
        ),
    ],
)
def test_a_claim_is_worded_with_the_owner(parse: Callable[[str], Parse], title: str, text: str, claim: str) -> None:
    claims = [fact.claim for fact in find_claims(found_in(parse(text), title)) if fact.is_claim]

    assert claim in claims
