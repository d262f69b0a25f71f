"""The theme of a fact: of its own words first, then of its sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analysis.lexicons.themes import load_themes
from analysis.read.article import Article
from analysis.tables.entry import Entry
from analysis.tables.fact_themes import fact_theme, themes_by_sentence
from analysis.text.parse import Parse
from analysis.text.report import read_report


def themes(parsed: Parse) -> dict[str, str | None]:
    """The theme of each fact of a text by its action."""
    article = Article("a.txt", parsed.text)
    report = read_report(article, parsed)
    entry = Entry("d", article, report, None, "unknown", ())
    by_sentence = themes_by_sentence(entry)
    return {one.action: fact_theme(entry, one, by_sentence.get(one.sentence, ())) for one in report.facts}


@pytest.mark.parametrize(
    ("text", "action", "theme"),
    [
        pytest.param("The army shelled the town while the bank raised its rates.", "shelled", "security", id="own"),
        pytest.param("The army shelled the town while the bank raised its rates.", "raised", "economy", id="other"),
        pytest.param("The company sold a mill to Norway.", "sold", "economy", id="a country is no diplomacy"),
        pytest.param("Norway planted trees along the coast. Norway met Sweden.", "planted", None, id="a country alone"),
        pytest.param("The ambassador said that prices rose.", "rose", "economy", id="not of who says it"),
        pytest.param("A company spokesman said that copper was found.", "said", "mining", id="what is said"),
        pytest.param("The school opened.", "opened", "education", id="the actor"),
        pytest.param("The minister opened the school.", "opened", "education", id="the target"),
    ],
)
def test_the_theme_of_a_fact(parse: Callable[[str], Parse], text: str, action: str, theme: str | None) -> None:
    assert themes(parse(text))[action] == theme


def test_who_says_it_counts_where_nothing_else_does(parse: Callable[[str], Parse]) -> None:
    assert themes(parse("The ambassador said that he slept."))["slept"] == "diplomacy"


def test_a_country_that_a_theme_file_lists_as_a_word_counts(parse: Callable[[str], Parse]) -> None:
    assert load_themes()["kosovo"]
    assert themes(parse("A team from Kosovo won the match."))["won"] == "diplomacy"
