"""The themes of facts: of the words of their clause, with the words as evidence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analysis.read.article import Article
from analysis.tables.entry import Entry
from analysis.tables.fact_themes import fact_themes, strongest
from analysis.text.parse import Parse
from analysis.text.records import FactTheme
from analysis.text.report import read_report
from analysis.text.themes import find_fact_themes


def entry(parsed: Parse) -> Entry:
    article = Article("a.txt", parsed.text)
    return Entry(
        doc_id="d",
        article=article,
        report=read_report(article, parsed),
        published=None,
        published_from="unknown",
        timexes=(),
    )


def themes(parsed: Parse) -> dict[str, set[str]]:
    """The themes of each fact of a text by its action."""
    report = entry(parsed).report
    return {
        fact.action: {one.theme for one in report.fact_themes if one.fact == number}
        for number, fact in enumerate(report.facts)
    }


def themes_by_rules(parsed: Parse) -> dict[str, set[str]]:
    """The same by the words alone, as before the model of claims decides."""
    report = entry(parsed).report
    found = find_fact_themes(report.facts, report.attributions, report.themes)
    return {fact.action: {one.theme for one in found if one.fact == number} for number, fact in enumerate(report.facts)}


@pytest.mark.parametrize(
    ("text", "action", "theme"),
    [
        pytest.param("The army shelled the town while the bank raised its rates.", "shelled", "security", id="own"),
        pytest.param("The army shelled the town while the bank raised its rates.", "raised", "economy", id="other"),
        pytest.param("The ambassador said that prices rose.", "rose", "economy", id="not of who says it"),
        pytest.param("The school opened.", "opened", "education", id="the actor"),
        pytest.param("The minister opened the school.", "opened", "education", id="the target"),
        pytest.param("The firm will invest in the copper mine.", "invest", "mining", id="a prepositional phrase"),
    ],
)
def test_a_fact_has_the_themes_of_its_clause(parse: Callable[[str], Parse], text: str, action: str, theme: str) -> None:
    found = themes(parse(text))

    assert theme in next(found[one] for one in found if action in one)


def test_a_fact_does_not_have_the_themes_of_another_clause(parse: Callable[[str], Parse]) -> None:
    found = themes_by_rules(parse("The army shelled the town, and the bank raised its rates."))

    assert "economy" not in found["shelled"]
    assert "security" not in found["raised"]


def test_a_claim_that_leaves_its_theme_open_has_that_of_half_of_its_report(parse: Callable[[str], Parse]) -> None:
    lines = "The village school opened. Pupils got textbooks. Teachers praised the classrooms. The mayor cut a ribbon."
    made = entry(parse(lines)).report
    ribbon = next(number for number, fact in enumerate(made.facts) if fact.action == "cut")

    assert [one.theme for one in made.fact_themes if one.fact == ribbon] == ["education"]
    assert [one.evidence for one in made.fact_themes if one.fact == ribbon] == [()]


def test_two_claims_do_not_lend_a_third_their_theme(parse: Callable[[str], Parse]) -> None:
    found = themes_by_rules(parse("The village school opened. Pupils got new textbooks. The mayor cut a ribbon."))

    assert not found["cut"]


def test_a_broad_theme_is_not_lent(parse: Callable[[str], Parse]) -> None:
    found = themes_by_rules(
        parse("Soldiers shelled the town. Rebels shot a guard. Police arrested two men. He cut a ribbon.")
    )

    assert not found["cut"]


def test_the_words_that_earned_a_theme_stand_at_their_spans(parse: Callable[[str], Parse]) -> None:
    made = entry(parse("The firm will invest in the copper mine and in two schools."))

    table = fact_themes([made])

    assert not table.empty
    for row in table.itertuples():
        pieces = [tuple(map(int, span.split("-"))) for span in row.evidence_spans.split()]
        assert "; ".join(made.article.text[start:end] for start, end in pieces) == row.evidence


@pytest.mark.parametrize(
    ("found", "theme"),
    [
        pytest.param([("diplomacy", 20.0), ("mining", 4.0)], "mining", id="diplomacy does not swallow the rest"),
        pytest.param([("economy", 20.0), ("aid", 4.0)], "aid", id="nor does the economy"),
        pytest.param([("mining", 9.0), ("aid", 13.0)], "aid", id="the weightier"),
        pytest.param([("diplomacy", 9.0)], "diplomacy", id="alone"),
    ],
)
def test_the_theme_of_a_fact_is_the_most_telling(found: list[tuple[str, float]], theme: str) -> None:
    rows = [FactTheme(fact=0, theme=name, weight=weight, evidence=((0, 1),)) for name, weight in found]

    assert strongest(rows) == {0: theme}
